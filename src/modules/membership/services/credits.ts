import { periodOf } from "../../../domain/credits/credit-periods"
import { chooseGrants, type CreditTake } from "../../../domain/credits/choose-grants"
import { exhaustedGrant } from "../../../domain/credits/exhaustion"
import { outstanding } from "../../../domain/credits/ledger"
import type { CreditEntry, CreditGrant, CreditWhy } from "../../../domain/credits/types"
import { redeemReserved, release, undo } from "../../../domain/credits/use-credits"
import { DomainError } from "../../../domain/errors"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import type { CreditLedgerService } from "./credit-ledger"
import { isOfPendingSeat, loadCreditMemberships } from "./credit-memberships"
import type { CreditSettlementService } from "./credit-settlements"

/** How often somebody faster is given way to before it is called a conflict. */
const ATTEMPTS = 20

export interface UseCreditsInput extends CreditWhy {
  readonly membership_id: string
  /** Whose visit; null where the membership's credits are pooled. */
  readonly seat_id: string | null
  readonly service_id: string | null
  readonly credits: number
  /** A booking reserves, an attended visit redeems (CREDIT-4). */
  readonly kind: "reserve" | "redeem"
  /** When the visit is; left out, now. */
  readonly used_at?: Instant
  /** Staff chose this grant (CREDIT-2). */
  readonly grant_id?: string | null
  /** The same key takes credits once. */
  readonly key: string
}

export interface CreditsUsed {
  readonly key: string
  readonly takes: readonly CreditTake[]
}

export interface SettleUseInput extends CreditWhy {
  /** The key of the booking's or visit's use. */
  readonly of_key: string
  readonly verb: "redeem" | "release" | "undo"
  readonly key: string
}

interface Dependencies {
  clockService: ClockService
  creditLedgerService: CreditLedgerService
  creditGrantService: CreditGrantService
  creditSettlementService: CreditSettlementService
}

/** Bookings and visits take credits, and give them back (CREDIT-2…6, CREDIT-9). */
export class CreditService {
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService
  private readonly grants: CreditGrantService
  private readonly settlements: CreditSettlementService

  constructor(dependencies: Dependencies) {
    this.clock = dependencies.clockService
    this.ledger = dependencies.creditLedgerService
    this.grants = dependencies.creditGrantService
    this.settlements = dependencies.creditSettlementService
  }

  /**
   * Chooses from what is there and takes it by one guarded statement; where somebody was faster it chooses again.
   * @throws DomainError `insufficient_credits`, `conflict`
   */
  async use(input: UseCreditsInput, tx: Tx): Promise<CreditsUsed> {
    const now = await this.clock.now(tx)
    const { kind, key, cause, actor, reason } = input
    const used_at = input.used_at ?? now
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const takes = await this.choose({ ...input, used_at }, now, tx)
      if (takes === null) return this.replay(key, tx)
      const after = await this.ledger.debit({ kind, takes, used_at, at: now, key, cause, actor, reason }, tx)
      if (after.length === takes.length) {
        if (kind === "redeem") await this.noteExhaustion(after, now, tx)
        return { key, takes }
      }
      const before = await this.replay(key, tx)
      if (before.takes.length > 0) return before
    }
    throw new DomainError("conflict", "Too many use these credits at once. Try again.", { key })
  }

  /**
   * A booking is attended or released, a visit undone: each once, on the very grants that it took from (CREDIT-9).
   * @returns whether it was settled now: not where it was before, nor where an undone sale has taken its credits along
   * @throws DomainError `not_found`; `insufficient_credits` where the period that it reserved from was never given
   */
  async settleUse({ of_key, verb, ...input }: SettleUseInput, tx: Tx): Promise<boolean> {
    const taken = (await this.ledger.entriesOf(of_key, tx)).filter(
      ({ kind }) => kind === (verb === "undo" ? "redeem" : "reserve")
    )
    if (taken.length === 0)
      throw new DomainError("not_found", "Nothing was taken by this key.", { key: of_key })
    const grant_ids = taken.map(({ grant_id }) => grant_id)
    const grants = new Map(
      (await this.ledger.byIds(grant_ids, { lock: true }, tx)).map((grant) => [grant.id, grant])
    )
    if (await this.isSettled(taken, tx)) return false
    const at = await this.clock.now(tx)
    const entries = taken.flatMap((each, index): CreditEntry[] => {
      const grant = grants.get(each.grant_id)!
      const why = { ...input, at, key: index === 0 ? input.key : `${input.key}#${index + 1}` }
      if (verb === "undo") return undo(grant, each, why)
      // A sale that was undone has taken its bookings' credits along (SALE-8).
      if (grant.reserved < each.reserved) return []
      return verb === "release" ? release(grant, each, why) : [redeemReserved(given(grant), each, why)]
    })
    const written = await this.ledger.write({ grants: [], entries }, tx)
    const after = await this.ledger.byIds(grant_ids, { lock: false }, tx)
    await this.noteExhaustion(after, at, tx)
    return written.size > 0
  }

  /** @returns null where the key has taken its credits before */
  private async choose(
    input: UseCreditsInput & { readonly used_at: Instant },
    now: Instant,
    tx: Tx
  ): Promise<CreditTake[] | null> {
    const { kind, grant_id = null, used_at: at } = input
    const grants =
      kind === "reserve" ? await this.reservable(input, now, tx) : await this.redeemable(input, now, tx)
    try {
      return chooseGrants(grants, { ...input, at, now }, kind, grant_id)
    } catch (error) {
      if ((await this.replay(input.key, tx)).takes.length > 0) return null
      throw error
    }
  }

  /**
   * Where a membership has several grants, they are locked: only who holds them all knows whether the last credit of all
   * was taken (CREDIT-6). One by itself is guarded by the statement that takes from it.
   */
  private async redeemable({ membership_id }: UseCreditsInput, now: Instant, tx: Tx): Promise<CreditGrant[]> {
    const grants = await this.settlements.current(membership_id, now, tx)
    const open = grants.filter((grant) => outstanding(grant) > 0)
    return open.length > 1 ? this.ledger.ofMemberships([membership_id], { lock: true }, tx) : grants
  }

  /** With the grants of the period in which the visit will be, which may still be to come (TERM-3). */
  private async reservable(
    { membership_id, used_at }: UseCreditsInput & { readonly used_at: Instant },
    now: Instant,
    tx: Tx
  ): Promise<CreditGrant[]> {
    const grants = await this.settlements.current(membership_id, now, tx)
    const [membership] = await loadCreditMemberships([membership_id], tx)
    if (!membership?.is_live) return []
    const paid = (all: readonly CreditGrant[]) => all.filter((grant) => !isOfPendingSeat(membership, grant))
    const period = periodOf(membership.cadence, used_at)
    const is_there = grants.some((grant) => grant.source === "period" && grant.period_index === period)
    if (period === null || is_there) return paid(grants)
    await this.grants.promise(membership, period, tx)
    return paid(await this.ledger.ofMemberships([membership_id], { lock: false }, tx))
  }

  private async replay(key: string, tx: Tx): Promise<CreditsUsed> {
    const entries = await this.ledger.entriesOf(key, tx)
    const takes = entries
      .filter(({ kind }) => kind === "reserve" || kind === "redeem")
      .map(({ grant_id, available }) => ({ grant_id, credits: -available }))
    return { key, takes }
  }

  private async isSettled(taken: readonly CreditEntry[], tx: Tx): Promise<boolean> {
    const rows = await execute(
      tx,
      `select id from membership_credit_entry where settles_key = ? and deleted_at is null`,
      [taken[0]!.idempotency_key]
    )
    return rows.length > 0
  }

  /** The use that took the last credit asks for a renewal, once (CREDIT-6); the copy of the status follows (TERM-4). */
  private async noteExhaustion(after: readonly CreditGrant[], now: Instant, tx: Tx): Promise<void> {
    const [emptied] = after.filter((grant) => outstanding(grant) === 0)
    const came_back = after.some((grant) => outstanding(grant) > 0 && grant.available === grant.credits)
    if (!emptied && !came_back) return
    const { membership_id } = after[0]!
    await execute(
      tx,
      `update membership set status_changes_at = ?
       where id in (select id from membership where id = ? for update skip locked)`,
      [now, membership_id]
    )
    if (!emptied) return
    const [membership] = await loadCreditMemberships([membership_id], tx)
    const all = await this.ledger.ofMemberships([membership_id], { lock: false }, tx)
    const own = all.filter(({ seat_id }) => seat_id === emptied.seat_id)
    const exhausted_grant_id = membership ? exhaustedGrant(membership.renewal, own) : null
    if (exhausted_grant_id === null) return
    // Where one waits already its row is locked, so that who makes the charges sees this use before it decides.
    await execute(
      tx,
      `insert into membership_charge_request as r (id, membership_id, exhausted_grant_id, requested_at)
       values (?, ?, ?, ?)
       on conflict (membership_id, exhausted_grant_id) where deleted_at is null
       do update set requested_at = excluded.requested_at, updated_at = now() where r.settled_at is null`,
      [newEntityId("mcreq"), membership_id, exhausted_grant_id, now]
    )
  }
}

function given(grant: CreditGrant): CreditGrant {
  if (grant.granted_at !== null) return grant
  const message = "The period that this was reserved from is not paid yet."
  throw new DomainError("insufficient_credits", message, { grant_id: grant.id })
}
