import { SYSTEM } from "../../../domain/actor"
import type { JoinFacts } from "../../../domain/billing/decide-join"
import { DomainError } from "../../../domain/errors"
import type { SeatVerb } from "../../../domain/seats/decide"
import { liveSeat, liveSeats } from "../../../domain/seats/live-seats"
import { localDate } from "../../../domain/time/calendar"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import type { NextSeatService } from "./next-seats"
import type { SeatAsker, SeatChangeService } from "./seat-changes"
import { type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"

/** Which seat of which shared membership: one that is there, or a new one of a classification (null is `Any`). */
export interface JoinChoice {
  readonly membership_id: string
  readonly seat: { readonly seat_id: string } | { readonly classification_id: string | null }
  /** Who is to pay for a new seat; null is the purchaser of the shared membership. Customers pay themselves. */
  readonly payer_customer_id: string | null
}

/** The place that somebody takes there. */
export interface JoinPlace {
  readonly loaded: LoadedMembership
  readonly billing: LoadedBilling
  readonly seat: JoinFacts["to"]["seat"]
  readonly is_paid_for: boolean
  /** What seats them; null where they sit there already. */
  readonly verb: SeatVerb | null
}

export interface FindPlaceInput {
  readonly choice: JoinChoice
  readonly member_id: string
  /** Who pays for what they leave: they may pay for the seat too. */
  readonly former_payer_id: string | null
  readonly asker: SeatAsker
  readonly now: Instant
}

interface Dependencies {
  nextSeatService: NextSeatService
  seatChangeService: SeatChangeService
}

/** Where somebody with a plan of their own finds a seat in a shared membership (BILL-10). */
export class JoinPlaceService {
  private readonly next: NextSeatService
  private readonly changes: SeatChangeService

  constructor({ nextSeatService, seatChangeService }: Dependencies) {
    this.next = nextSeatService
    this.changes = seatChangeService
  }

  /** @throws DomainError `not_found`, `not_your_seat`, and the refusals of `add` and `assign` (SEAT-2, SEAT-8) */
  async find(input: FindPlaceInput, tx: Tx): Promise<JoinPlace> {
    const { choice, asker } = input
    const { membership_id } = choice
    const loaded = await loadMembership(membership_id, { lock: false }, tx)
    const [billing] = await loadBilling([membership_id], tx)
    const place =
      "seat_id" in choice.seat
        ? await this.taken(input, choice.seat, loaded, tx)
        : await this.added(input, choice.seat, loaded, tx)
    // Whether they may sit there is decided as for everybody, before anything is written.
    if (place.verb !== null)
      await this.changes.change({ membership_id, verb: place.verb, asker, actor: SYSTEM, preview: true }, tx)
    if (loaded.activated_at === null || loaded.voided_at !== null)
      throw new DomainError("membership_ended", "The shared membership is not paid yet, or it is void.", {
        field: "membership_id",
      })
    return { loaded, billing: billing!, ...place }
  }

  /** A seat that was sold before; one that they hold already only ends what they leave. */
  private async taken(
    { member_id, now }: FindPlaceInput,
    { seat_id }: { readonly seat_id: string },
    loaded: LoadedMembership,
    tx: Tx
  ) {
    const before = await loadSeats(loaded, tx)
    const seat = liveSeat(before, seat_id, localDate(now, loaded.time_zone))
    const assign = { verb: "assign", seat_id, member_id, replaces_member_id: null } as const
    return { seat, is_paid_for: true, verb: seat.member_id === member_id ? null : assign }
  }

  private async added(
    { choice, member_id, asker, former_payer_id }: FindPlaceInput,
    { classification_id }: { readonly classification_id: string | null },
    loaded: LoadedMembership,
    tx: Tx
  ) {
    const { id: membership_id } = loaded
    const payer_customer_id =
      asker.type === "customer" ? asker.customer_id : (choice.payer_customer_id ?? loaded.customer_id)
    if (asker.type === "staff")
      assertPays(payer_customer_id, [
        ...[loaded.customer_id, former_payer_id],
        ...(await loadSeats(loaded, tx)).seats.map((each) => each.payer_customer_id),
      ])
    const place = await this.next.nextPlace({ membership_id, classification_id }, tx)
    const seat = { ...place, id: newEntityId("mseat"), payer_customer_id }
    const verb = { verb: "add", seats: [{ ...seat, member_id }], is_sold: false } as const
    return { seat, is_paid_for: false, verb }
  }
}

/** Nobody pays who pays in neither membership: they would not know of it. */
function assertPays(payer: string | null, known: readonly (string | null)[]): void {
  if (known.includes(payer)) return
  throw new DomainError("not_eligible", "Choose somebody who pays in one of the two memberships.", {
    ...{ field: "payer_customer_id", reason: "payer" },
  })
}

/** The one person of a membership for one. @throws DomainError `not_eligible` where nobody sits there */
export async function soleMember(loaded: LoadedMembership, now: Instant, tx: Tx) {
  const before = await loadSeats(loaded, tx)
  const [seat] = liveSeats(before, localDate(now, loaded.time_zone))
  if (seat?.member_id)
    return {
      ...{ before, member_id: seat.member_id },
      payer_customer_id: seat.payer_customer_id ?? loaded.customer_id,
    }
  throw new DomainError("not_eligible", "Nobody sits in this membership. Give its seat to somebody first.", {
    reason: "nobody",
  })
}
