import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { DomainError } from "../../../domain/errors"
import { chargeOf, type ChargeRow, columnsOf } from "../../http/charges"
import { membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"
import { namesOf } from "../../admin/memberships/people-names"

/** What the payer need not know apart: somebody is at it, or looks after it. */
const IN_THE_WORKS: readonly unknown[] = ["unknown", "parked"]

/**
 * The charges of a membership that the customer pays; all of them where they manage the whole of it.
 * @throws DomainError `not_found` for a membership of which they see nothing
 */
export async function ownChargePage(req: AuthenticatedMedusaRequest) {
  const { actor_id: customer_id } = req.auth_context
  const membership_id = req.params.id!
  const ids = await membershipModule(req).ownCharges({ membership_id, customer_id })
  if (ids === null)
    throw new DomainError("not_found", `There is no membership with the id ${membership_id}.`, {
      id: membership_id,
    })
  req.queryConfig.fields = columnsOf(req.queryConfig.fields)
  req.queryConfig.pagination.order ??= { due_at: "DESC", id: "DESC" }
  const { rows, ...page } = await listOf(req, "membership_charge", { id: ids })
  const charges = rows as ChargeRow[]
  const payer = await namesOf(
    req,
    "customer",
    charges.map(({ payer_customer_id }) => payer_customer_id)
  )
  return {
    ...page,
    rows: charges.map((row) => {
      const { payer_customer_id } = row
      // Of others who pay the customer sees a name (PEOPLE-6).
      const { payer_customer_id: _payer, status, ...told } = chargeOf(row)
      return {
        ...told,
        ...(status === undefined ? {} : { status: IN_THE_WORKS.includes(status) ? "processing" : status }),
        ...{ is_own: payer_customer_id === customer_id, payer_name: payer(payer_customer_id).name },
      }
    }),
  }
}
