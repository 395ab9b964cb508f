import { fromMinor } from "../../domain/money/amounts"
import { localDate } from "../../domain/time/calendar"
import type { Instant } from "../../domain/time/types"
import type { NoticeToSend } from "../../modules/membership/types"
import type { StaffNotice } from "../steps/put-into-feed"
import { de } from "./charge-texts/de"
import { en } from "./charge-texts/en"
import type { NoticeTexts } from "./charge-texts/types"

export interface Reader {
  readonly email: string
  readonly customer_id: string | null
  /** BCP 47, as the order was placed; null is not known. */
  readonly locale: string | null
}

const LANGUAGES: readonly NoticeTexts[] = [en, de]

/** What the Notification Module is handed: data for a template of the studio's provider, and a text for one without. */
export function chargeNotice(notice: NoticeToSend, { email, customer_id, locale }: Reader) {
  const { kind, membership_id, charge_id, plan_name, missed_service, data } = notice
  if (kind === "charge_parked") throw new Error("Staff are told of it in the feed.")
  const texts = LANGUAGES.find((each) => locale?.toLowerCase().split("-")[0] === each.locale) ?? en
  const code = data.failure_code ?? null
  const reason = code === null ? null : (texts.reasons[code] ?? texts.otherReason)
  const amount = amountOf(notice)
  const link = data.action_url ?? null
  const day = (instant: Instant) => dayIn(localDate(instant, notice.time_zone), texts.locale)
  const money = (given: number | null) =>
    given === null ? null : moneyIn(given, notice.currency_code, texts.locale)
  const { starts_on = null, now_minor = null, then_minor = null } = data
  const now = decimal(now_minor, notice.currency_code)
  const then = decimal(then_minor, notice.currency_code)
  const next_try = data.next_try_at ? day(data.next_try_at) : null
  const { subject, text } = texts.write[kind]({
    plan: missed_service === null ? plan_name : texts.missedVisit(missed_service),
    ...{ reason, next_try, link, due_on: data.due_at ? day(data.due_at) : null },
    ...{ has_method: data.has_method ?? true, method: data.method_label ?? null },
    amount: money(amount),
    ...{ starts_on: starts_on && dayIn(starts_on, texts.locale), before: money(now), after: money(then) },
  })
  return {
    ...{ to: email, channel: "email", template: `membership-${kind.replaceAll("_", "-")}` },
    content: { subject, text },
    data: {
      ...{ subject, text, locale: texts.locale, plan_name, membership_id, charge_id, amount, reason },
      ...{ display_id: notice.display_id, currency_code: notice.currency_code, failure_code: code },
      ...{ next_try_at: data.next_try_at ?? null, action_url: link, due_at: data.due_at ?? null },
      ...{ starts_on, now, then },
    },
    ...{ receiver_id: customer_id, idempotency_key: keyOf(notice) },
    ...{ trigger_type: `membership.${kind}`, resource_type: "membership", resource_id: membership_id },
  }
}

/**
 * One for each try: sent again with the key of a try that failed, a letter goes out, and the platform says all the same that it
 * has failed. Whoever dies after a try leaves its key, which is sent no second time.
 */
const keyOf = ({ occasion, failures }: NoticeToSend) =>
  `membership-notice:${occasion}${failures === 0 ? "" : `:${failures}`}`

/** BILL-4: staff decide about a charge that nobody can find out about; without anybody's name. */
export const parkedNotice = (notice: NoticeToSend): StaffNotice => ({
  key: `membership-notice:${notice.occasion}`,
  title: "A charge waits for your decision",
  description:
    `${notice.plan_name} #${notice.display_id}: the payment provider could not say whether the charge of ` +
    `${notice.period_starts_on} was paid. Look it up there, then settle it or try again.`,
  ...{ trigger_type: "membership.charge_parked", resource_type: "membership_charge" },
  resource_id: notice.charge_id ?? notice.membership_id,
})

const amountOf = ({ total_minor, data, currency_code }: NoticeToSend): number | null =>
  decimal(total_minor ?? data.net_minor ?? null, currency_code)

const decimal = (minor: number | null, currency_code: string): number | null =>
  minor === null ? null : fromMinor(minor, currency_code)

const moneyIn = (amount: number, currency: string, locale: string) =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).format(amount)

/** A calendar day is the same wherever it is read. */
const dayIn = (day: string, locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(day))
