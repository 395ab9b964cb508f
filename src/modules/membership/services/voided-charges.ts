import { givenUp } from "../../../domain/billing/attempts"
import type { Instant } from "../../../domain/time/types"
import { CHARGE_FACTS, type ChargeFactsRow, toChargeFacts } from "../mapping/charges"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditInput } from "./audit"
import { writeChargeFacts } from "./charge-records"

/**
 * Nobody is asked for the dues of what counts as never sold (SALE-8). A charge whose money is under way is left to the
 * provider's answer.
 * @param membership_ids void, and locked
 * @returns what to write down of each charge that is given up
 */
export async function giveUpCharges(
  membership_ids: readonly string[],
  { now, actor, reason }: { readonly now: Instant } & Pick<AuditInput, "actor" | "reason">,
  tx: Tx
): Promise<AuditInput[]> {
  if (membership_ids.length === 0) return []
  const rows = await execute<ChargeFactsRow & { readonly membership_id: string }>(
    tx,
    `select ${CHARGE_FACTS}, c.membership_id from membership_charge c
     where c.membership_id = any(?) and c.settled_at is null and c.deleted_at is null order by c.id for update of c`,
    [textArray(membership_ids)]
  )
  const given_up = rows.flatMap(({ membership_id, ...row }) => {
    const charge = givenUp(toChargeFacts(row), now)
    return charge.status === "canceled" ? [{ charge, membership_id }] : []
  })
  await writeChargeFacts(
    given_up.map(({ charge }) => charge),
    tx
  )
  return given_up.map(({ charge: { id }, membership_id }) => ({
    actor,
    action: "give-up-charge",
    subject: { type: "charge", id },
    membership_id,
    reason: reason ?? null,
  }))
}
