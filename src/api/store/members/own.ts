import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"

type Row = Record<string, unknown>

export const customerIdOf = (req: Pick<AuthenticatedMedusaRequest, "auth_context">): string =>
  req.auth_context.actor_id

export const placeOf = (req: AuthenticatedMedusaRequest) =>
  membershipModule(req).placeOfCustomer(customerIdOf(req))

/** PEOPLE-6: dates of birth go to guardians only. */
export function forCustomer(member: Row, place: { readonly is_guardian: boolean } | null): Row {
  if (place?.is_guardian) return member
  const { date_of_birth: _hidden, ...rest } = member
  return rest
}
