import { fold, type Movements, type Obligations } from "../../../domain/credits/obligations"
import { startOfLocalDay } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { LocationService } from "./locations"

export interface CreditObligationsInput {
  /** Half-open `[from, to)`, in the zone of the location, or of the default one. */
  readonly from: CalendarDate
  readonly to: CalendarDate
  /** Where it was sold; null is everywhere. */
  readonly location_id: string | null
  readonly plan_id: string | null
}

export interface CreditObligations extends Obligations {
  readonly currency_code: string
}

interface Dependencies {
  locationService: LocationService
}

type Sums = Readonly<Record<string, string>> & { readonly currency_code: string }

/** What is owed to members in visits and money, and how it came about (REPORT-2): one statement over the ledger. */
export class CreditObligationService {
  private readonly locations: LocationService

  constructor({ locationService }: Dependencies) {
    this.locations = locationService
  }

  async report(
    { from, to, location_id, plan_id }: CreditObligationsInput,
    tx: Tx
  ): Promise<CreditObligations[]> {
    const zone = await this.locations.zoneOf(location_id, tx)
    const [first, end] = [startOfLocalDay(from, zone), startOfLocalDay(to, zone)]
    const rows = await execute<Sums>(tx, REPORT, [first, end, location_id, location_id, plan_id, plan_id])
    return rows.map((row) => ({ currency_code: row.currency_code, ...fold(movementsOf(row)) }))
  }
}

/** As `HEADINGS` of the domain has it. */
const HEADINGS: Readonly<Record<keyof Movements, string>> = {
  opening: "not is_within",
  granted: "is_within and kind = 'grant'",
  used: "is_within and kind in ('reserve', 'redeem', 'release')",
  expired: "is_within and kind = 'expire'",
  revoked: "is_within and kind = 'revoke'",
  adjusted_up: "is_within and kind = 'adjust'",
  adjusted_down: "is_within and kind = 'adjust'",
  moved: "is_within and kind in ('roll_over', 'transfer', 'exchange')",
}

/** Of a correction what comes and what goes stand apart, in credits and in money each. */
const SIGNED: Partial<Record<keyof Movements, (column: string) => string>> = {
  adjusted_up: (column) => `greatest(${column}, 0)`,
  adjusted_down: (column) => `least(${column}, 0)`,
}

const NAMES = Object.keys(HEADINGS) as (keyof Movements)[]

const SUMS = NAMES.flatMap((name) =>
  ["credits", "value"].map((column) => {
    const signed = SIGNED[name]?.(column) ?? column
    return `coalesce(sum(${signed}) filter (where ${HEADINGS[name]}), 0)::text as ${name}_${column}`
  })
)

const REPORT = `
  with owed as (
    select m.currency_code, e.kind, e.at >= r.first as is_within, (e.available + e.reserved)::bigint as credits,
           e.available_value_minor + e.reserved_value_minor as value
    from (select ?::timestamptz as first, ?::timestamptz as until) r
    join membership_credit_entry e on e.at < r.until
    join membership m on m.id = e.membership_id
    where (?::text is null or m.location_id = ?) and (?::text is null or m.plan_id = ?)
  )
  select currency_code, ${SUMS.join(", ")} from owed group by currency_code order by currency_code`

/** Sums leave the database as text: none is rounded on its way. */
const movementsOf = (row: Sums) =>
  Object.fromEntries(
    NAMES.map((name) => {
      const [credits, value_minor] = [Number(row[`${name}_credits`]), Number(row[`${name}_value`])]
      return [name, { credits, value_minor }]
    })
  ) as unknown as Movements
