import { z } from "@medusajs/framework/zod"
import { CREDIT_ENTRY_KINDS, GRANT_SOURCES } from "../../domain/credits/types"
import { amount, calendarDate, currencyCode, id, idsOrAll, instant, optionalText } from "./answer-parts"

const scope = {
  seat_id: optionalText.meta({ description: "null is shared by all seats." }),
  service_ids: idsOrAll,
}
const expires_on = calendarDate.nullable().meta({ description: "First day without them; null never." })
const kind = z.enum(CREDIT_ENTRY_KINDS)

const balance = {
  ...scope,
  usable: z.int().meta({ description: "Can be used now." }),
  given: z.int().meta({ description: "How many there were, of the grants that can be used now." }),
  reserved: z.int().meta({ description: "Kept by bookings." }),
  coming: z.int().meta({ description: "Paid for, and usable later." }),
  expires_on,
}
const rules = {
  next: z
    .object({ on: calendarDate, credits: z.int() })
    .nullable()
    .meta({ description: "What the next period gives to each balance of the plan." }),
  exchanges: z.array(
    z.object({ from_service_id: id, to_service_id: id, from_credits: z.int(), to_credits: z.int() })
  ),
  transferable: z.boolean(),
}

export const MembershipCredits = z.object({
  currency_code: currencyCode,
  belongs_to: z.enum(["membership", "seat"]),
  ...rules,
  balances: z.array(z.object({ ...balance, value: amount })),
  grants: z.array(
    z.object({
      id,
      membership_id: id,
      ...scope,
      source: z.enum(GRANT_SOURCES),
      source_grant_id: optionalText,
      period_index: z.int().nullable(),
      credits: z.int(),
      value: amount,
      available: z.int(),
      reserved: z.int(),
      value_left: amount,
      starts_on: calendarDate.nullable(),
      expires_on,
      given_expires_on: calendarDate.nullable(),
      starts_at: instant.nullable(),
      expires_at: instant.nullable(),
      revokes_at: instant.nullable(),
      is_ended: z.boolean().meta({ description: "Expired, or ended with its seat or membership." }),
      granted_at: instant.nullable().meta({ description: "null: its period is not paid yet." }),
    })
  ),
})

export const CreditEntry = z.object({
  id,
  grant_id: id,
  membership_id: id,
  kind,
  at: instant,
  available: z.int(),
  reserved: z.int(),
  available_value: amount,
  reserved_value: amount,
  cause_type: z.string(),
  cause_id: optionalText,
  actor_type: z.enum(["user", "customer", "api-key", "system"]),
  actor_id: optionalText,
  actor_name: optionalText,
  reason: optionalText,
})

const effect = {
  code: z.enum(["credits_added", "credits_taken"]),
  grant_id: optionalText.meta({ description: "null: new ones, with a balance of their own." }),
  membership_id: id,
  ...scope,
  credits: z.int(),
  left: z.int().meta({ description: "What can be used of the grant afterwards." }),
  expires_on,
}
export const CreditEffect = z.object({ ...effect, value: amount })

const owed = z.object({ credits: z.int(), value: amount })
export const CreditObligations = z
  .object({
    currency_code: currencyCode,
    ...{ opening: owed, granted: owed, used: owed, expired: owed, revoked: owed, closing: owed },
  })
  .meta({ description: "opening + granted − used − expired − revoked = closing, in credits and in money." })

export const StoreMembershipCredits = z.object({ ...rules, balances: z.array(z.object(balance)) })
export const StoreCreditEntry = z.object({
  ...{ id, kind, at: instant, available: z.int(), reserved: z.int() },
  ...scope,
})
export const StoreCreditEffect = z.object(effect)
