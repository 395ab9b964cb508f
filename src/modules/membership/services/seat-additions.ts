import type { Actor } from "../../../domain/actor"
import type { QuotedSeat } from "../../../domain/charts/types"
import { DomainError } from "../../../domain/errors"
import { fromMinor, toMinor } from "../../../domain/money/amounts"
import type { Classification } from "../../../domain/people/types"
import { valuesOfSale } from "../../../domain/credits/value-of-sale"
import { intervalOf } from "../../../domain/plans/billing"
import type { AddedSeat } from "../../../domain/seats/add-seats"
import type { SeatVerb } from "../../../domain/seats/decide"
import { liveSeats } from "../../../domain/seats/live-seats"
import { nextSeatPrices, nextSeats, type TakenPlace } from "../../../domain/seats/next-seats"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { SaleFinding } from "../../../domain/selling/activation-types"
import type { SaleSeat } from "../../../domain/selling/types"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, CalendarInterval, TimeZone } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { chartRows, type PriceChart } from "../mapping/chart-rows"
import { execute, textArray } from "../sql"
import type { Store, Tx } from "../types"
import type { SellMembershipInput } from "./activations"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import { CLAIM_MINUTES } from "./sale-drafts"
import type { SalePlanService } from "./sale-plans"
import type { SaleRecordService } from "./sale-records"
import { sellerOf } from "./sellers"
import type { SeatAsker, SeatChangeService } from "./seat-changes"
import { type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"

export interface LoadAdditionInput {
  readonly membership_id: string
  readonly asker: SeatAsker
  /** Sales that ask again: the places that they claimed do not stand in their way. */
  readonly sale_draft_ids?: readonly string[] | undefined
}

/** What the sale of further seats is decided from (SEAT-8). */
export interface Addition {
  readonly membership_id: string
  readonly plan_id: string
  readonly currency_code: string
  /** Of its first sale. */
  readonly region_id: string | null
  readonly location_id: string | null
  readonly time_zone: TimeZone
  readonly customer_id: string | null
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly interval: CalendarInterval | null
  readonly renews: boolean
  /** Its own version, for life (CHART-8). */
  readonly chart: PriceChart
  readonly classifications: readonly Classification[]
  readonly taken: readonly TakenPlace[]
}

export interface NextPlaceInput {
  readonly membership_id: string
  /** null is `Any`. */
  readonly classification_id: string | null
}

export interface ClaimPlacesInput {
  readonly membership_id: string
  readonly sale_draft_id: string
  readonly seats: readonly SaleSeat[]
}

export interface NextSeat {
  /** null is `Any`. */
  readonly classification_id: string | null
  /** Of the chart row that comes next. */
  readonly label: string | null
  /** null: the chart has no further row. */
  readonly amount: number | null
}

/** What became of a sale of further seats. */
export interface AddedSeats {
  readonly membership_id: string
  readonly seat_ids: readonly string[]
  readonly issue_ids: readonly string[]
}

interface Dependencies {
  membershipClassificationService: Store<"MembershipClassification">
  clockService: ClockService
  salePlanService: SalePlanService
  saleRecordService: SaleRecordService
  seatChangeService: SeatChangeService
  creditGrantService: CreditGrantService
}

interface Place {
  readonly loaded: LoadedMembership
  readonly before: SeatedMembership
  readonly chart: PriceChart
  readonly taken: readonly TakenPlace[]
  readonly today: CalendarDate
}

/** Seats that are sold to a membership which is there already (SEAT-8). */
export class SeatAdditionService {
  private readonly classifications: Store<"MembershipClassification">
  private readonly clock: ClockService
  private readonly plans: SalePlanService
  private readonly records: SaleRecordService
  private readonly changes: SeatChangeService
  private readonly credits: CreditGrantService

  constructor(dependencies: Dependencies) {
    this.classifications = dependencies.membershipClassificationService
    this.clock = dependencies.clockService
    this.plans = dependencies.salePlanService
    this.records = dependencies.saleRecordService
    this.changes = dependencies.seatChangeService
    this.credits = dependencies.creditGrantService
  }

  /** @throws DomainError `not_found`, `not_your_seat` */
  async load({ membership_id, asker, sale_draft_ids = [] }: LoadAdditionInput, tx: Tx): Promise<Addition> {
    const place = await this.place(membership_id, { lock: false, sale_draft_ids }, tx)
    const { loaded, before, chart, taken } = place
    await this.changes.assertManagesAll(asker, { loaded, before }, tx)
    const { plan_id, currency_code, time_zone, customer_id, starts_on, ends_on } = loaded
    const [sold] = await execute<{ region_id: string | null; location_id: string | null }>(
      tx,
      `select d.region_id, m.location_id from membership m join membership_sale_draft d on d.id = m.sale_draft_id
       where m.id = ?`,
      [membership_id]
    )
    return {
      ...{ membership_id, plan_id, currency_code, time_zone, customer_id, starts_on, ends_on, chart, taken },
      ...{ region_id: sold?.region_id ?? null, location_id: sold?.location_id ?? null },
      interval: intervalOf(loaded.billing),
      renews: loaded.renewal.mode === "period_end",
      classifications: await this.classificationsOf(chart, tx),
    }
  }

  /** What one more seat of each classification would cost, as decimals (SEAT-8). @throws DomainError `not_found` */
  async nextPrices(membership_id: string, tx: Tx): Promise<NextSeat[]> {
    const { loaded, chart, taken } = await this.place(membership_id, { lock: false, sale_draft_ids: [] }, tx)
    const { audience, currency_code } = loaded
    const rows = chartRows(chart, currency_code)
    return nextSeatPrices({ audience, rows, taken }).map(({ price_minor, ...next }) => ({
      ...next,
      amount: price_minor === null ? null : fromMinor(price_minor, currency_code),
    }))
  }

  /** The row that one more person of a classification takes. @throws DomainError `not_found`, and as `nextSeats` */
  async nextPlace({ membership_id, classification_id }: NextPlaceInput, tx: Tx): Promise<QuotedSeat> {
    const place = await this.place(membership_id, { lock: false, sale_draft_ids: [] }, tx)
    const { loaded, chart, taken, today: on_date } = place
    const { audience, currency_code } = loaded
    const wish = { seats: [{ classification_id, count: 1 }] }
    const rows = chartRows(chart, currency_code)
    const classifications = await this.classificationsOf(chart, tx)
    const [seat] = nextSeats({ audience, rows, taken, wish, classifications, on_date }).seats
    const { row_position, label, sequence, price_minor, tax_rate, required } = seat!
    return { row_position, label, classification_id, sequence, price_minor, tax_rate, required }
  }

  /**
   * Keeps the rows of a sale for it while its money moves; the membership's row lock makes two who want the last one
   * take turns (SEAT-11). A claim whose sale never completed frees its rows after half an hour of the machine's time.
   * @throws DomainError `seat_taken`
   */
  async claim({ membership_id, sale_draft_id, seats }: ClaimPlacesInput, tx: Tx): Promise<void> {
    const place = await this.place(membership_id, { lock: true, sale_draft_ids: [sale_draft_id] }, tx)
    if (!this.areFree(place, seats)) throw new DomainError("seat_taken", ROW_TAKEN, { membership_id })
    await execute(tx, `update membership_sale_draft set checked_at = ?, updated_at = now() where id = ?`, [
      await this.clock.now(tx),
      sale_draft_id,
    ])
  }

  /**
   * Writes the seats of a paid or placed sale, once. Where they cannot be, staff are told: the money may have moved.
   * @returns null when they were written before
   */
  async addSold(input: SellMembershipInput, tx: Tx): Promise<AddedSeats | null> {
    const { sale, order_id, payment } = input
    const { id: sale_draft_id, membership_id, plan_id } = sale.draft
    if (membership_id === null || payment.canceled) return null
    const place = await this.place(membership_id, { lock: true, sale_draft_ids: [sale_draft_id] }, tx)
    const before = await execute(tx, `select id from membership_seat where sale_draft_id = ?`, [
      sale_draft_id,
    ])
    if (before.length > 0) return null
    const { seat_ids, findings } = await this.tryToAdd(input, place, tx)
    const issues = findings.map(({ details, ...finding }) => ({
      ...finding,
      ...{ details: { ...details, membership_id }, order_id, subject_id: sale_draft_id, plan_id },
      // Not of the membership: whatever staff decide about the seats, the rest of it goes on.
      membership_id: null,
    }))
    return { membership_id, seat_ids, issue_ids: await this.records.insertIssues(issues, tx) }
  }

  /** SALE-7: the seats of a paid order wait no longer, unless staff have to decide about them. */
  async activate(order_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string; membership_id: string }>(
      tx,
      `update membership_seat s set is_pending = false, updated_at = now()
       where s.order_id = ? and s.is_pending and s.deleted_at is null and not exists (
         select from membership_sale_issue i
         where i.subject_id = s.sale_draft_id and i.resolved_at is null and i.deleted_at is null)
       returning s.id, s.membership_id`,
      [order_id]
    )
    const membership_ids = [...new Set(rows.map(({ membership_id }) => membership_id))].sort()
    for (const id of membership_ids) {
      const seats = rows.filter(({ membership_id }) => membership_id === id)
      await this.credits.seatsPaid(
        id,
        seats.map((seat) => seat.id),
        tx
      )
    }
    return membership_ids
  }

  /**
   * SALE-8: the seats that an order added, or one sale of it, end with it. One that the membership cannot be without is
   * left empty, so that the order's cancellation never fails on it (SEAT-6, CHART-6).
   */
  async end(of: { order_id: string } | { sale_draft_id: string }, why: Why, tx: Tx): Promise<void> {
    const [column, id] = "order_id" in of ? ["order_id", of.order_id] : ["sale_draft_id", of.sale_draft_id]
    const seats = await execute<{ id: string; membership_id: string }>(
      tx,
      `select id, membership_id from membership_seat where ${column} = ? and deleted_at is null order by id`,
      [id]
    )
    const { reason, actor } = why
    const asker = { type: "staff", reason } as const
    for (const { id: seat_id, membership_id } of seats) {
      const change = (verb: SeatVerb) =>
        this.changes.change({ membership_id, verb, asker, actor, preview: false }, tx)
      const cancel = { verb: "cancel", seat_id, way: { at: "now" }, reason } as const
      const refused = await refusalOf(change(cancel), [...ENDED, ...NEEDED])
      if (refused && isAmong(NEEDED, refused))
        await refusalOf(change({ verb: "unassign", seat_id }), ["seat_empty"])
      await this.credits.seatsVoided(membership_id, [seat_id], why, tx)
    }
  }

  private async tryToAdd(
    { sale, order_id, payment, purchaser, seat_values_minor, discounts = [] }: SellMembershipInput,
    place: Place,
    tx: Tx
  ): Promise<{ seat_ids: readonly string[]; findings: readonly SaleFinding[] }> {
    const { draft, findings } = sale
    const payer_customer_id = purchaser.customer_id
    try {
      const paid = seat_values_minor ?? valuesOfSale(draft, [])
      const sold = draft.seats.map((seat, index) => ({ ...seat, value_minor: paid[index] ?? 0 }))
      const chosen = this.choose(place, sold)
      if (!samePlaces(draft.seats, chosen)) throw new DomainError("seats_above_limit", ROW_TAKEN)
      const seats = chosen.map(({ value_minor: _value, ...seat }): AddedSeat => ({
        ...{ ...seat, id: newEntityId("mseat"), payer_customer_id },
        price_minor: toMinor(seat.amount, draft.currency_code),
      }))
      const verb = { verb: "add", seats, is_sold: true } as const
      const membership_id = place.loaded.id
      const asker = { type: "staff", reason: null } as const
      const { actor } = await sellerOf(draft.id, tx)
      await this.changes.change({ membership_id, verb, asker, actor, preview: false }, tx)
      const seat_ids = seats.map(({ id }) => id)
      const is_pending = !payment.paid || findings.length > 0
      await execute(
        tx,
        `update membership_seat set sale_draft_id = ?, order_id = ?, is_pending = ? where id = any(?)`,
        [draft.id, order_id, is_pending, textArray(seat_ids)]
      )
      const values = chosen.map(({ value_minor }, index) => ({ seat_id: seat_ids[index]!, value_minor }))
      await this.credits.seatsSold(membership_id, values, tx)
      await this.records.insertDiscounts({ membership_id, sale_draft_id: draft.id }, discounts, tx)
      return { seat_ids, findings }
    } catch (error) {
      if (!(error instanceof DomainError) || !isUnplaced(error.code)) throw error
      const { code, message, details } = error
      return { seat_ids: [], findings: [...findings, { code, message, details }] }
    }
  }

  private async place(
    membership_id: string,
    { lock, sale_draft_ids }: { lock: boolean; sale_draft_ids: readonly string[] },
    tx: Tx
  ): Promise<Place> {
    const loaded = await loadMembership(membership_id, { lock }, tx)
    const before = await loadSeats(loaded, tx)
    const today = localDate(await this.clock.now(tx), loaded.time_zone)
    const [chart] = await this.plans.loadCharts([loaded.price_chart_id], tx)
    const claims = await execute<{ seats: TakenPlace[] }>(
      tx,
      `select d.seats from membership_sale_draft d
       where d.membership_id = ? and d.checked_at is not null and d.removed_at is null and d.id <> all(?)
         and d.updated_at > now() - ? * interval '1 minute'
         and not exists (select from membership_seat s where s.sale_draft_id = d.id)`,
      [membership_id, textArray(sale_draft_ids), CLAIM_MINUTES]
    )
    const taken = [...liveSeats(before, today), ...claims.flatMap(({ seats }) => seats)]
    return { loaded, before, chart: chart!, taken, today }
  }

  /** Whether the very rows that were quoted are still to be had. */
  private areFree(place: Place, seats: readonly SaleSeat[]): boolean {
    try {
      return samePlaces(seats, this.choose(place, seats))
    } catch (error) {
      if (error instanceof DomainError && error.code === "seats_above_limit") return false
      throw error
    }
  }

  /** The places that as many seats of each classification would take now, each for the sale's own person. */
  private choose<Sold extends SaleSeat>(
    { loaded, chart, taken, today }: Place,
    seats: readonly Sold[]
  ): Sold[] {
    const { audience, currency_code } = loaded
    const classification_ids = [...new Set(seats.map(({ classification_id }) => classification_id))]
    const of = (id: string | null) => seats.filter(({ classification_id }) => classification_id === id)
    const counts = classification_ids.map((id) => ({ classification_id: id, count: of(id).length }))
    const rows = chartRows(chart, currency_code)
    const wish = { seats: counts }
    const chosen = nextSeats({ audience, rows, taken, wish, classifications: [], on_date: today }).seats
    const wanted = classification_ids.flatMap(of)
    return chosen.map((seat, index) => ({ ...wanted[index]!, ...pick(seat) }))
  }

  private async classificationsOf({ rows }: PriceChart, tx: Tx): Promise<Classification[]> {
    const ids = [...new Set(rows.flatMap(({ classification_id }) => classification_id ?? []))]
    return ids.length ? await this.classifications.list({ id: ids }, {}, tx) : []
  }
}

interface Why {
  readonly actor: Actor
  readonly reason: string
}

const ROW_TAKEN = "Somebody else took the row that was quoted. Look at the new price."

/** What keeps seats from being added although their order exists; staff decide then. */
const UNPLACED = ["already_canceled", "membership_ended", "seats_above_limit"] as const
const isUnplaced = (code: string): code is (typeof UNPLACED)[number] =>
  (UNPLACED as readonly string[]).includes(code)

/** A seat that ended before, and a membership that is over, have nothing left to end. */
const ENDED = ["already_canceled", "membership_ended", "not_found"]

/** The membership cannot be without it. */
const NEEDED = ["seat_required", "seats_below_required"]

const isAmong = (codes: readonly string[], code: string) => codes.includes(code)

/** @returns which of these refusals it was; null when it was done */
async function refusalOf(done: Promise<unknown>, expected: readonly string[]): Promise<string | null> {
  try {
    await done
    return null
  } catch (error) {
    if (error instanceof DomainError && isAmong(expected, error.code)) return error.code
    throw error
  }
}

const pick = ({ row_position, label, sequence, required, tax_rate }: Omit<SaleSeat, "amount">) => ({
  ...{ row_position, label, sequence, required, tax_rate },
})

/** The same rows, and so the same prices; numbers may have moved on. */
function samePlaces(sold: readonly SaleSeat[], now: readonly SaleSeat[]): boolean {
  const rowsOf = (seats: readonly SaleSeat[]) =>
    seats.map(({ row_position }) => row_position).sort((a, b) => a - b)
  return JSON.stringify(rowsOf(sold)) === JSON.stringify(rowsOf(now))
}
