import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { z } from "@medusajs/framework/zod"
import { checkInWish, visitWish } from "../http/visits"

const id = z.string().min(1)

/** A device stands at its location; staff say where they are. */
const where = { location_id: id.optional() }

const who = {
  ...where,
  member_id: id.optional(),
  /** What a scanner read. */
  code: z.string().min(1).max(500).optional(),
}

const oneOfTwo = { message: "Give a member_id or a code, one of the two.", path: ["member_id"] }
const hasOne = ({ member_id, code }: { member_id?: string | undefined; code?: string | undefined }) =>
  (member_id === undefined) !== (code === undefined)

export const FrontDeskDecision = z
  .strictObject({ ...who, ...visitWish, is_guest: z.boolean().default(false) })
  .refine(hasOne, oneOfTwo)
export type FrontDeskDecisionBody = z.infer<typeof FrontDeskDecision>

export const FrontDeskCheckIn = z.strictObject({ ...who, ...checkInWish }).refine(hasOne, oneOfTwo)
export type FrontDeskCheckInBody = z.infer<typeof FrontDeskCheckIn>

export const FrontDeskSearch = z.object({ q: z.string().max(500).default(""), ...where })
export type FrontDeskSearchQuery = z.infer<typeof FrontDeskSearch>

export const FrontDeskVisits = createFindParams({ limit: 50 }).extend(where)
export const FrontDeskPlace = z.object(where)
