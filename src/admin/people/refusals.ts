import { ApiError } from "../platform/api"
import type { Text } from "../text/use-text"

interface LivesElsewhere {
  member_id: string
  name: string
  household_name: string | null
}

/** Members who would have to leave their household for what was asked, as the server's refusal names them. */
export function livingElsewhere(error: unknown): LivesElsewhere[] {
  if (!(error instanceof ApiError) || error.code !== "conflict") return []
  return (error.details.members as LivesElsewhere[] | undefined) ?? []
}

/** A refusal in words of ours, in the reader's language, at the field that it is about. */
export function refusal(code: string, message: string, field?: string): ApiError {
  return new ApiError(409, { code, message, details: field === undefined ? {} : { field } })
}

/** One code stands for several conflicts: which one it is, its details tell. */
export function explainedRefusal(error: unknown, t: Text): unknown {
  if (!(error instanceof ApiError) || error.code !== "conflict") return error
  if (error.details.field !== "customer_id") return error
  return refusal("customer_taken", t("people.members.customerTaken"), "customer_id")
}
