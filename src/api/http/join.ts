import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { z } from "@medusajs/framework/zod"
import { fromMinor, sumMinor } from "../../domain/money/amounts"
import type { JoinOptions, SeatAsker } from "../../modules/membership/types"
import { joinMembershipWorkflow, type JoinWithTax } from "../../workflows/billing/join-membership"
import { actorOf, membershipModule } from "./handler"
import { tellTerms } from "./plan-change"
import { text } from "./shapes"

const wish = {
  membership_id: z.string().min(1),
  /** One that is there; left out, a new one of `classification_id`, null being Any. */
  seat_id: z.string().min(1).nullish(),
  classification_id: z.string().min(1).nullish(),
  when: z.enum(["now", "renewal"]),
}

/** What customers send: they pay for the seat themselves, and the plans' policies bind them. */
export const StoreJoin = z.strictObject(wish)

/** What staff send: a reason goes past commitment and notice, and is kept in the history. */
export const AdminJoin = z.strictObject({
  ...wish,
  payer_customer_id: z.string().min(1).nullish(),
  reason: text.max(1000).nullish(),
})
export type JoinBody = z.infer<typeof AdminJoin>

/** Decides, or with `preview` only tells; the answer is the same. */
export async function joinMembership(
  req: AuthenticatedMedusaRequest<JoinBody>,
  asker: SeatAsker,
  preview: boolean
): Promise<Record<string, unknown>> {
  const {
    membership_id,
    seat_id,
    classification_id = null,
    payer_customer_id = null,
    when,
  } = req.validatedBody
  const seat = seat_id ? { seat_id } : { classification_id }
  const choice = { membership_id, seat, payer_customer_id }
  const { result } = await joinMembershipWorkflow(req.scope).run({
    input: { membership_id: req.params.id!, choice, when, asker, preview, actor: actorOf(req) },
  })
  return tellJoin(result)
}

/** Where whoever sits in the membership could take a seat, and which. */
export async function joinPage(
  req: AuthenticatedMedusaRequest,
  asker: SeatAsker,
  to_membership_id?: string
): Promise<JoinOptions> {
  const membership_id = req.params.id!
  return membershipModule(req).joinOptions({ membership_id, to_membership_id, asker })
}

/** Without who else bought it, or could pay (PEOPLE-6). */
export const ownOptions = ({ options, ...found }: JoinOptions) => ({
  ...found,
  options: options.map(({ payers: _payers, purchaser_name: _name, ...option }) => option),
})

/** Without who pays for the seat: whoever asks, or somebody whom they do not manage (PEOPLE-6). */
export function ownJoin({ seat, ...join }: Record<string, unknown>): Record<string, unknown> {
  const { payer_customer_id: _payer, ...own } = seat as Record<string, unknown>
  return { ...join, seat: own }
}

function tellJoin({ change, totals, seat, ...result }: JoinWithTax): Record<string, unknown> {
  const { currency_code, refundable_minor, from_plan_id, from_plan_name, plan_id, plan_name } = result
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const sum = (column: "tax_minor" | "total_minor") =>
    totals && amount(sumMinor(totals.map((each) => each[column])))
  const { price_minor, ...place } = seat
  return {
    ...{ id: result.id, membership_id: result.membership_id, when: result.when, currency_code },
    ...{ from_plan: { id: from_plan_id, name: from_plan_name }, plan: { id: plan_id, name: plan_name } },
    ...tellTerms(change, currency_code),
    ...{ tax: sum("tax_minor"), total: sum("total_minor") },
    joins: { membership_id: result.to_membership_id, display_id: result.to_display_id },
    seat: { ...place, amount: amount(price_minor) },
    refundable: amount(refundable_minor),
  }
}
