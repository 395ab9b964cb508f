import { type Actor, SYSTEM } from "../../../domain/actor"
import { startOnFirstVisit } from "../../../domain/memberships/term"
import { difference } from "../../../domain/seats/difference"
import { endWithHolds } from "../../../domain/seats/term-with-holds"
import type { SeatedMembership } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import { type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"
import { writeSeats } from "./seat-writing"

export interface BeginTermInput {
  readonly membership_id: string
  readonly visited_at: Instant
  readonly actor: Actor
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditGrantService: CreditGrantService
}

/** Terms that begin with the first visit, or by themselves when nobody comes in time (TERM-2, PLAN-3). */
export class TermStartService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditGrantService

  constructor({ auditService, clockService, creditGrantService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.credits = creditGrantService
  }

  /** On the local day of the visit; a term that has begun stays as it is. */
  async begin({ membership_id, visited_at, actor }: BeginTermInput, tx: Tx): Promise<void> {
    const loaded = await loadMembership(membership_id, { lock: true }, tx)
    if (loaded.starts_on !== null) return
    const { validity, must_start_by_on: latest_starts_on, time_zone: zone } = loaded
    const term = startOnFirstVisit({ visited_at, validity, latest_starts_on, zone })
    await this.write(
      "begin-term",
      loaded,
      { starts_on: term.starts_on, sold_ends_on: term.ends_on },
      actor,
      tx
    )
  }

  /** The visit that began it was undone, and there is no other: it waits for its first visit again. */
  async takeBack({ membership_id, actor }: Omit<BeginTermInput, "visited_at">, tx: Tx): Promise<void> {
    const loaded = await loadMembership(membership_id, { lock: true }, tx)
    // It is on another plan since, whose periods are paid and run (BILL-10).
    if (loaded.plan_from_on !== null) return
    const others = await execute(
      tx,
      `select id from membership_visit
       where membership_id = ? and kind = 'visit' and is_allowed and undone_at is null limit 1`,
      [membership_id]
    )
    if (others.length === 0)
      await this.write("take-back-term", loaded, { starts_on: null, sold_ends_on: null }, actor, tx)
  }

  /**
   * "Must start within": one batch of terms whose last day to begin has come; others who do the same skip them.
   * @returns how many there were
   */
  async beginOverdue(limit: number, tx: Tx): Promise<number> {
    const now = await this.clock.now(tx)
    const due = await execute<{ id: string }>(
      tx,
      `select id from membership
       where starts_on is null and activated_at is not null and voided_at is null and deleted_at is null
         and must_start_by_on <= (?::timestamptz at time zone time_zone)::date::text
       order by id limit ? for update skip locked`,
      [now, limit]
    )
    for (const { id } of due) await this.begin({ membership_id: id, visited_at: now, actor: SYSTEM }, tx)
    return due.length
  }

  private async write(
    action: "begin-term" | "take-back-term",
    loaded: LoadedMembership,
    { starts_on, sold_ends_on }: Pick<SeatedMembership, "starts_on" | "sold_ends_on">,
    actor: Actor,
    tx: Tx
  ): Promise<void> {
    const before = await loadSeats(loaded, tx)
    const ends_on = endWithHolds({ starts_on, sold_ends_on, seats: before.seats }, loaded.hold_policy.effect)
    const after = { ...before, starts_on, ends_on, sold_ends_on }
    const changed = difference(before, after)
    const now = await this.clock.now(tx)
    await writeSeats({ loaded, after, changed, now }, tx)
    await this.credits.realign(loaded.id, tx)
    const subject = { type: "membership", id: loaded.id }
    await this.audit.record({ actor, action, subject, membership_id: loaded.id, changes: { ...changed } }, tx)
  }
}
