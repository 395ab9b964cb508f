import { addDays, localDate } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { MigratedPayer } from "./price-move-decisions"

/** One payer of one membership, once for its entry of the audit trail. */
export interface PriceNotice extends MigratedPayer {
  readonly entry_id: string
  /** `taken_back`: what was told before does not happen. */
  readonly notice: "scheduled" | "taken_back"
  readonly membership_id: string
  readonly display_id: number
  readonly plan_name: string
  readonly currency_code: string
  /** The first day of the first period at the new price. */
  readonly starts_on: CalendarDate
  /** The purchaser's, where the payer has no other. */
  readonly email: string | null
}

interface Entry extends Omit<PriceNotice, keyof MigratedPayer | "email"> {
  readonly customer_id: string | null
  readonly customer_email: string | null
  readonly payers: readonly MigratedPayer[]
}

/** Entries are looked back at for so long, so that a notice whose sender died is sent all the same. */
const FOR_DAYS = 2

/** Whom coming prices concern, as the audit trail tells it (CHART-10). */
export class PriceNoticeService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** Only whose amount changes, and whose move still waits or has happened. */
  async toTell(tx: Tx): Promise<PriceNotice[]> {
    const since = `${addDays(localDate(await this.clock.now(tx), "UTC"), -FOR_DAYS)}T00:00:00Z`
    const entries = await execute<Entry>(
      tx,
      `select a.id as entry_id, case a.action when 'schedule-price-move' then 'scheduled' else 'taken_back' end as notice,
              m.id as membership_id, m.display_id, m.customer_id, m.customer_email, p.name as plan_name,
              told.changes ->> 'currency_code' as currency_code, told.changes ->> 'starts_on' as starts_on,
              told.changes -> 'payers' as payers
       from membership_audit_entry a
       join membership m on m.id = a.membership_id
       join membership_plan p on p.id = m.plan_id
       join lateral (
         select s.changes from membership_audit_entry s
         where s.membership_id = a.membership_id and s.action = 'schedule-price-move' and s.at <= a.at
         order by s.id = a.id desc, s.at desc, s.id desc limit 1) told on true
       where a.at >= ? and (
         a.action = 'take-back-price-move' or a.action = 'schedule-price-move'
           and a.changes ->> 'price_chart_id' in (m.next_price_chart_id, m.price_chart_id))
       order by a.at, a.id`,
      [since]
    )
    return entries.flatMap(({ payers, customer_id, customer_email, ...of }) =>
      payers
        .filter(({ now, then }) => now !== then)
        .map((payer) => {
          const is_purchaser = payer.payer_customer_id === customer_id
          return { ...of, ...payer, email: is_purchaser ? customer_email : null }
        })
    )
  }
}
