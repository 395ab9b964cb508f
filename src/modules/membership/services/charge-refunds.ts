import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { formatAmount, fromMinor, toMinor } from "../../../domain/money/amounts"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { lockCharge } from "./charge-loading"
import type { ClockService } from "./clock"

export interface RecordChargeRefundInput {
  readonly charge_id: string
  /** In the currency's major unit; null is all that was taken. */
  readonly amount: number | null
  readonly reason: string
  readonly actor: Actor
}

interface Beside {
  readonly number: number
  /** What the provider took with it. */
  readonly amount_minor: number
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
}

/** What staff record of money that came twice (BILL-4): the provider gives it back, in its own pages. */
export class ChargeRefundService {
  private readonly audit: AuditService
  private readonly clock: ClockService

  constructor({ auditService, clockService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
  }

  /** @throws DomainError `not_found`, `nothing_to_give_back`, `money_invalid` */
  async record({ charge_id, amount, reason, actor }: RecordChargeRefundInput, tx: Tx): Promise<void> {
    const { membership_id, currency_code } = await lockCharge(charge_id, tx)
    const [taken] = await execute<Beside>(tx, BESIDE, [charge_id])
    if (!taken)
      throw new DomainError("nothing_to_give_back", "No money of this charge waits to be given back.", {
        id: charge_id,
      })
    const given_minor = amount === null ? taken.amount_minor : toMinor(amount, currency_code, "amount")
    if (given_minor <= 0 || given_minor > taken.amount_minor) {
      const most = formatAmount(taken.amount_minor, currency_code)
      throw new DomainError(
        "money_invalid",
        `Name more than zero, and at most the ${most} that were taken.`,
        {
          field: "amount",
          most: fromMinor(taken.amount_minor, currency_code),
        }
      )
    }
    await execute(
      tx,
      "update membership_charge set given_back_at = ?, given_back_minor = ?, updated_at = now() where id = ?",
      [await this.clock.now(tx), given_minor, charge_id]
    )
    const subject = { type: "charge", id: charge_id }
    const changes = { attempt: taken.number, given_minor, taken_minor: taken.amount_minor, currency_code }
    await this.audit.record(
      { actor, action: "record-charge-refund", subject, membership_id, changes, reason },
      tx
    )
  }
}

/** What was taken beside, and waits to be given back. */
const BESIDE = `
  select a.number, a.amount_minor::float8 from membership_charge c
  join membership_charge_attempt a on a.charge_id = c.id and a.number = c.paid_beside_attempt and a.deleted_at is null
  where c.id = ? and c.given_back_at is null`
