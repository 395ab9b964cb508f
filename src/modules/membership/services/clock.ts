import { DomainError } from "../../../domain/errors"
import { toInstant } from "../../../domain/time/calendar"
import { advance } from "../../../domain/time/durations"
import type { Instant, TimeZone } from "../../../domain/time/types"
import type { MembershipOptions, Store, Tx } from "../types"

const THE_CLOCK = "studio"

interface Dependencies {
  membershipClockService: Store<"MembershipClock">
  membershipOptions: MembershipOptions
}

export type SetClockInput =
  { readonly now: string } | { readonly advance: string } | { readonly release: true }

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

  /** @throws DomainError `clock_not_adjustable` where the plugin option does not allow it */
  async set(input: SetClockInput, zone: TimeZone, tx: Tx): Promise<Instant> {
    if (!this.adjustable) {
      throw new DomainError(
        "clock_not_adjustable",
        'The clock moves only where the plugin option clock is "adjustable".'
      )
    }
    if ("release" in input) {
      await this.clocks.delete(THE_CLOCK, tx)
      return this.now(tx)
    }
    const now = "now" in input ? toInstant(input.now) : advance(await this.now(tx), input.advance, zone)
    await this.clocks.upsert([{ id: THE_CLOCK, frozen_at: new Date(now) }], tx)
    return now
  }
}
