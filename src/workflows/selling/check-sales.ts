import type { MedusaContainer } from "@medusajs/framework/types"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SYSTEM } from "../../domain/actor"
import { DomainError } from "../../domain/errors"
import { countSeats } from "../../domain/selling/count-seats"
import { lineMismatch } from "../../domain/selling/line-mismatch"
import { draftIdOf } from "../../domain/selling/plain-sales"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SaleDraftsOf, StoredSaleDraft } from "../../modules/membership/types"
import { type CartFacts, contextOf, findHolder } from "./cart-facts"
import { assertPlainSale } from "./plain-sales"
import { quoteDifference } from "./quote-id"
import { quoteSale, type QuotedSale } from "./quote-sale"
import { assertRenewalMethods, type OfferedPayment } from "./renewal-methods"
import type { SaleSubject } from "./types"

/** A cart, or a draft order that becomes an order (SALE-9). */
export type CheckSalesInput = SaleDraftsOf & {
  /** The payment session that is about to be made; left out, those that the cart has count. */
  readonly payment_session?: OfferedPayment
}

/**
 * Checks everything again before money moves (SALE-5): chart still published, seats legal, terms current, customer
 * eligible, start allowed, lines as the server made them. Claims limited offers, then stamps the drafts as
 * checked, so that an order within minutes is taken at its word. Stores nothing for a cart without memberships.
 * @throws DomainError `quote_stale`, `plan_not_sellable`, `terms_not_accepted`, `intro_already_used`,
 *   `renewal_method_required` …
 */
const checkSalesStep = createStep("membership-check-sales", async (input: CheckSalesInput, { container }) => {
  const { payment_session: offered, ...of } = input
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const cart = await findHolder(container, of)
  if (!cart || cart.completed_at) return new StepResponse({ checked: 0 })
  const drafts = (await membership.listSaleDraftsOf(of)).filter((draft) => isCarried(cart, draft))
  assertNoForgedLines(cart, drafts)
  // Staff price the plain lines of a draft order as they like; what differs from the chart waits for a decision once sold.
  if ("cart_id" in of) await assertPlainSale(container, cart, plainLines(cart))
  for (const draft of drafts) await checkDraft(container, cart, draft)
  await assertRenewalMethods(container, cart, {
    plan_ids: drafts
      .filter(needsMethod)
      .flatMap(({ plan_id, conversion }) => [plan_id, ...(conversion ? [conversion.plan_id] : [])]),
    variant_ids: plainLines(cart).flatMap(({ variant_id }) => variant_id ?? []),
    offered,
  })
  if (drafts.length) await membership.markSaleDraftsChecked(drafts.map((draft) => draft.id))
  return new StepResponse({ checked: drafts.length })
})

export const checkSalesWorkflow = createWorkflow(
  "membership-check-sales",
  (input: CheckSalesInput) => new WorkflowResponse(checkSalesStep(input))
)

const plainLines = (cart: CartFacts) => cart.items.filter((line) => draftIdOf(line) === null)

/** Further seats join dues that are paid for already; staff who sell past a rule have said why. */
const needsMethod = ({ membership_id, override_reason }: StoredSaleDraft) =>
  membership_id === null && override_reason === null

/** Staff take a membership out of a draft order with its lines; in a cart, the draft goes with them. */
const isCarried = (cart: CartFacts, { id }: StoredSaleDraft) =>
  "cart_id" in cart.of || cart.items.some((line) => draftIdOf(line) === id)

/** A line that names a sale which this cart does not hold was not made by the server. */
function assertNoForgedLines(cart: CartFacts, drafts: readonly StoredSaleDraft[]): void {
  const known = new Set(drafts.map((draft) => draft.id))
  const forged = cart.items.find((line) => {
    const id = draftIdOf(line)
    return id !== null && !known.has(id)
  })
  if (!forged) return
  throw new DomainError("membership_line_locked", "A line of this cart is not as it was added. Remove it.", {
    line_item_id: forged.id,
  })
}

async function checkDraft(
  container: MedusaContainer,
  cart: CartFacts,
  draft: StoredSaleDraft
): Promise<void> {
  const lines = cart.items.filter((line) => draftIdOf(line) === draft.id)
  const mismatch = lineMismatch(draft, lines, cart)
  if (mismatch || cart.region_id !== draft.region_id) {
    throw new DomainError("quote_stale", "The cart changed after the membership was added. Add it again.", {
      draft_id: draft.id,
      ...mismatch,
      region_id: { quoted: draft.region_id, now: cart.region_id },
    })
  }
  if (draft.membership_id !== null) await claimPlaces(container, draft, draft.membership_id)
  const quoted = await quoteSale(container, {
    ...contextOf(cart),
    subject: subjectOf(draft),
    wish: { seats: countSeats(draft.seats) },
    starts_on: draft.starts_on,
    location_id: draft.location_id,
    sale_draft_ids: [draft.id],
    by_staff: draft.override_reason === null ? undefined : overridden(draft.override_reason),
  })
  assertSameChart(draft, quoted)
  assertSameFirstPeriod(draft, quoted)
  assertTermsStillCurrent(draft, quoted)
  if (draft.membership_id === null) await claimOffer(container, cart, draft, quoted)
}

/** Rights were asked when the seats were put into the cart; whose it is now does not undo a quote. */
const subjectOf = ({ plan_id, membership_id }: StoredSaleDraft): SaleSubject =>
  membership_id === null
    ? { plan: plan_id }
    : { addition: { membership_id, asker: { type: "staff", reason: null } } }

const overridden = (reason: string) => ({ actor: SYSTEM, override: { reason } })

/** SEAT-11: of two who want the last row, one is refused before money moves. */
async function claimPlaces(
  container: MedusaContainer,
  { id: sale_draft_id, seats }: StoredSaleDraft,
  membership_id: string
): Promise<void> {
  await container.resolve(MEMBERSHIP_MODULE).claimPlaces({ membership_id, sale_draft_id, seats })
}

function assertSameChart(draft: StoredSaleDraft, { quote }: QuotedSale): void {
  if (quote.price_chart.id === draft.price_chart_id) return
  throw new DomainError("quote_stale", "The price has changed since it was shown. Look at the new quote.", {
    draft_id: draft.id,
    quote,
    difference: quoteDifference(draft.quote_id, quote),
  })
}

/** BILL-7: another day, or another common billing day, is another price. */
function assertSameFirstPeriod(
  { id, first_period, quote_id }: StoredSaleDraft,
  { quote, sale }: QuotedSale
): void {
  const [quoted, now] = [first_period, sale.first_period]
  if (quoted?.starts_on === now?.starts_on && quoted?.ends_on === now?.ends_on) return
  throw new DomainError(
    "quote_stale",
    "The days that are charged first have changed. Look at the new quote.",
    {
      ...{ draft_id: id, quote, difference: quoteDifference(quote_id, quote) },
      first_period: { quoted, now },
    }
  )
}

function assertTermsStillCurrent(draft: StoredSaleDraft, { quote }: QuotedSale): void {
  if (!quote.terms || quote.terms.id === draft.accepted_terms_id) return
  throw new DomainError(
    "terms_not_accepted",
    "The terms of this plan have changed. Accept the current ones.",
    {
      draft_id: draft.id,
      terms: { version: quote.terms.version, text: quote.terms.text },
    }
  )
}

/** PLAN-8: the use of an introductory offer is claimed before money moves, so that of two sales one is refused. */
async function claimOffer(
  container: MedusaContainer,
  cart: CartFacts,
  draft: StoredSaleDraft,
  { facts }: QuotedSale
): Promise<void> {
  const { id: plan_id, introductory_offer: offer } = facts.sale_plan.plan
  if (!offer || draft.override_reason !== null) return
  if (!cart.customer_id) {
    throw new DomainError("not_eligible", "Log in to buy this offer: it is for new customers.", { plan_id })
  }
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const [member] = await membership.listMembershipMembers({ customer_id: cart.customer_id })
  await membership.claimOffer({
    plan_id,
    offer,
    customer_id: cart.customer_id,
    household_id: member?.household_id ?? null,
    sale_draft_id: draft.id,
  })
}
