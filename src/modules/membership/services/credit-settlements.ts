import { settleDue } from "../../../domain/credits/settle-due"
import type { CreditGrant } from "../../../domain/credits/types"
import { endOf } from "../../../domain/credits/usable"
import { hasCome } from "../../../domain/time/calendar"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { type CreditLedgerService, GRANT_COLUMNS } from "./credit-ledger"
import { loadCreditMemberships } from "./credit-memberships"
import { type GrantRow, toGrant } from "../mapping/credits"

interface Dependencies {
  clockService: ClockService
  creditLedgerService: CreditLedgerService
}

/** What time alone does to credits: they expire, roll over, or end with their seat (CREDIT-5). */
export class CreditSettlementService {
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService

  constructor({ clockService, creditLedgerService }: Dependencies) {
    this.clock = clockService
    this.ledger = creditLedgerService
  }

  /** The grants of a membership as time has left them, whether the job has been there or not. */
  async current(membership_id: string, now: Instant, tx: Tx): Promise<CreditGrant[]> {
    const grants = await this.ledger.ofMemberships([membership_id], { lock: false }, tx)
    if (!grants.some((grant) => isDue(grant, now))) return grants
    const locked = await this.ledger.ofMemberships([membership_id], { lock: true }, tx)
    await this.settle(locked, now, tx)
    return this.ledger.ofMemberships([membership_id], { lock: false }, tx)
  }

  /**
   * One batch of the job, as late and as often as it comes. Memberships that somebody else is at are left to them, or
   * to the next run.
   * @returns how many memberships it settled
   */
  async settleBatch(limit: number, tx: Tx): Promise<number> {
    const now = await this.clock.now(tx)
    const due = await execute<{ membership_id: string }>(
      tx,
      `select distinct membership_id from (
         select membership_id from membership_credit_grant
         where settles_at <= ? and deleted_at is null order by settles_at limit ?) as soonest`,
      [now, limit]
    )
    const grants = await this.claim(
      due.map(({ membership_id }) => membership_id),
      tx
    )
    await this.settle(grants, now, tx)
    return new Set(grants.map(({ membership_id }) => membership_id)).size
  }

  /** All grants of a membership, or none of them: what rolls over depends on the others. */
  private async claim(membership_ids: readonly string[], tx: Tx): Promise<CreditGrant[]> {
    if (membership_ids.length === 0) return []
    const rows = await execute<GrantRow & { of_membership: number }>(
      tx,
      `with counted as (
         select membership_id, count(*)::int as of_membership from membership_credit_grant
         where membership_id = any(?) and deleted_at is null group by membership_id)
       select ${GRANT_COLUMNS}, c.of_membership from membership_credit_grant g
       join counted c on c.membership_id = g.membership_id
       where g.deleted_at is null order by g.id for update of g skip locked`,
      [textArray(membership_ids)]
    )
    const claimed = new Map<string, number>()
    for (const { membership_id } of rows) claimed.set(membership_id, (claimed.get(membership_id) ?? 0) + 1)
    return rows
      .filter(({ membership_id, of_membership }) => claimed.get(membership_id) === of_membership)
      .map(({ of_membership: _counted, ...row }) => toGrant(row))
  }

  private async settle(grants: readonly CreditGrant[], now: Instant, tx: Tx): Promise<void> {
    if (grants.length === 0) return
    const ids = [...new Set(grants.map(({ membership_id }) => membership_id))]
    const memberships = await loadCreditMemberships(ids, tx)
    const changes = memberships.map(({ id, cadence }) =>
      settleDue({
        ...{ grants: grants.filter(({ membership_id }) => membership_id === id), cadence, now },
        newId: () => newEntityId("mcgr"),
      })
    )
    await this.ledger.write(
      {
        grants: changes.flatMap((change) => change.grants),
        entries: changes.flatMap((change) => change.entries),
      },
      tx
    )
    await execute(
      tx,
      `update membership_credit_grant set settles_at = null
       where membership_id = any(?) and settles_at <= ? and deleted_at is null`,
      [textArray(ids), now]
    )
  }
}

function isDue(grant: CreditGrant, now: Instant): boolean {
  const end = endOf(grant)
  return end !== null && grant.available > 0 && hasCome(end.at, now)
}
