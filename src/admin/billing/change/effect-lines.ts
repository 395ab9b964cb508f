import { amountText, payerText, periodText, type Words } from "../charge-text"
import type { ChargeDetail, ChargeEffect } from "../types"

/** What a verb does, a sentence for each effect. */
export const effectLines = (effects: readonly ChargeEffect[], charge: ChargeDetail, words: Words): string[] =>
  effects.map((effect) => lineOf(effect, charge, words))

function lineOf(effect: ChargeEffect, charge: ChargeDetail, words: Words): string {
  const { t, format } = words
  const money = (amount: number) => format.money(amount, charge.currency_code)
  switch (effect.code) {
    case "charge_paid":
    case "charge_waived":
    case "credit_given_back":
      return t(`billing.effect.${effect.code}`, { amount: money(effect.amount) })
    case "payment_tried": {
      const method = charge.payment_method?.label
      const amount = money(effect.amount)
      return method
        ? t("billing.effect.payment_tried_method", { amount, method })
        : t("billing.effect.payment_tried", { amount })
    }
    case "period_given": {
      const from = format.day(effect.starts_on)
      if (effect.ends_on === null) return t("billing.effect.period_given_open", { from })
      return t("billing.effect.period_given", { from, to: format.lastDay(effect.ends_on) })
    }
    case "period_waits_for_others":
      return t("billing.effect.period_waits_for_others", { count: effect.charges })
    case "still_past_due":
      return t("billing.effect.still_past_due", {
        ...{ count: effect.charges, since: format.dayOf(effect.since, charge.membership.time_zone) },
      })
    case "dunning_ends":
    case "provider_asked":
      return t(`billing.effect.${effect.code}`)
  }
}

/** What a drawer is about. */
export const aboutText = (charge: ChargeDetail, words: Words): string =>
  words.t("billing.change.of", {
    ...{ payer: payerText(charge, words), period: periodText(charge, words) },
    ...{ plan: charge.membership.plan.name, amount: amountText(charge, words) },
  })
