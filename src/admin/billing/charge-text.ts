import { fromMinor, toMinor } from "../../domain/money/amounts"
import type { Format } from "../text/use-format"
import type { Text } from "../text/use-text"
import type { ChargeToCome } from "./types"

/** How a charge is told in a few words. */
export interface Words {
  t: Text
  format: Format
}

/** Before its tax is known, what is known without it. */
export function amountText(
  {
    total,
    subtotal,
    discount_total,
    currency_code,
  }: Pick<ChargeToCome, "total" | "subtotal" | "discount_total" | "currency_code">,
  { format }: Words
): string {
  const net = () => toMinor(subtotal, currency_code) - toMinor(discount_total, currency_code)
  return format.money(total ?? fromMinor(net(), currency_code), currency_code)
}

export const payerText = (
  { payer_name, payer_email }: Pick<ChargeToCome, "payer_name" | "payer_email">,
  { t }: Words
) => payer_name ?? payer_email ?? t("billing.guest")

/** The days that it pays for; a fine's is the day of the visit. */
export function periodText(
  {
    period_starts_on,
    period_ends_on,
    lines,
  }: Pick<ChargeToCome, "period_starts_on" | "period_ends_on" | "lines">,
  { t, format }: Words
): string {
  if (lines.some(({ kind }) => kind === "fine")) return format.day(period_starts_on)
  if (period_ends_on === null) return t("billing.periodFrom", { from: format.day(period_starts_on) })
  return format.days(period_starts_on, period_ends_on)
}

export const membershipText = ({ membership }: Pick<ChargeToCome, "membership">, { t }: Words) =>
  t("billing.membership", { number: membership.display_id, plan: membership.plan.name })

export const momentText = (
  instant: string,
  { membership }: Pick<ChargeToCome, "membership">,
  { format }: Words
) => format.moment(instant, membership.time_zone)

export const dayText = (
  instant: string,
  { membership }: Pick<ChargeToCome, "membership">,
  { format }: Words
) => format.dayOf(instant, membership.time_zone)
