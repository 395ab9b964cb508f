import type { TaxedLine } from "../../../domain/billing/tax"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"

/** A paid charge of which there is no order yet, and what its order hangs on (BILL-2). */
export interface UnorderedCharge {
  readonly id: string
  readonly membership_id: string
  readonly payer_customer_id: string | null
  readonly period_starts_on: CalendarDate
  readonly period_ends_on: CalendarDate | null
  readonly currency_code: string
  readonly lines: readonly TaxedLine[]
  readonly is_tax_inclusive: boolean
  readonly total_minor: number
  readonly settled_at: Instant
  readonly plan_name: string
  readonly product_id: string
  readonly region_id: string | null
  /** The order which sold the membership. */
  readonly sale_order_id: string | null
  /** The attempt that was paid; null by hand, or where nothing was to be paid. */
  readonly payment: { readonly provider_id: string; readonly reference: string | null } | null
}

export interface ChargeOrder {
  readonly id: string
  readonly order_id: string
}

/** The way from paid charges to their orders. */
export class ChargeOrderService {
  /**
   * Those that were paid the longest ago first.
   * @param after the last one that was looked at, so that one which cannot be made holds nothing up
   */
  async unordered(limit: number, after: UnorderedCharge | null, tx: Tx): Promise<UnorderedCharge[]> {
    return execute<UnorderedCharge>(
      tx,
      `with next as materialized (
         select id from membership_charge
         where status = 'paid' and order_id is null and deleted_at is null
           and (?::timestamptz is null or (settled_at, id) > (?::timestamptz, ?))
         order by settled_at, id limit ?)
       select c.id, c.membership_id, c.payer_customer_id, c.period_starts_on, c.period_ends_on, c.currency_code, c.lines,
              c.is_tax_inclusive, c.total_minor::float8, to_jsonb(c.settled_at) #>> '{}' as settled_at,
              p.name as plan_name, p.product_id, d.region_id, m.order_id as sale_order_id,
              case when a.id is not null then
                jsonb_build_object('provider_id', a.provider_id, 'reference', a.provider_reference) end as payment
       from next
       join membership_charge c on c.id = next.id
       join membership m on m.id = c.membership_id
       join membership_price_chart priced on priced.id = c.price_chart_id
       join membership_plan p on p.id = priced.plan_id
       join membership_sale_draft d on d.id = m.sale_draft_id
       left join membership_charge_attempt a on a.charge_id = c.id and a.number = c.paid_attempt
       order by c.settled_at, c.id`,
      [after?.settled_at ?? null, after?.settled_at ?? null, after?.id ?? "", limit]
    )
  }

  async write(orders: readonly ChargeOrder[], tx: Tx): Promise<void> {
    if (orders.length === 0) return
    await execute(
      tx,
      `update membership_charge c set order_id = v.order_id, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(id text, order_id text) where c.id = v.id and c.order_id is null`,
      [JSON.stringify(orders)]
    )
  }
}
