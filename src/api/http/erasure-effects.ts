import type { Erasure, MembershipEffects } from "../../modules/membership/types"
import { effectsOf } from "./seat-effects"

/** The effects of a deletion as they go out: those of each membership with its number and the names of its seats. */
export const erasureEffectsOf = ({ memberships, effects }: Erasure): Record<string, unknown>[] => [
  ...memberships.flatMap(ofMembership),
  ...effects.map((effect) => ({ ...effect })),
]

function ofMembership({ seats, ...of }: MembershipEffects): Record<string, unknown>[] {
  const { membership_id, membership_display_id, plan_name, currency_code } = of
  const seatName = (seat_id: unknown) => {
    const seat = seats.find(({ id }) => id === seat_id)
    if (!seat) return {}
    const alike = seats.filter(({ label }) => label === seat.label)
    const seat_sequence = alike.length > 1 ? alike.indexOf(seat) + 1 : null
    return { seat_label: seat.label, seat_sequence }
  }
  return effectsOf(of).map((effect) => ({
    ...{ membership_id, membership_display_id, plan_name, currency_code },
    ...effect,
    ...seatName(effect.seat_id),
  }))
}
