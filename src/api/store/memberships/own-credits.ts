import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DomainError } from "../../../domain/errors"
import type { CreditRights, MembershipCredits } from "../../../modules/membership/types"
import { changeCreditsWorkflow, type ChangeCreditsInput } from "../../../workflows/credits/change-credits"
import { membershipModule } from "../../http/handler"

/** @throws DomainError `not_found` for a membership of which the customer sees no seat */
export async function ownCredits(
  req: AuthenticatedMedusaRequest,
  page: { readonly limit: number; readonly offset: number }
): Promise<MembershipCredits> {
  const rights = await rightsOf(req)
  return membershipModule(req).readCredits({ membership_id: req.params.id!, rights, ...page })
}

type OwnChange = Extract<ChangeCreditsInput, { verb: "exchange_credits" | "transfer_credits" }>

/** What customers do to the credits of a seat that they hold or manage; to those that all share, who manages the whole. */
export async function changeOwnCredits(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  change: OwnChange
): Promise<void> {
  const { manages_all, ...rights } = await rightsOf(req)
  assertMayMove(change.seat_id, { manages_all, ...rights })
  if (change.verb === "transfer_credits") await assertSees(req, change.to_seat_id)
  const input = { ...change, own_seat_only: !manages_all }
  const { result } = await changeCreditsWorkflow(req.scope).run({ input })
  const effects = result.effects.map(toOwnEffect)
  if (input.preview) {
    res.json({ preview: { effects } })
    return
  }
  res.json({ credits: storeCredits(await ownCredits(req, { limit: 0, offset: 0 })), effects })
}

async function rightsOf(req: AuthenticatedMedusaRequest): Promise<CreditRights> {
  const membership_id = req.params.id!
  const rights = await membershipModule(req).creditRights({
    membership_id,
    customer_id: req.auth_context.actor_id,
  })
  if (rights.seat_ids.length > 0) return rights
  throw new DomainError("not_found", `There is no membership with the id ${membership_id}.`, {
    id: membership_id,
  })
}

function assertMayMove(seat_id: string | null, { manages_all, seat_ids, own_seat_ids }: CreditRights): void {
  if (seat_id !== null && !seat_ids.includes(seat_id))
    throw new DomainError("not_found", "There is no such seat in this membership.", { seat_id })
  if (seat_id === null ? manages_all : own_seat_ids.includes(seat_id)) return
  const message = "Only whoever sits there, or manages this membership, can do this."
  throw new DomainError("not_your_seat", message)
}

/** Customers give to seats that they see; of others they are not told that they exist (PEOPLE-6). */
async function assertSees(req: AuthenticatedMedusaRequest, seat_id: string): Promise<void> {
  const module = membershipModule(req)
  const customer_id = req.auth_context.actor_id
  const membership_ids = await module.ownMemberships({ customer_id })
  if ((await module.visibleSeats({ membership_ids, customer_id })).includes(seat_id)) return
  const details = { id: seat_id, field: "to_seat_id" }
  throw new DomainError("not_found", `There is no seat with the id ${seat_id} to give them to.`, details)
}

/** How many, whose and until when: no money, nobody's reasons. */
export const storeCredits = ({ balances, next, exchanges, transferable }: MembershipCredits) => ({
  ...{ next, exchanges, transferable },
  balances: balances.map(({ value_minor: _value, ...balance }) => balance),
})

export const storeEntries = ({ entries, grants }: MembershipCredits) => {
  const scopes = new Map(grants.map(({ id, seat_id, service_ids }) => [id, { seat_id, service_ids }]))
  return entries.map(({ id, kind, at, available, reserved, grant_id }) => ({
    ...{ id, kind, at, available, reserved },
    ...scopes.get(grant_id),
  }))
}

const toOwnEffect = ({ value_minor: _value, ...effect }: { readonly value_minor: number }) => effect
