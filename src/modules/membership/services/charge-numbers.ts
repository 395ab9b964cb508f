import { addDays, localDate, startOfLocalDay } from "../../../domain/time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { LocationService } from "./locations"

export interface ChargeSum {
  readonly charges: number
  readonly total_minor: number
}

export interface ChargeNumbers {
  readonly currency_code: string
  /** Since the day began. */
  readonly collected: ChargeSum
  /** Declined, and not paid since. */
  readonly failed: ChargeSum
  /** Nobody knows yet whether the money was taken (BILL-4). */
  readonly unknown: ChargeSum
  /** Could not be found out: staff decide. */
  readonly parked: ChargeSum
  /** Due and not settled, those above that are not collected among them. */
  readonly open: ChargeSum
}

/** A day of the past two weeks, in one currency. Days without anything are left out. */
export interface ChargeDay {
  readonly day: CalendarDate
  readonly currency_code: string
  /** Paid on that day, whenever it was due. */
  readonly collected: ChargeSum
  /** Due on that day, and not settled until now. */
  readonly open: ChargeSum
}

export interface ChargesToday {
  readonly today: CalendarDate
  readonly now: Instant
  /** Of the studio's default place: where its days begin. */
  readonly time_zone: TimeZone
  /** The first day that `days` tells of. */
  readonly since: CalendarDate
  readonly days: readonly ChargeDay[]
  readonly numbers: readonly ChargeNumbers[]
  /** Charges whose money is to be given back. */
  readonly paid_beside: number
}

interface Dependencies {
  clockService: ClockService
  locationService: LocationService
}

/** Days that the page's picture shows, today among them. */
const DAYS = 14

/** How the charges stand today, and what became of those of the past days, at the studio's default place. */
export class ChargeNumberService {
  private readonly clock: ClockService
  private readonly locations: LocationService

  constructor({ clockService, locationService }: Dependencies) {
    this.clock = clockService
    this.locations = locationService
  }

  async today(tx: Tx): Promise<ChargesToday> {
    const now = await this.clock.now(tx)
    const zone = await this.locations.zoneOf(null, tx)
    const today = localDate(now, zone)
    const rows = await execute<NumberRow>(tx, NUMBERS, [startOfLocalDay(today, zone), now])
    const [{ paid_beside } = { paid_beside: 0 }] = await execute<{ paid_beside: number }>(
      tx,
      `select count(*)::int as paid_beside from membership_charge
       where paid_beside_attempt is not null and given_back_at is null and deleted_at is null`
    )
    const since = addDays(today, 1 - DAYS)
    const from = startOfLocalDay(since, zone)
    const days = await execute<DayRow>(tx, BY_DAY, [zone, from, zone, from, now])
    return {
      ...{ today, now, time_zone: zone, since, paid_beside },
      numbers: rows.map((row) => ({
        currency_code: row.currency_code,
        ...{ collected: sumOf(row, "collected"), failed: sumOf(row, "failed") },
        ...{ unknown: sumOf(row, "unknown"), parked: sumOf(row, "parked"), open: sumOf(row, "open") },
      })),
      days: days.map((row) => ({
        ...{ day: row.day, currency_code: row.currency_code },
        ...{ collected: sumOf(row, "collected"), open: sumOf(row, "open") },
      })),
    }
  }
}

type Sums<Name extends string> = Readonly<Record<Name | `${Name}_minor`, number>>

type NumberRow = Sums<"collected" | "failed" | "unknown" | "parked" | "open"> & {
  readonly currency_code: string
}

type DayRow = Sums<"collected" | "open"> & { readonly day: CalendarDate; readonly currency_code: string }

const sumOf = <Name extends string>(row: Sums<Name>, name: Name): ChargeSum => ({
  charges: row[name],
  total_minor: row[`${name}_minor`],
})

const sum = (name: string, which: string) => `
  count(*) filter (where ${which})::int as ${name},
  coalesce(sum(coalesce(total_minor, subtotal_minor - discount_minor)) filter (where ${which}), 0)::float8 as ${name}_minor`

/** What is settled and what is open have an index each. A charge that is not taxed yet counts without its tax. */
const NUMBERS = `
  select currency_code, ${sum("collected", "status = 'paid'")}, ${sum("failed", "status = 'failed'")},
         ${sum("unknown", "status = 'unknown'")}, ${sum("parked", "status = 'parked'")},
         ${sum("open", "settled_at is null")}
  from (
    select currency_code, status, settled_at, total_minor, subtotal_minor, discount_minor from membership_charge
    where settled_at >= ? and settled_at is not null and deleted_at is null
    union all
    select currency_code, status, settled_at, total_minor, subtotal_minor, discount_minor from membership_charge
    where settled_at is null and due_at <= ? and deleted_at is null) of_today
  group by currency_code order by currency_code`

/** What was paid counts on the day of its payment, what is open on the day on which it was due: each has its index. */
const BY_DAY = `
  select day::text, currency_code, ${sum("collected", "status = 'paid'")}, ${sum("open", "settled_at is null")}
  from (
    select (settled_at at time zone ?)::date as day, currency_code, status, settled_at, total_minor, subtotal_minor,
           discount_minor from membership_charge
    where settled_at >= ? and settled_at is not null and status = 'paid' and deleted_at is null
    union all
    select (due_at at time zone ?)::date, currency_code, status, settled_at, total_minor, subtotal_minor,
           discount_minor from membership_charge
    where settled_at is null and due_at >= ? and due_at <= ? and deleted_at is null) of_days
  group by day, currency_code order by day, currency_code`
