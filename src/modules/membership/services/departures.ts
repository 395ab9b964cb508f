import type { SeatEffect } from "../../../domain/seats/effects"
import type { DepartureFacts } from "../../../domain/seats/people-gone"
import type { Seat, SeatedMembership } from "../../../domain/seats/types"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { factsOf, type LoadedMembership } from "./seat-loading"

/** What deleting or merging somebody does to one membership. */
export interface MembershipEffects {
  readonly membership_id: string
  readonly membership_display_id: number
  readonly plan_name: string
  readonly currency_code: string
  readonly seats: readonly Pick<Seat, "id" | "label" | "sequence">[]
  readonly effects: readonly SeatEffect[]
}

/** What decides about a membership that somebody leaves, or that another one takes over (BILL-11). */
export function departureFacts(
  loaded: LoadedMembership,
  before: SeatedMembership,
  { now, reason }: { readonly now: Instant; readonly reason: string }
): DepartureFacts {
  return {
    ...factsOf(loaded, before, now),
    // Nobody is moved anywhere: who else there is does not matter.
    ...{ people: new Map(), candidates: new Map(), classifications: new Map() },
    is_void: loaded.voided_at !== null,
    asker: { type: "staff", reason },
    newHoldId: () => newEntityId("mpause"),
    purchaser_customer_id: loaded.customer_id,
  }
}

/** The effects with what names the membership and its seats. */
export function toldOf(
  loaded: LoadedMembership,
  { seats }: SeatedMembership,
  effects: readonly SeatEffect[]
): MembershipEffects {
  const { id: membership_id, display_id: membership_display_id, plan_name, currency_code } = loaded
  return {
    ...{ membership_id, membership_display_id, plan_name, currency_code, effects },
    seats: seats.map(({ id, label, sequence }) => ({ id, label, sequence })),
  }
}
