import type { MembershipEffects } from "../../modules/membership/types"
import { effectsOf } from "./seat-effects"

interface Told {
  readonly memberships: readonly MembershipEffects[]
  /** Beside the memberships. */
  readonly effects: readonly object[]
}

/** The effects of deleting or merging people as they go out: those of each membership with its number and its seats' names. */
export const peopleEffectsOf = ({ memberships, effects }: Told): Record<string, unknown>[] => [
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
