import { decideConversion } from "../../../domain/billing/decide-conversion"
import {
  decidePlanChange,
  type PlanChangeDecision,
  type PlanChangeFacts,
} from "../../../domain/billing/decide-plan-change"
import { classificationsThere } from "../../../domain/billing/price-migration"
import { DomainError } from "../../../domain/errors"
import { assertSellable } from "../../../domain/plans/sellability"
import { soldCurrencies } from "../../../domain/plans/sold-currencies"
import { isLive } from "../../../domain/seats/live-seats"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { chartRows } from "../mapping/chart-rows"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { LoadedBilling } from "./billing-loading"
import type { UntaxedCharge } from "./charge-taxes"
import { loadPeople } from "./people-loading"
import { toBilledPlan } from "./plan-change-loading"
import type { SalePlan } from "./sale-plans"
import type { SeatAsker } from "./seat-changes"
import type { LoadedMembership } from "./seat-loading"

/** What a change of plan is decided from, of the membership itself. */
export interface LoadedPlanChange {
  readonly loaded: LoadedMembership
  readonly billing: LoadedBilling
  readonly paid: PlanChangeFacts["paid"]
  readonly has_open_charges: boolean
  readonly now: Instant
}

/** `end`: with the end of an introductory offer (PLAN-8). */
export type ChangeTiming = "now" | "renewal" | "end"

interface Wish {
  readonly when: ChangeTiming
  readonly asker: SeatAsker
  /** Of the change. */
  readonly id: string
}

/** @throws DomainError `chart_not_published`, `plan_not_sellable`, `not_eligible`, and of the rows, as `seatsOnVersion` */
export async function planChangeFacts(
  of: LoadedPlanChange,
  sale: SalePlan,
  { when, asker, id }: Wish,
  tx: Tx
): Promise<PlanChangeFacts> {
  const { loaded, billing, paid, now } = of
  const { membership, progress, unpaid_seats, currency_code } = billing
  const { plan, published_chart: chart } = sale
  await assertOffered(of, sale, { asker, when }, tx)
  const rows = chartRows(chart!, currency_code)
  const version = {
    chart: { price_chart_id: chart!.id, chart_version: chart!.version },
    ...{ rows, audience: plan.audience },
  }
  const people = await loadPeople(
    membership.seats.flatMap(({ member_id }) => member_id ?? []),
    tx
  )
  const classifications = new Map(sale.classifications.map((each) => [each.id, each]))
  const today = localDate(now, loaded.time_zone)
  const seating = { people, classifications, day: today }
  // What a seat was sold for pays for the period that runs: it is settled before another one begins (SEAT-8).
  const has_open_charges = of.has_open_charges || unpaid_seats.some((seat) => isLive(seat, today))
  const { audience, cancellation_policy, plan_id, plan_from_on, proration } = loaded
  return {
    ...{ membership: { ...membership, change: null }, progress, paid, has_open_charges, now },
    when: when === "end" ? "renewal" : when,
    from: {
      ...{ plan_id, audience, cancellation_policy },
      ...{ proration: proration ?? false, commitment_from_on: plan_from_on },
    },
    to: {
      ...{ ...version, id, unpaid_seats, proration: plan.proration },
      classifications: classificationsThere({ membership, unpaid_seats }, version, seating),
      plan: toBilledPlan(plan.id, plan),
    },
    asker: asker.type === "staff" ? asker : { type: "customer" },
  }
}

/** An offer ends with its term; any other plan with a period. */
export const decideChange = (
  { loaded }: LoadedPlanChange,
  facts: PlanChangeFacts,
  when: ChangeTiming
): PlanChangeDecision =>
  when === "end"
    ? decideConversion({
        ...facts,
        from: { offer: loaded.introductory_offer, validity: loaded.validity },
      })
    : decidePlanChange(facts)

/** The charges as those find them who find their tax. */
export async function untaxedCharges(
  membership_id: string,
  { plan: { product_id } }: SalePlan,
  { charges, currency_code }: Pick<PlanChangeDecision, "charges"> & { readonly currency_code: string },
  tx: Tx
): Promise<UntaxedCharge[]> {
  const [sold] = await execute<{ region_id: string | null; order_id: string | null }>(
    tx,
    `select d.region_id, m.order_id from membership m join membership_sale_draft d on d.id = m.sale_draft_id
     where m.id = ?`,
    [membership_id]
  )
  const place = {
    currency_code,
    product_id,
    region_id: sold?.region_id ?? null,
    order_id: sold?.order_id ?? null,
  }
  return charges.map((charge) => ({ id: charge.payer_key, charge, ...place }))
}

/** @throws DomainError where the plan is not on sale, or not for this membership */
async function assertOffered(
  { loaded, billing, now }: LoadedPlanChange,
  { plan, published_chart: chart }: SalePlan,
  { asker, when }: Pick<Wish, "asker" | "when">,
  tx: Tx
): Promise<void> {
  const refuse = (reason: string, message: string): never => {
    throw new DomainError("not_eligible", message, { field: "plan_id", reason })
  }
  // Customers take dues upon themselves alone (SEAT-4).
  if (asker.type === "customer" && paidByOthers(billing, asker.customer_id, localDate(now, loaded.time_zone)))
    refuse(
      "other_payer",
      "Somebody else pays for it, or for a seat of it. Ask the studio to change the plan."
    )
  const [place] = await execute<{ location_id: string | null }>(
    tx,
    `select location_id from membership where id = ?`,
    [loaded.id]
  )
  // What follows an offer was named with it.
  if (asker.type === "customer" && when !== "end" && !plan.portal.visible)
    throw new DomainError("not_found", "There is no such membership plan.", { field: "plan_id" })
  assertSellable({
    ...{ status: plan.status, has_variant: true, sold_at: plan.locations.sold_at },
    published_currency_codes: soldCurrencies(plan, chart?.rows ?? null),
    ...{ currency_codes: [loaded.currency_code], location_id: place?.location_id ?? null },
  })
  if (plan.kind !== "membership") refuse("credit_pack", "A credit pack is bought, not changed to.")
  if (plan.introductory_offer) refuse("introductory", "An introductory offer is for new customers.")
  if (plan.audience !== loaded.audience)
    refuse("audience", "The plan is for others: an individual plan, or a shared one with several seats.")
}

const paidByOthers = ({ membership }: LoadedBilling, customer_id: string, today: CalendarDate): boolean =>
  membership.seats.some(
    (seat) =>
      isLive(seat, today) && (seat.payer_customer_id ?? membership.purchaser_customer_id) !== customer_id
  )
