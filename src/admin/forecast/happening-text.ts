import { amountText, payerText, type Words } from "../billing/charge-text"
import type { Happening, KindTotal } from "./types"

/** So many seats are named; more are counted. */
const NAMED = 3

/** The reasons that have a sentence of their own. */
const OTHERWISE = [
  ...(["ages_out_too_old", "ages_out_proof_expired", "dues_skipped_payment_holiday"] as const),
  ...(["hold_begins_payment_holiday", "hold_ends_payment_holiday", "charge_hold_fee"] as const),
] as const

/** What a notice that waits tells whom. */
const NOTICES = [
  ...(["upcoming_charge", "payment_failed", "confirm_payment", "paid_after_failure", "suspended"] as const),
  ...([
    "canceled_for_non_payment",
    "charge_parked",
    "price_change_scheduled",
    "price_change_taken_back",
  ] as const),
] as const

export function whyText({ kind, reason }: Pick<Happening, "kind" | "reason">, { t }: Words): string {
  if ((kind === "plan_changes" || kind === "prices_move") && reason !== null)
    return t("forecast.why.not_possible")
  if (kind === "notice") return t(`forecast.notice.${NOTICES.find((each) => each === reason) ?? "other"}`)
  const otherwise = OTHERWISE.find((each) => each === `${kind}_${reason}`)
  return t(`forecast.why.${otherwise ?? kind}`)
}

function creditsText(credits: number, value: number, currency_code: string, { t, format }: Words): string {
  const counted = t("forecast.credits", { count: credits })
  return value > 0
    ? t("forecast.worth", { credits: counted, value: format.money(value, currency_code) })
    : counted
}

/** What it comes to, where it comes to anything. */
export function moneyText({ charge, credits }: Happening, words: Words): string | null {
  if (charge) return amountText(charge, words)
  return credits && creditsText(credits.credits, credits.value, credits.currency_code, words)
}

export const membershipText = (
  { membership: { display_id: number, plan_name: plan, ...who } }: Happening,
  { t }: Words
) =>
  [
    t("forecast.ofMembership", { number, plan }),
    who.customer_name ?? who.customer_email ?? t("billing.guest"),
  ].join(" · ")

/** Whose name stands beside the membership already. */
const isPurchaser = ({ charge, membership }: Happening) =>
  charge?.payer_email === membership.customer_email && charge.payer_name === membership.customer_name

/** Whose it is, where it is not the whole membership's: people, seats, payers. @param isOfOne no purchaser is named beside it */
export function whoText(happening: Happening, isOfOne: boolean, words: Words): string[] {
  const { t } = words
  const { seats, member, charge } = happening
  const named = seats.slice(0, NAMED).map((seat) => t("forecast.seat", { ...seat }))
  const more = seats.length - named.length
  return [
    ...(member ? [[member.first_name, member.last_name].filter(Boolean).join(" ")] : []),
    ...(named.length > 0 ? [named.join(", ")] : []),
    ...(more > 0 ? [t("forecast.moreSeats", { count: more })] : []),
    ...(charge && (isOfOne || !isPurchaser(happening))
      ? [t("forecast.payer", { name: payerText(charge, words) })]
      : []),
  ]
}

/** Where who ages out could sit, and what that changes. */
export function otherSeatText(
  { kind, other_seats: [other] }: Happening,
  { t, format }: Words
): string | null {
  if (kind !== "ages_out") return null
  if (!other) return t("forecast.noOtherSeat")
  const seat = t("forecast.seat", { ...other })
  if (other.difference === 0) return t("forecast.sameSeatPrice", { seat })
  const money = format.money(Math.abs(other.difference), other.currency_code)
  return t("forecast.couldTake", { seat, difference: `${other.difference < 0 ? "−" : "+"}${money}` })
}

/** "2 × Renewal is charged" is told as its kind and this. */
export function totalText(
  { count, total, currency_code, credits, credits_value }: KindTotal,
  words: Words
): string {
  const parts = [words.t("forecast.happenings", { count })]
  if (total !== null) parts.push(words.format.money(total, currency_code!))
  if (credits !== null) parts.push(creditsText(credits, credits_value ?? 0, currency_code!, words))
  return parts.join(" · ")
}
