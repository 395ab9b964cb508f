import { dayText, type Words } from "./charge-text"
import type { Charge } from "./types"
import { isToGiveBack } from "./verbs"

/** What comes next for a charge, in the few words that a list has room for. */
export function soonText(charge: Charge, isPaused: boolean, words: Words): string {
  const { t } = words
  const { status, act_at, payment_method } = charge
  if (isToGiveBack(charge)) return t("billing.soon.giveBack")
  switch (status) {
    case "scheduled":
    case "failed":
      if (isPaused) return t("billing.soon.paused")
      if (payment_method === null && status === "scheduled") return t("billing.soon.noMethod")
      return act_at === null
        ? t("billing.soon.none")
        : t("billing.soon.at", { day: dayText(act_at, charge, words) })
    case "unknown":
      return act_at === null
        ? t("none")
        : t("billing.soon.lookUp", { time: words.format.timeOf(act_at, charge.membership.time_zone) })
    case "requires_action":
      return t("billing.soon.confirm")
    case "parked":
      return t("billing.soon.decide")
    case "processing":
    case "paid":
    case "waived":
    case "canceled":
      return t("none")
  }
}
