import { z } from "@medusajs/framework/zod"
import type { RouteDefinition } from "../../http/route-table"
import { SALE_NOTICES } from "../../../domain/selling/sale-notices"
import { calendarDate } from "../../http/shapes"
import { seatWish } from "../../http/seat-wish"

export const AddMembership = seatWish({
  plan_id: z.string(),
  quote_id: z.string().optional(),
  starts_on: calendarDate.nullish(),
  location_id: z.string().nullish(),
  accepted_terms_version: z.int().optional(),
  /** Consent to what follows an introductory offer: needed where it follows by itself. */
  accepts_conversion: z.boolean().optional(),
  /** Notices of the quote in spite of which it is bought. */
  confirmed_notices: z.array(z.enum(SALE_NOTICES)).max(SALE_NOTICES.length).optional(),
  promo_codes: z.array(z.string()).max(50).optional(),
})
export type AddMembershipBody = z.infer<typeof AddMembership>

const tag = "Cart"
const customer = "optional"

export const storeCartRoutes: RouteDefinition[] = [
  {
    method: "POST",
    path: "/store/carts/:id/memberships",
    tag,
    summary: "Put a membership into the cart, priced by the server",
    body: AddMembership,
    customer,
    idempotent: true,
    answers: { cart: "Cart", draft_id: "Id", quote: "Quote" },
  },
  {
    method: "DELETE",
    path: "/store/carts/:id/memberships/:draft_id",
    tag,
    summary: "Take a membership out of the cart, all its lines together",
    customer,
    answers: { cart: "Cart", draft_id: "Id" },
  },
]
