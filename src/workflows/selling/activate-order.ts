import type { MedusaContainer } from "@medusajs/framework/types"
import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk"
import { emitEventStep } from "@medusajs/medusa/core-flows"
import { valuesOfSale } from "../../domain/credits/value-of-sale"
import { toMinor } from "../../domain/money/amounts"
import { decideActivation } from "../../domain/selling/activation"
import type { Activation, PlanToSell } from "../../domain/selling/activation-types"
import { keptDiscounts, takenOffSale } from "../../domain/selling/kept-discounts"
import { shortPrice } from "../../domain/selling/lines"
import { planConversions } from "./plan-conversions"
import { seatLinesOf } from "../../domain/selling/plain-sales"
import type { SaleDraft } from "../../domain/selling/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SalePlan } from "../../modules/membership/types"
import { tellStaffStep } from "../steps/tell-staff"
import { type OrderFacts, loadOrder } from "./order-facts"
import { loadPromotions } from "./sale-promotions"

export interface ActivateOrderInput {
  readonly order_id: string
}

export interface ActivatedOrder {
  readonly created: readonly string[]
  readonly activated: readonly string[]
  readonly voided: readonly string[]
  /** Memberships that got further seats, and those seats. */
  readonly grown: readonly { readonly membership_id: string; readonly seat_ids: readonly string[] }[]
  readonly issues: readonly string[]
}

const NOTHING: ActivatedOrder = { created: [], activated: [], voided: [], grown: [], issues: [] }

const activateOrderStep = createStep(
  "membership-activate-order",
  async ({ order_id }: ActivateOrderInput, { container }) => {
    const order = await loadOrder(container, order_id)
    if (order === null) return new StepResponse(NOTHING)
    const { activation, plans, ordered_at } = await decide(container, order)
    return new StepResponse(await apply(container, order, activation, plans, ordered_at))
  }
)

async function decide(container: MedusaContainer, order: OrderFacts) {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const { id: order_id, cart_id, created_at } = order
  const { drafts, done, ordered_at } = await membership.loadActivation({ order_id, cart_id, created_at })
  const variant_ids = order.lines.flatMap((line) => line.variant_id ?? [])
  const [of_drafts, of_lines] = await Promise.all([
    membership.loadSalePlans({ ids: drafts.map((draft) => draft.plan_id) }),
    membership.loadSalePlans({ variant_ids }),
  ])
  const sale_plans = new Map([...of_drafts, ...of_lines].map((each) => [each.plan.id, each]))
  const { customer_id } = order
  const plan_ids = [...sale_plans.keys()]
  const sale_draft_ids = drafts.map((draft) => draft.id)
  const ineligible =
    customer_id && plan_ids.length
      ? await membership.eligibilityOf({ plan_ids, customer_id, sale_draft_ids })
      : new Map<string, PlanToSell["ineligible"]>()
  const plans = [...sale_plans.values()].map((each) => toPlanToSell(each, ineligible.get(each.plan.id) ?? []))
  const activation = decideActivation({ order: { ...order, ordered_at }, drafts, plans, done: new Set(done) })
  return { activation, plans: new Map(plans.map((plan) => [plan.id, plan])), ordered_at }
}

/** Each sale is one commit: a process that dies in between leaves the rest to the next run. */
async function apply(
  container: MedusaContainer,
  order: OrderFacts,
  { sales, issues, unbought_draft_ids }: Activation,
  plans: ReadonlyMap<string, PlanToSell>,
  purchased_at: string
): Promise<ActivatedOrder> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const { id: order_id, purchaser, payment } = order
  const promotions = await loadPromotions(
    container,
    order.lines.flatMap(({ lowered }) => (lowered?.discounts ?? []).map(({ code }) => code)),
    order.currency_code
  )
  const sold = []
  const added = []
  for (const sale of sales) {
    const plan = plans.get(sale.draft.plan_id)!
    const seat_values_minor = valuesOfSale(sale.draft, order.lines)
    const input = { sale, plan, order_id, purchaser, purchased_at, payment, seat_values_minor }
    const taken = takenOffSale(seatLinesOf(sale.draft.id, order.lines), sale.draft.currency_code)
    const discounts = keptDiscounts(promotions, taken, shortPriceOf(sale.draft))
    if (sale.draft.membership_id === null) sold.push(await membership.sellMembership({ ...input, discounts }))
    else added.push(await membership.addSoldSeats({ ...input, discounts }))
  }
  const reported = issues.length ? await membership.reportLineIssues(order_id, issues) : []
  if (unbought_draft_ids.length) await membership.closeSaleDrafts(unbought_draft_ids)
  const settled = await membership.settleOrder({ order_id, payment })
  const written = sold.filter((each) => each !== null)
  if (settled.activated.length > 0 || written.some(({ active }) => active)) await planConversions(container)
  const grown = added.filter((each) => each !== null)
  return {
    created: written.map((each) => each.membership_id),
    activated: [
      ...written.filter((each) => each.active).map((each) => each.membership_id),
      ...settled.activated,
    ],
    voided: settled.voided,
    grown: grown.filter(({ seat_ids }) => seat_ids.length > 0),
    issues: [...[...written, ...grown].flatMap((each) => each.issue_ids), ...reported],
  }
}

const shortPriceOf = ({ lines, first_period, currency_code }: SaleDraft): number | null =>
  shortPrice(
    lines.map((line) => ({ ...line, unit_price_minor: toMinor(line.unit_price, currency_code) })),
    first_period
  )

function toPlanToSell(
  { plan, published_chart, current_terms }: SalePlan,
  ineligible: PlanToSell["ineligible"]
): PlanToSell {
  const { id, variant_id, status, audience, starts, signup_fees, introductory_offer } = plan
  const { locations, validity, must_start_within, billing, renewal, proration } = plan
  return {
    ...{ id, variant_id, status, audience, starts, signup_fees, introductory_offer },
    ...{ locations, validity, must_start_within, billing, renewal, proration },
    published_chart: published_chart && { id: published_chart.id, rows: published_chart.rows },
    current_terms_id: current_terms?.id ?? null,
    ineligible,
  }
}

/**
 * Makes the memberships that an order sells, exactly once, and brings them in step with its payment (SALE-6, SALE-7,
 * SALE-8). Safe to run at any time, as often as it comes: from the event, from the sweep, by several workers at once.
 */
export const activateOrderWorkflow = createWorkflow(
  "membership-activate-order",
  (input: ActivateOrderInput) => {
    const done = activateOrderStep(input)
    tellStaffStep(done)
    const events = transform(
      { done, input },
      ({ done: { created, activated, voided, grown }, input: { order_id } }) => ({
        created: created.map((id) => ({ id, order_id })),
        activated: activated.map((id) => ({ id, order_id })),
        voided: voided.map((id) => ({ id, order_id })),
        grown: grown.map(({ membership_id: id, seat_ids }) => ({ id, verb: "add", seat_ids })),
      })
    )
    emitEventStep({ eventName: "membership.created", data: events.created })
    emitEventStep({ eventName: "membership.activated", data: events.activated }).config({
      name: "emit-activated",
    })
    emitEventStep({ eventName: "membership.voided", data: events.voided }).config({ name: "emit-voided" })
    emitEventStep({ eventName: "membership.changed", data: events.grown }).config({ name: "emit-grown" })
    return new WorkflowResponse(done)
  }
)
