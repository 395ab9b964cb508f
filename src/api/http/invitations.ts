import { z } from "@medusajs/framework/zod"

export const InviteToSeat = z.strictObject({ email: z.email("Write an e-mail address.").max(320) })
export type InviteToSeatBody = z.infer<typeof InviteToSeat>

/** Of those that are open, who was asked to which seat, and until when. Never the token. */
export const invitationFields = ["id", "seat_id", "email", "expires_at", "created_at"]
export const OPEN_INVITATIONS = { accepted_at: null, revoked_at: null }
