import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { fromMinor } from "../../domain/money/amounts"
import { type Payment, tellPayments } from "./payments"
import { inBank, rowsOf } from "./tables"

export interface CaptureFilters {
  readonly idempotency_key?: string
  readonly payment_id?: string
  /** Each of these pairs stands in the payment's metadata. */
  readonly metadata?: Readonly<Record<string, string>>
}

/** Money that the bank has taken, with what of it was given back. */
export interface Capture {
  readonly id: string
  readonly payment_id: string
  readonly amount: number
  readonly refunded_amount: number
  readonly currency_code: string
  readonly idempotency_key: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly refunds: readonly { id: string; amount: number; created_at: string }[]
  readonly created_at: string
}

interface Page {
  readonly limit: number
  readonly offset: number
}

interface CaptureRow extends Omit<Capture, "amount" | "refunded_amount" | "refunds" | "created_at"> {
  readonly amount_minor: string
  readonly created_at: Date
  readonly refunds: { id: string; amount_minor: number; created_at: string }[]
  readonly count: string
}

/** The bank's ledger: its captures, the newest first, and how many there are in all. */
export async function listCaptures(
  database: Knex,
  { idempotency_key = "", payment_id = "", metadata = {} }: CaptureFilters = {},
  { limit, offset }: Page = { limit: 50, offset: 0 }
): Promise<{ captures: Capture[]; count: number }> {
  return inBank(database, async (tx) => {
    const from = `from payment_sandbox_entry c join payment_sandbox_payment p on p.id = c.payment_id
      where c.kind = 'capture' and ? in ('', c.idempotency_key) and ? in ('', p.id) and p.metadata @> ?::jsonb`
    const bindings = [idempotency_key, payment_id, JSON.stringify(metadata)]
    const [total] = await rowsOf<{ count: string }>(tx, `select count(*) as count ${from}`, bindings)
    const rows = await rowsOf<CaptureRow>(
      tx,
      `select c.id, c.payment_id, c.amount_minor, c.idempotency_key, c.created_at, p.currency_code, p.metadata, (
         select coalesce(jsonb_agg(jsonb_build_object(
           'id', r.id, 'amount_minor', r.amount_minor, 'created_at', r.created_at) order by r.created_at, r.id), '[]')
         from payment_sandbox_entry r where r.payment_id = p.id and r.kind = 'refund') as refunds
       ${from} order by c.created_at desc, c.id desc limit ? offset ?`,
      [...bindings, limit, offset]
    )
    return { captures: rows.map(told), count: Number(total!.count) }
  })
}

/**
 * What became of the request that was sent with a key, however long ago: its payment, or null where the bank has done
 * nothing for it. So an unknown outcome is settled without sending the request again.
 */
export async function paymentOfKey(database: Knex, key: string): Promise<Payment | null> {
  return inBank(database, async (tx) => (await tellPayments(tx, "p.idempotency_key = ?", [key]))[0] ?? null)
}

function told({ amount_minor, refunds, created_at, ...row }: CaptureRow): Capture {
  const decimal = (minor: string | number) => fromMinor(Number(minor), row.currency_code)
  const refunded_minor = refunds.reduce((sum, refund) => sum + refund.amount_minor, 0)
  return {
    id: row.id,
    payment_id: row.payment_id,
    amount: decimal(amount_minor),
    refunded_amount: decimal(refunded_minor),
    currency_code: row.currency_code,
    idempotency_key: row.idempotency_key,
    metadata: row.metadata,
    refunds: refunds.map(({ id, amount_minor: minor, created_at: at }) => ({
      ...{ id, amount: decimal(minor), created_at: at },
    })),
    created_at: created_at.toISOString(),
  }
}
