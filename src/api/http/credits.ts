import { randomUUID } from "node:crypto"
import { z } from "@medusajs/framework/zod"
import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { fromMinor } from "../../domain/money/amounts"
import type { MembershipCredits } from "../../modules/membership/types"
import { actorOf } from "./handler"
import { calendarDate, text } from "./shapes"

const MOST = 100_000
const credits = z.int("Credits are whole numbers.").min(1, "Name at least one credit.").max(MOST)
const reason = text.max(1000).nullish()
/** Tell what it would do, and do nothing. */
const preview = z.boolean().default(false)
const id = z.string().min(1)

export const AdjustCredits = z.strictObject({
  credits: z
    .int("Credits are whole numbers.")
    .min(-MOST)
    .max(MOST)
    .refine((given) => given !== 0, "Name how many to add, or below zero how many to take away."),
  ...{ reason, preview },
})
export type AdjustCreditsBody = z.infer<typeof AdjustCredits>

export const GiveCredits = z.strictObject({
  credits,
  seat_id: id.nullish(),
  service_ids: z.array(id).min(1, "Name at least one service, or leave it out for all.").max(200).nullish(),
  expires_on: calendarDate.nullish(),
  ...{ reason, preview },
})
export type GiveCreditsBody = z.infer<typeof GiveCredits>

const exchange = {
  seat_id: id.nullish(),
  from_service_id: id,
  to_service_id: id,
  times: z.int().min(1, "Exchange at least once.").max(MOST),
  preview,
}
const transfer = { seat_id: id.nullish(), service_id: id.nullish(), credits, to_seat_id: id, preview }

export const ExchangeCredits = z.strictObject({ ...exchange, reason })
export const ExchangeOwnCredits = z.strictObject(exchange)
export type ExchangeCreditsBody = z.infer<typeof ExchangeOwnCredits> & { reason?: string | null | undefined }

export const TransferCredits = z.strictObject({ ...transfer, grant_id: id.nullish(), reason })
export const TransferOwnCredits = z.strictObject(transfer)
export type TransferCreditsBody = z.infer<typeof TransferOwnCredits> &
  Partial<Pick<z.infer<typeof TransferCredits>, "grant_id" | "reason">>

interface Asked {
  readonly preview: boolean
  readonly reason?: string | null | undefined
}

/**
 * Who, why and under which key. A preview needs no reason yet; with an `Idempotency-Key` the ledger itself knows the
 * request again, also where the first one died before its answer was kept.
 */
export function whyOf(req: AuthenticatedMedusaRequest, verb: string, { preview, reason = null }: Asked) {
  const actor = actorOf(req)
  const sent = req.get("Idempotency-Key") ?? randomUUID()
  const key = `${verb}:${req.params.id}:${actor.type}:${actor.id}:${sent}`
  return { actor, preview, key, reason: preview ? (reason ?? "preview") : reason }
}

/** What the two exchanges have in common, whoever asks. */
export const exchangeOf = ({
  seat_id = null,
  from_service_id,
  to_service_id,
  times,
}: ExchangeCreditsBody) => ({
  ...{ verb: "exchange_credits" as const, seat_id, from_service_id, to_service_id, times },
})

export const transferOf = ({ credits: n, to_seat_id, ...body }: TransferCreditsBody) => {
  const { seat_id = null, service_id = null, grant_id = null } = body
  return { verb: "transfer_credits" as const, credits: n, to_seat_id, seat_id, service_id, grant_id }
}

/** Money as a decimal of the membership's currency (MONEY-1). */
export function staffCredits({
  currency_code,
  balances,
  grants,
  ...credits
}: Omit<MembershipCredits, "entries" | "count">) {
  const money = (value_minor: number) => fromMinor(value_minor, currency_code)
  return {
    ...{ ...credits, currency_code },
    balances: balances.map(({ value_minor, ...balance }) => ({ ...balance, value: money(value_minor) })),
    grants: grants.map(
      ({ value_minor, available_value_minor, reserved_value_minor, key: _key, ...grant }) => ({
        ...grant,
        ...{ value: money(value_minor), value_left: money(available_value_minor + reserved_value_minor) },
      })
    ),
  }
}

export function staffEntries({
  entries,
  currency_code,
}: Pick<MembershipCredits, "entries" | "currency_code">) {
  return entries.map((entry) => {
    const {
      available_value_minor,
      reserved_value_minor,
      idempotency_key: _key,
      settles_key: _of,
      ...rest
    } = entry
    const { actor, cause, ...line } = rest
    return {
      ...line,
      ...{ actor_type: actor.type, actor_id: actor.id, cause_type: cause.type, cause_id: cause.id },
      available_value: fromMinor(available_value_minor, currency_code),
      reserved_value: fromMinor(reserved_value_minor, currency_code),
    }
  })
}
