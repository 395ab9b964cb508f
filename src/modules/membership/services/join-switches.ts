import type { Actor } from "../../../domain/actor"
import type { SeatCharged } from "../../../domain/billing/decide-join"
import { DomainError } from "../../../domain/errors"
import { cancelSeats } from "../../../domain/seats/cancel-seats"
import { difference } from "../../../domain/seats/difference"
import { endWithHolds } from "../../../domain/seats/term-with-holds"
import { localDate } from "../../../domain/time/calendar"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { insertCharges, writeDuesCredits } from "./charge-insertion"
import type { CreditGrantService } from "./credit-grants"
import { type JoinPlace, soleMember } from "./join-places"
import { markJoined } from "./join-records"
import { lockMember } from "./people-loading"
import type { SeatAsker, SeatChangeService } from "./seat-changes"
import type { LoadedMembership } from "./seat-loading"
import { writeSeats } from "./seat-writing"

/** Somebody who comes from a plan of their own to a seat of a shared membership. */
export interface JoinSwitch {
  /** Of the change of plan. */
  readonly id: string
  /** The membership that is left. */
  readonly loaded: LoadedMembership
  readonly place: JoinPlace
  readonly made: SeatCharged
  /** The first day without what is left. */
  readonly day: CalendarDate
  /** Unused credits of the period that ran go with the money that is given back for it. */
  readonly revokes_period: number | null
  readonly asker: SeatAsker
  readonly actor: Actor
  readonly reason: string | null
  readonly now: Instant
}

interface Dependencies {
  auditService: AuditService
  creditGrantService: CreditGrantService
  seatChangeService: SeatChangeService
}

/** One membership ends, the seat of the other is taken, and its charge is made: all of it, or nothing (BILL-10). */
export class JoinSwitchService {
  private readonly audit: AuditService
  private readonly credits: CreditGrantService
  private readonly seats: SeatChangeService

  constructor({ auditService, creditGrantService, seatChangeService }: Dependencies) {
    this.audit = auditService
    this.credits = creditGrantService
    this.seats = seatChangeService
  }

  /** With both memberships locked, and everything decided. */
  async apply(join: JoinSwitch, tx: Tx): Promise<void> {
    await this.leave(join, tx)
    await this.take(join, tx)
    const { id, loaded, place, made, day, actor, reason, now } = join
    const { charges, period_index, credits, left_behind } = made
    const { id: to_membership_id, display_id: to_display_id, currency_code } = place.loaded
    await insertCharges(
      charges.map((charge) => ({ ...charge, membership_id: to_membership_id, period_index, currency_code })),
      tx
    )
    await writeDuesCredits(
      [
        { membership_id: to_membership_id, left: credits },
        { membership_id: loaded.id, left: left_behind },
      ],
      tx
    )
    const { id: to_seat_id, label, sequence } = place.seat
    await markJoined(id, { seat_id: to_seat_id, day, now }, tx)
    const changes = {
      ...{ plan_change_id: id, to_membership_id, to_display_id, to_seat_id, label, sequence },
      ...{ plan_id: place.loaded.plan_id, changes_on: day },
    }
    const subject = { type: "membership", id: loaded.id }
    await this.audit.record(
      { actor, action: "join-membership", subject, membership_id: loaded.id, changes, reason },
      tx
    )
  }

  /** As a cancellation of the whole, on a day that was decided with commitment and notice in mind (CANCEL-4). */
  private async leave(
    { loaded, day, revokes_period, actor, reason, now }: JoinSwitch,
    tx: Tx
  ): Promise<void> {
    const { before, member_id } = await soleMember(loaded, now, tx)
    // Whoever is deleted at the same time does not get a seat (PEOPLE-6).
    if (!(await lockMember(member_id, tx)))
      throw new DomainError("not_found", `There is no member with the id ${member_id}.`, { member_id })
    if (revokes_period !== null)
      await this.credits.periodRevoked(loaded.id, revokes_period, { actor, reason }, tx)
    const today = localDate(now, loaded.time_zone)
    const { changes } = cancelSeats({ membership: before, seat_id: null, canceled_on: day, today })
    const ends = new Map(
      changes.map(({ seat_id, cancellation, holds }) => [seat_id, { cancellation, holds }])
    )
    const seats = before.seats.map((seat) => ({ ...seat, ...ends.get(seat.id) }))
    const ends_on = endWithHolds({ ...before, seats }, loaded.hold_policy.effect)
    const after = { ...before, seats, ends_on }
    await writeSeats({ loaded, after, changed: difference(before, after), now }, tx)
    await this.credits.realign(loaded.id, tx)
  }

  private async take({ place, asker, actor }: JoinSwitch, tx: Tx): Promise<void> {
    const { verb, loaded } = place
    if (verb === null) return
    await this.seats.change({ membership_id: loaded.id, verb, asker, actor, preview: false }, tx)
  }
}
