import { compileChart } from "../charts/compile"
import { seatablePeople } from "../charts/eligibility"
import { priceRows } from "../charts/price-rows"
import { bestSeating } from "../charts/seating"
import type { ChartRowDraft } from "../charts/types"
import { DomainError, type DomainErrorCode } from "../errors"
import { sumMinor } from "../money/amounts"
import type { Classification, Person } from "../people/types"
import type { PlanAudience } from "../plans/types"
import { isLive } from "../seats/live-seats"
import type { Seat } from "../seats/types"
import { compareDates, hasCome } from "../time/calendar"
import type { CalendarDate, Instant } from "../time/types"
import type { Charge, ChargedChart } from "./charges"
import { type BilledMembership, type BillingProgress, calendarOf } from "./billed-membership"
import { dueCharges } from "./due-charges"
import { type BillingPeriod, nextPeriod } from "./periods"
import { beginsWith } from "./planned-changes"
import { type ChartVersionRows, type PriceMove, seatsOnVersion } from "./price-moves"

export interface MigratedMembership {
  readonly membership: BilledMembership
  readonly progress: BillingProgress
  readonly currency_code: string
  /** Seats whose order is not paid yet. */
  readonly unpaid_seats: readonly Seat[]
}

export interface PriceMigration {
  readonly to: ChargedChart & { readonly rows: readonly ChartRowDraft[] }
  readonly audience: PlanAudience
  readonly now: Instant
  /** No renewal before this day; null is each one's next. */
  readonly from_on: CalendarDate | null
  /** Who sits there, by member id; they are seated anew where the version has other classifications. */
  readonly people: ReadonlyMap<string, Person>
  /** Those of the version, by id. */
  readonly classifications: ReadonlyMap<string, Classification>
}

/** What one payer pays at the first renewal by the new version, with and without it: before tax, after discounts. */
interface PayerDifference {
  readonly payer_key: string
  readonly payer_customer_id: string | null
  readonly now_minor: number
  readonly then_minor: number
}

/** What the move of one membership means, or why it cannot be. */
export type MembershipMigration =
  | {
      readonly can_move: true
      readonly move: PriceMove
      /** The first that the version prices. */
      readonly period: BillingPeriod
      readonly payers: readonly PayerDifference[]
      readonly now_minor: number
      readonly then_minor: number
    }
  | {
      readonly can_move: false
      readonly code: "already_moved" | "no_renewal" | "plan_change_planned" | DomainErrorCode
      readonly message: string
    }

/**
 * CHART-10: a membership on another version of its plan's chart from its next renewal. Seats keep their classification
 * where the version has rows for them (CHART-7); else everybody who sits there is seated anew, as cheaply as the rows
 * allow (CHART-12). The amounts are those of the very charges that will be made (BILL-9).
 */
export function migratePrices(of: MigratedMembership, migration: PriceMigration): MembershipMigration {
  const { price_chart_id, chart_version, rows: drafts } = migration.to
  if (of.membership.chart.price_chart_id === price_chart_id)
    return no("already_moved", "It is priced by this version already.")
  const period = firstRenewal(of, migration)
  const { change = null } = of.membership
  if (period !== null && change !== null && beginsWith(change, period))
    return no("plan_change_planned", "By then it is on another plan.")
  if (period === null)
    return no("no_renewal", "No renewal of it is known, so nothing would be charged by it.")
  try {
    const rows = priceRows(drafts, of.currency_code)
    const version = { chart: { price_chart_id, chart_version }, rows, audience: migration.audience }
    const classifications = classificationsThere(of, version, { ...migration, day: period.starts_on })
    const { unpaid_seats } = of
    const move = { ...version, from_index: period.index, classifications, unpaid_seats }
    return { can_move: true, move, period, ...priceDifference(of, move, period) }
  } catch (error) {
    if (error instanceof DomainError) return no(error.code, error.message)
    throw error
  }
}

/** What a period costs each payer on the membership's own version and after a move. */
function priceDifference(
  { membership, progress }: Pick<MigratedMembership, "membership" | "progress">,
  move: PriceMove,
  { due_at }: Pick<BillingPeriod, "due_at">
) {
  const chargesWith = (pending: PriceMove | null) =>
    dueCharges({ ...membership, move: pending }, progress, due_at).at(-1)?.charges ?? []
  const [now, then] = [chargesWith(null), chargesWith(move)]
  const keys = new Set([...now, ...then].map(({ payer_key }) => payer_key))
  const payers = [...keys].map((payer_key): PayerDifference => {
    const [before, after] = [now, then].map((charges) => charges.find((each) => each.payer_key === payer_key))
    const payer_customer_id = (before ?? after)!.payer_customer_id
    return { payer_key, payer_customer_id, now_minor: netOf(before), then_minor: netOf(after) }
  })
  return {
    payers,
    now_minor: sumMinor(payers.map(({ now_minor }) => now_minor)),
    then_minor: sumMinor(payers.map(({ then_minor }) => then_minor)),
  }
}

const netOf = (charge: Charge | undefined) => (charge ? charge.subtotal_minor - charge.discount_minor : 0)

const no = (code: Extract<MembershipMigration, { can_move: false }>["code"], message: string) =>
  ({ can_move: false, code, message }) as const

/** What is due already is charged as it was when it became due, also by a run that comes late. */
function firstRenewal(
  { membership, progress }: MigratedMembership,
  { now, from_on }: PriceMigration
): BillingPeriod | null {
  let period: BillingPeriod | null = null
  let { after_index } = progress
  do {
    period = nextPeriod(calendarOf(membership), after_index, membership.zone)
    after_index = period?.index ?? after_index
  } while (period !== null && (hasCome(period.due_at, now) || isBefore(period.starts_on, from_on)))
  return period
}

const isBefore = (day: CalendarDate, from_on: CalendarDate | null) =>
  from_on !== null && compareDates(day, from_on) < 0

interface Seating extends Pick<PriceMigration, "people" | "classifications"> {
  readonly day: CalendarDate
}

/** Seats that take a row of another classification. @throws DomainError of the version's rows, as `seatsOnVersion`, where people cannot be seated anew either */
export function classificationsThere(
  {
    membership,
    unpaid_seats,
  }: Pick<MigratedMembership, "unpaid_seats"> & {
    readonly membership: Pick<BilledMembership, "seats">
  },
  version: ChartVersionRows,
  seating: Seating
): ReadonlyMap<string, string | null> {
  const seats = [...membership.seats, ...unpaid_seats]
  try {
    seatsOnVersion(seats, version, { classifications: new Map(), day: seating.day })
    return new Map()
  } catch (error) {
    const anew = error instanceof DomainError ? seatedAnew(seats, version, seating) : null
    if (anew === null) throw error
    return anew
  }
}

/** null where a seat is empty, so that nobody knows who may sit there, or where somebody finds no row. */
function seatedAnew(
  seats: readonly Seat[],
  { rows, audience }: ChartVersionRows,
  { people, classifications, day: on_date }: Seating
): ReadonlyMap<string, string | null> | null {
  const there = seats.filter((seat) => isLive(seat, on_date))
  const known = there.flatMap(({ member_id }) => people.get(member_id ?? "") ?? [])
  if (known.length < there.length) return null
  const chart = compileChart(rows)
  try {
    const seatable = seatablePeople(chart, known, { classifications, on_date })
    const { seats: seated } = bestSeating(chart, seatable, { audience })
    return new Map(
      seated.map(({ person_index, classification_id }) => [there[person_index]!.id, classification_id])
    )
  } catch (error) {
    if (error instanceof DomainError) return null
    throw error
  }
}
