import type { ChargeRefusalCode } from "../../../domain/billing/attempt-types"
import type { DiscountedLine } from "../../../domain/billing/discounts"
import { CHARGE_REFUSALS } from "../../../domain/billing/charge-refusals"
import { DomainError, type DomainErrorCode } from "../../../domain/errors"
import type { CalendarDate, TimeZone } from "../../../domain/time/types"
import { CHARGE_FACTS, type ChargeFactsRow } from "../mapping/charges"
import { execute, lockRow } from "../sql"
import type { Tx } from "../types"

export interface LockedCharge extends ChargeFactsRow {
  readonly membership_id: string
  readonly currency_code: string
  readonly period_key: string
  readonly period_starts_on: CalendarDate
  readonly period_ends_on: CalendarDate | null
  readonly total_minor: number | null
  readonly payer_key: string
  readonly lines: readonly DiscountedLine[]
  readonly time_zone: TimeZone
}

/** With its membership, in the order in which they are locked everywhere. @throws DomainError `not_found` */
export async function lockCharge(id: string, tx: Tx): Promise<LockedCharge> {
  const [found] = await execute<{ membership_id: string }>(
    tx,
    `select membership_id from membership_charge where id = ? and deleted_at is null`,
    [id]
  )
  if (!found) throw new DomainError("not_found", `There is no charge with the id ${id}.`, { id })
  await lockRow(tx, "membership", found.membership_id)
  await lockRow(tx, "membership_charge", id)
  const [row] = await execute<LockedCharge>(
    tx,
    `select ${CHARGE_FACTS}, c.membership_id, c.currency_code, c.period_key, c.period_starts_on, c.period_ends_on,
            c.payer_key, c.lines, c.total_minor::float8, m.time_zone
     from membership_charge c join membership m on m.id = c.membership_id where c.id = ?`,
    [id]
  )
  return row!
}

export const refused = (code: ChargeRefusalCode, id: string) =>
  new DomainError(code as DomainErrorCode, CHARGE_REFUSALS[code], { id })
