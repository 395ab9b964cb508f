import type { Erasure } from "../../modules/membership/types"

/** `membership.changed` for each membership that somebody's deletion changed. */
export function changesOf({ memberships }: Erasure) {
  return memberships.map(({ membership_id: id, effects }) => ({
    id,
    verb: "person_deleted",
    seat_ids: [...new Set(effects.flatMap((effect) => ("seat_id" in effect ? [effect.seat_id] : [])))],
  }))
}
