import type { Charge } from "../../../domain/billing/charges"
import type { TaxedCharge } from "../../../domain/billing/tax"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

/** A charge that was enqueued, and what its tax hangs on. */
export interface UntaxedCharge {
  readonly id: string
  readonly charge: Charge
  readonly currency_code: string
  readonly product_id: string
  /** Where it was sold. */
  readonly region_id: string | null
  /** Of the sale, whose address counts where the payer has left none. */
  readonly order_id: string | null
}

export interface ChargeTotals extends Pick<
  TaxedCharge,
  "lines" | "is_tax_inclusive" | "tax_minor" | "total_minor"
> {
  readonly id: string
}

/** The tax of a charge is found once, before its first attempt, and stays (MONEY-3). */
export class ChargeTaxService {
  /**
   * Those that are due the longest: chosen before anything is joined, so that a hundred cost the same of any number.
   * @param except left out, so that those whose tax cannot be found hold nothing up
   */
  async untaxed(limit: number, except: readonly string[], tx: Tx): Promise<UntaxedCharge[]> {
    return execute<UntaxedCharge>(
      tx,
      `with next as materialized (
         select id from membership_charge
         where total_minor is null and id <> all(?) and deleted_at is null order by due_at limit ?)
       ${UNTAXED}
       join next on next.id = c.id
       order by c.due_at`,
      [textArray(except), limit]
    )
  }

  /** What was taxed meanwhile stays as it is. */
  async write(totals: readonly ChargeTotals[], tx: Tx): Promise<void> {
    if (totals.length === 0) return
    await execute(
      tx,
      `update membership_charge c
       set lines = v.lines, is_tax_inclusive = v.is_tax_inclusive, tax_minor = v.tax_minor,
           total_minor = v.total_minor, updated_at = now()
       from jsonb_to_recordset(?::jsonb) as v(id text, lines jsonb, is_tax_inclusive boolean, tax_minor bigint,
         total_minor bigint)
       where c.id = v.id and c.total_minor is null`,
      [JSON.stringify(totals)]
    )
  }
}

/** Charges as rows that are not taxed yet, and what their tax hangs on: the plan is that of the version which priced them. */
export const UNTAXED = `
  select c.id, c.currency_code, p.product_id, d.region_id, m.order_id, jsonb_build_object(
           'payer_key', c.payer_key, 'payer_customer_id', c.payer_customer_id, 'period_key', c.period_key,
           'starts_on', c.period_starts_on, 'ends_on', c.period_ends_on, 'due_at', c.due_at,
           'price_chart_id', c.price_chart_id, 'chart_version', c.chart_version, 'lines', c.lines,
           'subtotal_minor', c.subtotal_minor, 'discount_minor', c.discount_minor) as charge
  from membership_charge c
  join membership m on m.id = c.membership_id
  join membership_price_chart priced on priced.id = c.price_chart_id
  join membership_plan p on p.id = priced.plan_id
  join membership_sale_draft d on d.id = m.sale_draft_id`
