import { localDate, startOfLocalDay } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
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
  /** Due and not settled, the failed ones among them. */
  readonly open: ChargeSum
}

export interface ChargesToday {
  readonly today: CalendarDate
  readonly numbers: readonly ChargeNumbers[]
  /** Charges whose money is to be given back. */
  readonly paid_beside: number
}

interface Dependencies {
  clockService: ClockService
  locationService: LocationService
}

/** How the charges stand today, at the studio's default place. */
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
       where paid_beside_attempt is not null and deleted_at is null`
    )
    const numbers = rows.map(({ currency_code, ...row }) => ({
      currency_code,
      collected: { charges: row.collected, total_minor: row.collected_minor },
      failed: { charges: row.failed, total_minor: row.failed_minor },
      open: { charges: row.open, total_minor: row.open_minor },
    }))
    return { today, numbers, paid_beside }
  }
}

interface NumberRow {
  readonly currency_code: string
  readonly collected: number
  readonly collected_minor: number
  readonly failed: number
  readonly failed_minor: number
  readonly open: number
  readonly open_minor: number
}

const sum = (name: string, which: string) => `
  count(*) filter (where ${which})::int as ${name},
  coalesce(sum(coalesce(total_minor, subtotal_minor - discount_minor)) filter (where ${which}), 0)::float8 as ${name}_minor`

/** What is settled and what is open have an index each. A charge that is not taxed yet counts without its tax. */
const NUMBERS = `
  select currency_code, ${sum("collected", "status = 'paid'")}, ${sum("failed", "status = 'failed'")},
         ${sum("open", "settled_at is null")}
  from (
    select currency_code, status, settled_at, total_minor, subtotal_minor, discount_minor from membership_charge
    where settled_at >= ? and settled_at is not null and deleted_at is null
    union all
    select currency_code, status, settled_at, total_minor, subtotal_minor, discount_minor from membership_charge
    where settled_at is null and due_at <= ? and deleted_at is null) of_today
  group by currency_code order by currency_code`
