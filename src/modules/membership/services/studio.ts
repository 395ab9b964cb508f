import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../../../domain/time/types"
import type { MembershipOptions, Tx } from "../types"
import { loadBillingSettings } from "./billing-settings-loading"
import type { AuditService } from "./audit"
import type { ClockMove, ClockService, ClockTarget, SetClockInput } from "./clock"
import type { LocationService } from "./locations"

export type AdjustClockInput = SetClockInput & { readonly actor: Actor }

export type MoveClockInput = ClockTarget & {
  readonly actor: Actor
  /** Names this move; nobody else can go on with it. */
  readonly token: string
}

export interface StudioClock {
  readonly now: Instant
  readonly frozen: boolean
  /** The zone of the default location, in which a clock is advanced. */
  readonly time_zone: TimeZone
}

/** What every page of staff needs to know of the studio. */
export interface Studio extends StudioClock {
  readonly clock: "system" | "adjustable"
  /** The date at the default location. */
  readonly today: CalendarDate
  /** 1 to 28; null has none (BILL-7). */
  readonly common_billing_day: number | null
}

interface Dependencies {
  membershipOptions: MembershipOptions
  auditService: AuditService
  clockService: ClockService
  locationService: LocationService
}

/** The studio's clock as staff see and adjust it, where the plugin's options let them (TIME-5). */
export class StudioService {
  private readonly adjustable: boolean
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly locations: LocationService

  constructor(dependencies: Dependencies) {
    this.adjustable = dependencies.membershipOptions.clock === "adjustable"
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.locations = dependencies.locationService
  }

  async read(tx: Tx): Promise<Studio> {
    const clock = await this.clockNow(tx)
    const today = localDate(clock.now, clock.time_zone)
    const { common_billing_day } = (await loadBillingSettings(tx)).settings
    return { ...clock, today, clock: this.adjustable ? "adjustable" : "system", common_billing_day }
  }

  /** @throws DomainError `not_found` where the clock is not adjustable: there the route does not exist */
  async readClock(tx: Tx): Promise<StudioClock> {
    this.assertAdjustable()
    return this.clockNow(tx)
  }

  private async clockNow(tx: Tx): Promise<StudioClock> {
    const frozen_at = await this.clock.frozenAt(tx)
    const now = frozen_at ?? (await this.clock.now(tx))
    return { now, frozen: frozen_at !== null, time_zone: await this.locations.zoneOf(null, tx) }
  }

  /** @throws DomainError `not_found` where the clock is not adjustable; `date_invalid`, `interval_invalid` */
  async adjustClock({ actor, ...input }: AdjustClockInput, tx: Tx): Promise<void> {
    this.assertAdjustable()
    const now = await this.clock.set(input, await this.locations.zoneOf(null, tx), tx)
    const subject = { type: "clock", id: "studio" }
    await this.audit.record({ actor, action: "adjust-clock", subject, changes: { ...input, now } }, tx)
  }

  /**
   * Freezes the clock for whoever lets the studio live until a later time.
   * @throws DomainError as `adjustClock`, and `clock_is_moving` while somebody else does
   */
  async beginClockMove({ actor, token, ...input }: MoveClockInput, tx: Tx): Promise<ClockMove> {
    this.assertAdjustable()
    const move = await this.clock.beginMove(token, input, await this.locations.zoneOf(null, tx), tx)
    const subject = { type: "clock", id: "studio" }
    const changes = { ...input, from: move.from, now: move.to }
    await this.audit.record({ actor, action: "adjust-clock", subject, changes }, tx)
    return move
  }

  private assertAdjustable(): void {
    if (!this.adjustable) throw new DomainError("not_found", "The clock of this studio cannot be adjusted.")
  }
}
