import type { MembershipEffects } from "../../modules/membership/types"

interface Changed {
  readonly memberships: readonly MembershipEffects[]
}

/** `membership.changed` for each membership that deleting or merging somebody changed. */
export function changesOf({ memberships }: Changed, verb: "person_deleted" | "people_merged") {
  return memberships.map(({ membership_id: id, effects }) => ({
    id,
    verb,
    seat_ids: [...new Set(effects.flatMap((effect) => ("seat_id" in effect ? [effect.seat_id] : [])))],
  }))
}
