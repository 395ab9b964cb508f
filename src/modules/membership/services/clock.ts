import { DomainError } from "../../../domain/errors"
import { toInstant } from "../../../domain/time/calendar"
import { advance } from "../../../domain/time/durations"
import type { Instant, TimeZone } from "../../../domain/time/types"
import { execute } from "../sql"
import type { MembershipOptions, Store, Tx } from "../types"

const THE_CLOCK = "studio"
/** Whoever moves the clock says so more often than this while they do. */
const MOVES_SECONDS = 60

interface Dependencies {
  membershipClockService: Store<"MembershipClock">
  membershipOptions: MembershipOptions
}

export type ClockTarget = { readonly now: string } | { readonly advance: string }
export type SetClockInput = ClockTarget | { readonly release: true }

export interface ClockMove {
  /** Names whoever moves it. */
  readonly token: string
  /** Where the clock stands. */
  readonly from: Instant
  readonly to: Instant
}

/**
 * The one clock (TIME-5). It tells the machine's time, unless the studio is a development or demo one whose clock
 * is adjustable and was frozen.
 */
export class ClockService {
  private readonly clocks: Store<"MembershipClock">
  private readonly adjustable: boolean

  constructor({ membershipClockService, membershipOptions }: Dependencies) {
    this.clocks = membershipClockService
    this.adjustable = membershipOptions.clock === "adjustable"
  }

  async now(tx: Tx = {}): Promise<Instant> {
    return (await this.frozenAt(tx)) ?? new Date().toISOString()
  }

  /** When the clock was frozen at an instant, that instant. */
  async frozenAt(tx: Tx = {}): Promise<Instant | null> {
    if (!this.adjustable) return null
    const [clock] = await this.clocks.list({ id: THE_CLOCK }, {}, tx)
    return clock ? clock.frozen_at.toISOString() : null
  }

  /**
   * @throws DomainError `clock_not_adjustable` where the plugin option does not allow it; `clock_is_moving` while somebody
   *   lets the studio live until a later time
   */
  async set(input: SetClockInput, zone: TimeZone, tx: Tx): Promise<Instant> {
    this.assertAdjustable()
    if (await this.isMoving(tx)) throw isMoving()
    if ("release" in input) {
      await this.clocks.delete(THE_CLOCK, tx)
      return this.now(tx)
    }
    const now = targetOf(input, await this.now(tx), zone)
    await this.clocks.upsert([{ id: THE_CLOCK, frozen_at: new Date(now) }], tx)
    return now
  }

  /**
   * Freezes the clock for one who will move it to a later time; to an earlier one it is set at once.
   * @throws DomainError as `set`
   */
  async beginMove(token: string, input: ClockTarget, zone: TimeZone, tx: Tx): Promise<ClockMove> {
    this.assertAdjustable()
    const now = await this.now(tx)
    const to = targetOf(input, now, zone)
    const from = to < now ? to : now
    const begun = await execute(
      tx,
      `insert into membership_clock (id, frozen_at, moved_by, moved_until)
       values (?, ?, ?, now() + interval '${MOVES_SECONDS} seconds')
       on conflict (id) do update
       set frozen_at = excluded.frozen_at, moved_by = excluded.moved_by, moved_until = excluded.moved_until
       where membership_clock.moved_until is null or membership_clock.moved_until < now() returning id`,
      [THE_CLOCK, from, token]
    )
    if (begun.length === 0) throw isMoving()
    return { token, from, to }
  }

  /** Forward, by whoever has begun it. @throws DomainError `clock_is_moving` when somebody else has begun since */
  async move({ token, to }: Pick<ClockMove, "token" | "to">, tx: Tx): Promise<void> {
    await this.still("frozen_at = greatest(frozen_at, ?)", [to], token, tx)
  }

  /** Whoever moves it is still alive. @throws DomainError as `move` */
  async keepMove(token: string, tx: Tx): Promise<void> {
    await this.still("frozen_at = frozen_at", [], token, tx)
  }

  async endMove(token: string, tx: Tx): Promise<void> {
    await execute(tx, `update membership_clock set moved_by = null, moved_until = null where moved_by = ?`, [
      token,
    ])
  }

  /** Whoever moves the clock does all the work that it makes due. */
  async isMoving(tx: Tx): Promise<boolean> {
    if (!this.adjustable) return false
    const moving = await execute(
      tx,
      `select id from membership_clock where id = ? and moved_until > now() for update`,
      [THE_CLOCK]
    )
    return moving.length > 0
  }

  private async still(change: string, bindings: readonly unknown[], token: string, tx: Tx): Promise<void> {
    const rows = await execute(
      tx,
      `update membership_clock
       set ${change}, moved_until = now() + interval '${MOVES_SECONDS} seconds', updated_at = now()
       where id = ? and moved_by = ? returning id`,
      [...bindings, THE_CLOCK, token]
    )
    if (rows.length === 0) throw isMoving()
  }

  private assertAdjustable(): void {
    if (this.adjustable) return
    throw new DomainError(
      "clock_not_adjustable",
      'The clock moves only where the plugin option clock is "adjustable".'
    )
  }
}

function targetOf(input: ClockTarget, now: Instant, zone: TimeZone): Instant {
  return "now" in input ? toInstant(input.now) : advance(now, input.advance, zone)
}

const isMoving = () =>
  new DomainError(
    "clock_is_moving",
    "Somebody is moving the studio's clock right now. Wait until it stands still."
  )
