import type { MedusaContainer } from "@medusajs/framework/types"
import type { Charge } from "../../domain/billing/charges"
import type { TaxedCharge } from "../../domain/billing/tax"
import { DomainError } from "../../domain/errors"
import { happeningsOf, inOrder } from "../../domain/forecast/happenings"
import type { ChargeToCome, Happening } from "../../domain/forecast/types"
import {
  addDays,
  assertCalendarDate,
  compareDates,
  daysBetween,
  hasCome,
  localDate,
} from "../../domain/time/calendar"
import type { CalendarDate, Instant } from "../../domain/time/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeTotals, ForecastMembership, ForecastScope } from "../../modules/membership/types"
import { storedTotals, totalsOf } from "./tax-charges"

const BATCH = 500
/** Who looks further ahead wants a report. */
const AHEAD_MAX_DAYS = 400
/** Of the whole studio at once. */
const STUDIO_MAX_DAYS = 93

export interface ForecastQuestion extends ForecastScope {
  readonly from_on: CalendarDate
  /** The first day that is not asked about (TIME-2). */
  readonly until_on: CalendarDate
}

/** A happening with what it takes to show it. */
export interface ToldHappening extends Happening {
  readonly currency_code: string
  readonly display_id: number
  readonly plan_name: string
  readonly customer_name: string | null
  readonly customer_email: string | null
  /** Those of `seat_ids`. */
  readonly seats: readonly { readonly id: string; readonly label: string; readonly sequence: number }[]
  /** Who ages out, and the seat that they could take, free ones first; what it costs more each period. */
  readonly ageing: ForecastMembership["ageing"][number] | null
}

/**
 * REPORT-3: what happens on some days, to whom, why, and what money it is, by the functions that will do it. It reads in
 * transactions that cannot write.
 * @throws DomainError `date_invalid` for days that are past, too far ahead, too many, or the wrong way round
 */
export async function forecastMemberships(
  container: MedusaContainer,
  question: ForecastQuestion
): Promise<ToldHappening[]> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const { until_on, membership_id, customer_id } = question
  assertRange(question, localDate(await membership.now(), await membership.zoneOf(null)))
  const happenings: ToldHappening[] = []
  for (let after_id: string | null = null, more = true; more;) {
    const scope = { membership_id, customer_id, until_on, after_id, limit: BATCH }
    const { memberships, now, last_id } = await membership.forecastMemberships(scope)
    const taxed = await taxedCharges(container, memberships, { ...question, now })
    for (const each of memberships) happenings.push(...tell(each, { taxed, now, question }))
    after_id = last_id
    more = after_id !== null
  }
  return happenings.sort((a, b) => inOrder(a, b) || a.display_id - b.display_id)
}

function assertRange({ from_on, until_on, ...scope }: ForecastQuestion, today: CalendarDate): void {
  const refuse = (field: string, message: string, details: Record<string, unknown> = {}) => {
    throw new DomainError("date_invalid", message, { field, ...details })
  }
  assertCalendarDate(from_on, "from")
  assertCalendarDate(until_on, "until")
  if (compareDates(from_on, today) < 0)
    refuse("from", `Choose ${today} or later: what happened before is in the history.`, {
      earliest_on: today,
    })
  if (compareDates(from_on, until_on) >= 0) refuse("until", "The days end before they begin.")
  const latest_on = addDays(today, AHEAD_MAX_DAYS)
  if (compareDates(until_on, latest_on) > 0) refuse("until", `Choose ${latest_on} or earlier.`, { latest_on })
  const is_studio = scope.membership_id === null && scope.customer_id === null
  if (is_studio && daysBetween({ from: from_on, to: until_on }) > STUDIO_MAX_DAYS)
    refuse("until", `Of the whole studio, ask about ${STUDIO_MAX_DAYS} days at most.`, {
      days_max: STUDIO_MAX_DAYS,
    })
}

/** With the tax of today: those that are shown, and those whose credits are worth what is paid for them. */
async function taxedCharges(
  container: MedusaContainer,
  memberships: readonly ForecastMembership[],
  { from_on, now }: Pick<ForecastQuestion, "from_on"> & { readonly now: Instant }
): Promise<Map<string, ChargeTotals>> {
  // No place is more than a day away from the studio's.
  const earliest_on = addDays(from_on, -1)
  const isShown = ({ starts_on, due_at }: Charge) =>
    hasCome(due_at, now) || compareDates(starts_on, earliest_on) >= 0
  const charges = memberships.flatMap(({ charges: own, phases }) =>
    phases.some(({ credits }) => credits.plan.entitlement.type === "credits")
      ? own
      : own.filter(({ charge }) => isShown(charge))
  )
  const untaxed = memberships.flatMap(({ open }) => open.filter(({ total_minor }) => total_minor === null))
  const totals = await totalsOf(container, [...charges, ...untaxed])
  return new Map(totals.map((each) => [each.id, each]))
}

interface Told {
  readonly taxed: ReadonlyMap<string, ChargeTotals>
  readonly now: Instant
  readonly question: ForecastQuestion
}

function tell(each: ForecastMembership, { taxed, now, question }: Told): ToldHappening[] {
  const { billing, display_id, plan_name, customer_name, customer_email } = each
  const { membership, currency_code, unpaid_seats } = billing
  const { id: membership_id, zone, seats } = membership
  const of = new Map(each.charges.map((to_come) => [keyOf(to_come.charge), to_come]))
  const toCome = (charge: Charge): ChargeToCome => {
    const { id } = of.get(keyOf(charge))!
    return { ...withTotals(charge, taxed.get(id)), charge_id: null, status: "scheduled", currency_code }
  }
  const open = each.open.map((known) => ({
    at: known.act_at,
    charge: {
      ...withTotals(known.charge, taxed.get(known.id) ?? storedTotals(known)),
      ...{ charge_id: known.id, status: known.status, currency_code },
    },
  }))
  const ageing = each.ageing
    .filter(({ qualifies_now }) => qualifies_now)
    .map(({ seat_id, stops_qualifying_on: on, reason }) => ({ seat_id, on, reason }))
  const happenings = happeningsOf({
    ...{ membership_id, zone, seats, open, ageing, now, taxed: toCome },
    ...{ phases: each.phases, grants: each.grants, due: each.due, notices: each.notices },
    ...{ from_on: question.from_on, until_on: question.until_on },
  })
  const all = [...seats, ...unpaid_seats]
  return happenings
    .filter((happening) => concerns(happening, each, question))
    .map((happening) => ({
      ...happening,
      ...{ currency_code, display_id, plan_name, customer_name, customer_email },
      seats: all
        .filter(({ id }) => happening.seat_ids.includes(id))
        .map(({ id, label, sequence }) => ({ id, label, sequence })),
      ageing:
        happening.kind === "ages_out"
          ? each.ageing.find(({ seat_id }) => happening.seat_ids.includes(seat_id))!
          : null,
    }))
}

/** Of a customer: all of what they bought, and of what others bought their own money. */
function concerns(
  { charge }: Happening,
  { customer_id }: ForecastMembership,
  question: ForecastQuestion
): boolean {
  if (question.customer_id === null || question.customer_id === customer_id) return true
  return charge?.payer_customer_id === question.customer_id
}

const keyOf = ({ payer_key, period_key }: Pick<Charge, "payer_key" | "period_key">) =>
  `${payer_key}:${period_key}`

/** Where the tax was not asked for, because nobody is shown it, there is none. */
function withTotals(charge: Charge, totals: Omit<ChargeTotals, "id"> | undefined): TaxedCharge {
  const { lines, is_tax_inclusive, tax_minor, total_minor } = totals ?? UNTAXED(charge)
  return { ...charge, lines, is_tax_inclusive, tax_minor, total_minor }
}

const UNTAXED = ({ lines, subtotal_minor, discount_minor }: Charge) => ({
  lines: lines.map((line) => ({ ...line, taxes: [], tax_minor: 0 })),
  ...{ is_tax_inclusive: false, tax_minor: 0, total_minor: subtotal_minor - discount_minor },
})
