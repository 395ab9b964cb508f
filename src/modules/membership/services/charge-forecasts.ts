import { dueCharges } from "../../../domain/billing/due-charges"
import type { SkippedSeat } from "../../../domain/billing/lines"
import type { TaxedLine } from "../../../domain/billing/tax"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { loadBilling } from "./billing-loading"
import { UNTAXED, type UntaxedCharge } from "./charge-taxes"

export interface ForecastInput {
  readonly until: Instant
  /** The last one of the batch before; null begins. */
  readonly after_id: string | null
  readonly limit: number
}

/** A seat that owes nothing for a period, and why. */
export interface ForecastSkip extends SkippedSeat {
  readonly membership_id: string
  readonly label: string
  readonly period_starts_on: CalendarDate
  readonly due_at: Instant
}

export interface ForecastCharge extends UntaxedCharge {
  readonly membership_id: string
}

export interface ForecastBatch {
  readonly charges: readonly ForecastCharge[]
  readonly skipped: readonly ForecastSkip[]
  /** null: there are no more. */
  readonly last_id: string | null
}

/** A charge that exists; its totals are null where it was not taxed yet. */
export interface OpenCharge extends ForecastCharge {
  readonly status: string
  readonly act_at: Instant
  readonly is_tax_inclusive: boolean | null
  readonly tax_minor: number | null
  readonly total_minor: number | null
  readonly charge: UntaxedCharge["charge"] & { readonly lines: readonly TaxedLine[] }
}

interface SoldOf {
  readonly id: string
  readonly product_id: string
  readonly region_id: string | null
  readonly order_id: string | null
}

/** What will be charged if nothing changes before: by the function that charges (`dueCharges`). */
export class ChargeForecastService {
  async batch({ until, after_id, limit }: ForecastInput, tx: Tx): Promise<ForecastBatch> {
    const sold = await execute<SoldOf>(
      tx,
      `select m.id, p.product_id, d.region_id, m.order_id
       from membership m
       join membership_plan p on p.id = m.plan_id
       join membership_sale_draft d on d.id = m.sale_draft_id
       where m.charges_next_at <= ? and m.activated_at is not null and m.voided_at is null and m.deleted_at is null
         and m.id > ? order by m.id limit ?`,
      [until, after_id ?? "", limit]
    )
    const of = new Map(sold.map((each) => [each.id, each]))
    const charges: ForecastCharge[] = []
    const skipped: ForecastSkip[] = []
    for (const { membership, progress, currency_code } of await loadBilling([...of.keys()], tx)) {
      const { id: membership_id, seats } = membership
      const { product_id, region_id, order_id } = of.get(membership_id)!
      const labels = new Map(seats.map(({ id, label }) => [id, label]))
      for (const due of dueCharges(membership, progress, until)) {
        const { starts_on: period_starts_on, due_at } = due.period
        for (const charge of due.charges) {
          const id = `${membership_id}:${charge.payer_key}:${charge.period_key}`
          charges.push({ id, membership_id, charge, currency_code, product_id, region_id, order_id })
        }
        for (const seat of due.skipped) {
          const label = labels.get(seat.seat_id)!
          skipped.push({ ...seat, membership_id, label, period_starts_on, due_at })
        }
      }
    }
    return {
      charges: await ofTheirPlans(charges, tx),
      skipped,
      last_id: sold.length === limit ? sold.at(-1)!.id : null,
    }
  }

  /** @param membership_ids null is the whole studio */
  async openUntil(until: Instant, membership_ids: readonly string[] | null, tx: Tx): Promise<OpenCharge[]> {
    const rows = await execute<OpenCharge & { readonly act_at: Date | string }>(
      tx,
      `select u.*, c.membership_id, c.status, c.act_at, c.is_tax_inclusive, c.tax_minor::float8, c.total_minor::float8
       from (${UNTAXED}
             where c.act_at <= ? and c.status = any(?) and c.deleted_at is null
               ${membership_ids === null ? "" : "and c.membership_id = any(?)"}) u
       join membership_charge c on c.id = u.id order by c.act_at, c.id`,
      [until, TRIED, ...(membership_ids === null ? [] : [textArray(membership_ids)])]
    )
    return rows.map((row) => ({
      ...row,
      act_at: new Date(row.act_at).toISOString(),
      charge: { ...row.charge, due_at: new Date(row.charge.due_at).toISOString() },
    }))
  }
}

/** What a worker asks for by itself when their instant comes; as the bound list of a statement. */
export const TRIED = textArray(["scheduled", "failed", "processing"])

/** With the product of the plan that prices each: a planned change brings another one (BILL-10). */
export async function ofTheirPlans(charges: readonly ForecastCharge[], tx: Tx): Promise<ForecastCharge[]> {
  const ids = [...new Set(charges.map(({ charge }) => charge.price_chart_id))]
  const rows = await execute<{ id: string; product_id: string }>(
    tx,
    `select c.id, p.product_id from membership_price_chart c join membership_plan p on p.id = c.plan_id
     where c.id = any(?)`,
    [textArray(ids)]
  )
  const product_of = new Map(rows.map(({ id, product_id }) => [id, product_id]))
  return charges.map((each) => ({
    ...each,
    product_id: product_of.get(each.charge.price_chart_id) ?? each.product_id,
  }))
}
