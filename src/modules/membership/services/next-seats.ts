import type { QuotedSeat } from "../../../domain/charts/types"
import { DomainError } from "../../../domain/errors"
import { fromMinor } from "../../../domain/money/amounts"
import type { Classification } from "../../../domain/people/types"
import { intervalOf } from "../../../domain/plans/billing"
import { liveSeats } from "../../../domain/seats/live-seats"
import { nextSeatPrices, nextSeats, type TakenPlace } from "../../../domain/seats/next-seats"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { SaleSeat } from "../../../domain/selling/types"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, CalendarInterval, TimeZone } from "../../../domain/time/types"
import { chartRows, type PriceChart } from "../mapping/chart-rows"
import { execute, textArray } from "../sql"
import type { Store, Tx } from "../types"
import type { ClockService } from "./clock"
import { CLAIM_MINUTES } from "./sale-drafts"
import type { SalePlanService } from "./sale-plans"
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

interface Dependencies {
  membershipClassificationService: Store<"MembershipClassification">
  clockService: ClockService
  salePlanService: SalePlanService
  seatChangeService: SeatChangeService
}

/** A membership as a sale of further seats finds it. */
export interface PlaceForSeats {
  readonly loaded: LoadedMembership
  readonly before: SeatedMembership
  readonly chart: PriceChart
  readonly taken: readonly TakenPlace[]
  readonly today: CalendarDate
}

/** The rows of its own chart that a membership's next seats would take, and who has claimed them (SEAT-8, SEAT-11). */
export class NextSeatService {
  private readonly classifications: Store<"MembershipClassification">
  private readonly clock: ClockService
  private readonly plans: SalePlanService
  private readonly changes: SeatChangeService

  constructor(dependencies: Dependencies) {
    this.classifications = dependencies.membershipClassificationService
    this.clock = dependencies.clockService
    this.plans = dependencies.salePlanService
    this.changes = dependencies.seatChangeService
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
    try {
      this.take(place, seats)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "seats_above_limit") throw error
      throw new DomainError("seat_taken", ROW_TAKEN, { membership_id })
    }
    await execute(tx, `update membership_sale_draft set checked_at = ?, updated_at = now() where id = ?`, [
      await this.clock.now(tx),
      sale_draft_id,
    ])
  }

  /** @throws DomainError `not_found` */
  async place(
    membership_id: string,
    { lock, sale_draft_ids }: { lock: boolean; sale_draft_ids: readonly string[] },
    tx: Tx
  ): Promise<PlaceForSeats> {
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

  /** The very rows that were quoted. @throws DomainError `seats_above_limit` where somebody else has one of them */
  take<Sold extends SaleSeat>(place: PlaceForSeats, seats: readonly Sold[]): Sold[] {
    const chosen = this.choose(place, seats)
    if (!samePlaces(seats, chosen)) throw new DomainError("seats_above_limit", ROW_TAKEN)
    return chosen
  }

  /** The places that as many seats of each classification would take now, each for the sale's own person. */
  private choose<Sold extends SaleSeat>(
    { loaded, chart, taken, today }: PlaceForSeats,
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

const ROW_TAKEN = "Somebody else took the row that was quoted. Look at the new price."

const pick = ({ row_position, label, sequence, required, tax_rate }: Omit<SaleSeat, "amount">) => ({
  ...{ row_position, label, sequence, required, tax_rate },
})

/** The same rows, and so the same prices; numbers may have moved on. */
function samePlaces(sold: readonly SaleSeat[], now: readonly SaleSeat[]): boolean {
  const rowsOf = (seats: readonly SaleSeat[]) =>
    seats.map(({ row_position }) => row_position).sort((a, b) => a - b)
  return JSON.stringify(rowsOf(sold)) === JSON.stringify(rowsOf(now))
}
