import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../../domain/errors"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"

type Row = Record<string, unknown>

const HOUSEHOLD_MEMBER = ["id", "first_name", "last_name", "customer_id", "is_guardian"]
/** Without what opens the door. */
const ACCESS_CODE: ("id" | "member_id" | "kind" | "label" | "revoked_at" | "created_by" | "created_at")[] = [
  ...(["id", "member_id", "kind", "label", "revoked_at", "created_by", "created_at"] as const),
]

/** @throws DomainError `not_found`, with `merged_into` where they were merged (BILL-11) */
async function memberRow(req: AuthenticatedMedusaRequest, id: string): Promise<Row> {
  try {
    return await oneOf(req, "membership_member", id, { erased_at: null })
  } catch (error) {
    const merged_into = await membershipModule(req).mergedInto(id)
    if (!(error instanceof DomainError) || merged_into === null) throw error
    throw new DomainError(error.code, "They were merged into another member.", {
      ...error.details,
      merged_into,
    })
  }
}

/**
 * One member with the fields that were asked for, and what their date of birth and proofs mean today: so that the
 * date itself need not be asked for (PEOPLE-6). Who asks for the household gets the names of those who live there.
 * @throws DomainError `not_found`
 */
export async function memberAnswer(req: AuthenticatedMedusaRequest, id: string): Promise<Row> {
  const row = await memberRow(req, id)
  const access_codes = await membershipModule(req).listMembershipAccessCodes(
    { member_id: id, revoked_at: null },
    { select: ACCESS_CODE, order: { created_at: "ASC" } }
  )
  const qualifications = await membershipModule(req).qualificationsOfMembers([id])
  return { ...row, access_codes, ...(await householdOf(req, row)), ...qualifications.get(id) }
}

/** The way back from a household to its members is cut off in an answer about one of them. */
async function householdOf(req: AuthenticatedMedusaRequest, row: Row): Promise<Row> {
  const household = row.household as { id?: string } | null | undefined
  if (!household?.id) return {}
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "membership_household",
    fields: HOUSEHOLD_MEMBER.map((field) => `members.${field}`),
    filters: { id: household.id },
  })
  const [found] = data as { members: Row[] }[]
  return { household: { ...household, members: found?.members ?? [] } }
}
