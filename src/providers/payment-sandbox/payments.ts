import { fromMinor } from "../../domain/money/amounts"
import { faceOf } from "./cards"
import { bankError } from "./errors"
import { rowsOf, type Tx } from "./tables"

export type PaymentStatus =
  /** No card yet, or declined with the one it had. */
  | "requires_payment_method"
  | "requires_confirmation"
  /** The holder is asked on the bank's page (3-D Secure). */
  | "requires_action"
  | "requires_capture"
  | "succeeded"
  | "canceled"

/** A payment as its row has it. */
export interface PaymentRow {
  readonly id: string
  readonly status: PaymentStatus
  readonly decline_code: string | null
  /** Whole smallest units; the driver reads a bigint as text. */
  readonly amount_minor: string
  readonly currency_code: string
  readonly customer_id: string | null
  readonly method_id: string | null
  readonly session_id: string | null
  readonly captures_at_once: boolean
  /** Charged when it was made, and never again: without its holder there is nobody to try once more. */
  readonly single_attempt: boolean
  readonly saves_card: boolean
  readonly return_url: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly idempotency_key: string | null
  readonly created_at: Date
}

/** A payment as the bank tells it, with decimals in the currency's major unit. */
export interface Payment {
  readonly id: string
  readonly status: PaymentStatus
  readonly decline_code: string | null
  readonly amount: number
  readonly captured_amount: number
  readonly refunded_amount: number
  readonly currency_code: string
  readonly payment_method: string | null
  readonly card: ReturnType<typeof faceOf> | null
  /** The card is kept once it is charged. */
  readonly setup_future_usage: "off_session" | null
  readonly session_id: string | null
  readonly return_url: string | null
  readonly metadata: Readonly<Record<string, unknown>>
  readonly idempotency_key: string | null
  readonly created_at: string
}

interface ToldRow extends PaymentRow {
  readonly card: string | null
  readonly captured_minor: string
  readonly refunded_minor: string
}

/** Payments that a condition holds for, the newest first. `p` is the payment. */
export async function tellPayments(tx: Tx, condition: string, bindings: string[]): Promise<Payment[]> {
  const rows = await rowsOf<ToldRow>(
    tx,
    `select p.*, m.card,
       coalesce(sum(e.amount_minor) filter (where e.kind = 'capture'), 0) as captured_minor,
       coalesce(sum(e.amount_minor) filter (where e.kind = 'refund'), 0) as refunded_minor
     from payment_sandbox_payment p
     left join payment_sandbox_method m on m.id = p.method_id
     left join payment_sandbox_entry e on e.payment_id = p.id
     where ${condition} group by p.id, m.card order by p.created_at desc, p.id desc`,
    bindings
  )
  return rows.map(told)
}

/** @throws `unknown_payment` */
export async function tellPayment(tx: Tx, id: string): Promise<Payment> {
  const [payment] = await tellPayments(tx, "p.id = ?", [id])
  if (!payment) throw unknownPayment(id)
  return payment
}

/** The payment's row, which nobody else changes before the bank's commit. @throws `unknown_payment` */
export async function lockPayment(tx: Tx, id: string): Promise<PaymentRow> {
  const statement = "select * from payment_sandbox_payment where id = ? for update"
  const [row] = await rowsOf<PaymentRow>(tx, statement, [id])
  if (!row) throw unknownPayment(id)
  return row
}

export async function setStatus(
  tx: Tx,
  id: string,
  status: PaymentStatus,
  decline_code: string | null = null
): Promise<void> {
  const statement = "update payment_sandbox_payment set status = ?, decline_code = ? where id = ?"
  await rowsOf(tx, statement, [status, decline_code, id])
}

const unknownPayment = (id: string) => bankError("unknown_payment", `The bank knows no payment ${id}.`)

function told({ card, captured_minor, refunded_minor, amount_minor, ...row }: ToldRow): Payment {
  const decimal = (minor: string) => fromMinor(Number(minor), row.currency_code)
  return {
    id: row.id,
    status: row.status,
    decline_code: row.decline_code,
    amount: decimal(amount_minor),
    captured_amount: decimal(captured_minor),
    refunded_amount: decimal(refunded_minor),
    currency_code: row.currency_code,
    payment_method: row.method_id,
    card: card === null ? null : faceOf(card),
    setup_future_usage: row.saves_card ? "off_session" : null,
    session_id: row.session_id,
    return_url: row.return_url,
    metadata: row.metadata,
    idempotency_key: row.idempotency_key,
    created_at: row.created_at.toISOString(),
  }
}
