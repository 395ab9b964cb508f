import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import { lookAtCharges } from "./join-records"

/** What a deleted customer leaves behind who was to pay. */
export interface PayerEffect {
  /** Charges that are owed, and tried no more by themselves; seats that they were to pay for elsewhere, and do not. */
  readonly code: "charges_stopped" | "plan_changes_taken_back"
  readonly count: number
}

/** Whose outcome is not awaited from a provider at this moment. */
const OPEN = `payer_customer_id = ? and status in ('scheduled', 'failed') and act_at is not null and deleted_at is null`
const PLANNED = `to_payer_customer_id = ? and status = 'planned' and deleted_at is null`

/**
 * BILL-11: nothing of theirs is charged by itself any more. What is owed stays owed, and staff collect or waive it. Where
 * they were to pay for somebody who joins a shared membership, nobody does, and that person stays where they are.
 */
export async function stopCharging(
  customer_id: string,
  { preview, now }: { readonly preview: boolean; readonly now: Instant },
  tx: Tx
): Promise<PayerEffect[]> {
  const charges = await execute<{ id: string }>(
    tx,
    preview
      ? `select id from membership_charge where ${OPEN}`
      : `update membership_charge set act_at = null, updated_at = now() where ${OPEN} returning id`,
    [customer_id]
  )
  const planned = await execute<{ membership_id: string }>(
    tx,
    preview
      ? `select membership_id from membership_plan_change where ${PLANNED}`
      : `update membership_plan_change set status = 'taken_back', settled_at = ?, updated_at = now()
         where ${PLANNED} returning membership_id`,
    preview ? [customer_id] : [now, customer_id]
  )
  if (!preview) for (const { membership_id } of planned) await lookAtCharges(membership_id, now, tx)
  return [
    ...(charges.length ? [{ code: "charges_stopped" as const, count: charges.length }] : []),
    ...(planned.length ? [{ code: "plan_changes_taken_back" as const, count: planned.length }] : []),
  ]
}

/** Nothing is charged to them by it any more (BILL-11). */
export async function forgetMethod(customer_id: string, tx: Tx): Promise<void> {
  await execute(tx, `delete from membership_payment_method where customer_id = ?`, [customer_id])
}
