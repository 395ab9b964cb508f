import { z } from "@medusajs/framework/zod"

const id = z.string().min(1)

/** What a visit is made for and with; the areas add who comes, and where. */
export const visitWish = {
  /** Left out: a visit in open hours. */
  service_id: id.nullish(),
  /** Staff chose this membership (ACCESS-3). */
  membership_id: id.nullish(),
}

export const checkInWish = {
  ...visitWish,
  /** Comes along with the member (ACCESS-6). */
  guest: z.strictObject({ name: z.string().trim().min(1, "Say who comes along.").max(200) }).nullish(),
  /** Staff only: lets in whom the rules do not. */
  override_reason: z.string().trim().min(1, "Say why.").max(2000).nullish(),
}

export const UndoCheckIn = z.strictObject({ reason: z.string().trim().min(1, "Say why.").max(2000) })
export type UndoCheckInBody = z.infer<typeof UndoCheckIn>

/** What a desk sees of a visit: no reason of staff for an override, no idempotency key. */
export const DESK_VISIT_FIELDS = [
  ...["id", "kind", "is_allowed", "code", "member_id", "guest_name", "service_id", "location_id", "at"],
  ...["local_on", "credits", "starts_term", "undone_at", "decision"],
]

/** What staff see of it. */
export const VISIT_FIELDS = [
  ...DESK_VISIT_FIELDS,
  ...[
    "membership_id",
    "seat_id",
    "override_reason",
    "device_id",
    "actor_type",
    "actor_id",
    "undone_by",
    "undo_reason",
  ],
]
