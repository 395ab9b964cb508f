import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { SeatEffect } from "../types"
import type { SeatNames } from "./seat-names"

export interface EffectWords {
  t: Text
  format: Format
  names: SeatNames
  currency_code: string
}

/** So many seats are named; more are counted. */
const NAMED = 4

/** What a verb does, as sentences: the same thing that happens to several seats is told once. */
export function effectLines(effects: readonly SeatEffect[], words: EffectWords): string[] {
  const groups = new Map<string, { effect: SeatEffect; seats: string[] }>()
  for (const effect of effects) {
    const { seat_id, ...same } = { seat_id: null, ...effect } as { seat_id: string | null }
    const key = JSON.stringify(same)
    const group = groups.get(key) ?? { effect, seats: [] }
    if (seat_id !== null) group.seats.push(seat_id)
    groups.set(key, group)
  }
  return [...groups.values()].map(({ effect, seats }) => lineOf(effect, seatsText(seats, words), words))
}

function seatsText(seats: readonly string[], { t, names }: EffectWords): string {
  if (seats.length > NAMED) return t("seats.count", { count: seats.length })
  return [...new Set(seats.map(names.seatWith))].join(", ")
}

function lineOf(effect: SeatEffect, seats: string, words: EffectWords): string {
  return (
    holdLine(effect, seats, words) ??
    endLine(effect, seats, words) ??
    peopleLine(effect, seats, words) ??
    moneyLine(effect, seats, words) ??
    ""
  )
}

function holdLine(effect: SeatEffect, seats: string, { t, format }: EffectWords): string | null {
  switch (effect.code) {
    case "seat_on_hold":
    case "hold_replaced": {
      const from = format.day(effect.starts_on)
      if (effect.resumes_on === null) return t(`seating.effect.${effect.code}_open`, { from, seats })
      return t(`seating.effect.${effect.code}`, { from, back: format.day(effect.resumes_on), seats })
    }
    case "hold_taken_back":
    case "hold_restored":
      return t(`seating.effect.${effect.code}`, { from: format.day(effect.starts_on), seats })
    case "hold_ends_with_seat":
      return t("seating.effect.hold_ends_with_seat", { seats })
    case "seat_resumes":
      return t("seating.effect.seat_resumes", { date: format.day(effect.resumes_on), seats })
    default:
      return null
  }
}

function endLine(effect: SeatEffect, seats: string, { t, format }: EffectWords): string | null {
  switch (effect.code) {
    case "seat_ends":
    case "cancellation_kept":
    case "cancellation_moves":
      return t(`seating.effect.${effect.code}`, { date: format.lastDay(effect.canceled_on), seats })
    case "cancellation_taken_back":
      return t("seating.effect.cancellation_taken_back", { seats })
    case "membership_voided":
      return t("seating.effect.membership_voided")
    case "start_moves":
      return t("seating.effect.start_moves", { date: format.day(effect.starts_on) })
    case "term_moves": {
      const { ends_on, days } = effect
      if (ends_on === null) return t("seating.effect.term_open")
      const date = format.lastDay(ends_on)
      if (days === null) return t("seating.effect.term_moves", { date })
      return t(days < 0 ? "seating.effect.term_earlier" : "seating.effect.term_later", {
        count: Math.abs(days),
        date,
      })
    }
    default:
      return null
  }
}

function peopleLine(
  effect: SeatEffect,
  seats: string,
  { t, format, names, currency_code }: EffectWords
): string | null {
  const member = (id: string) => names.member(id) ?? t("seating.somebody")
  switch (effect.code) {
    case "member_seated":
    case "member_unseated":
      return t(`seating.effect.${effect.code}`, {
        name: member(effect.member_id),
        seats: names.seat(effect.seat_id),
      })
    case "member_moves":
      return t("seating.effect.member_moves", {
        name: member(effect.member_id),
        to: names.seat(effect.to_seat_id),
      })
    case "purchaser_changes":
      return t("seating.effect.purchaser_changes")
    case "seat_added": {
      const { label, member_id, starts_on } = effect
      const seat =
        member_id === null ? label : t("seating.seatWith", { seat: label, name: member(member_id) })
      const amount = format.money(effect.amount, currency_code)
      if (starts_on === null) return t("selling.add.effectUndated", { seat, amount })
      return t("selling.add.effect", { seat, amount, date: format.day(starts_on) })
    }
    case "seat_emptied":
      return t("seating.effect.seat_emptied", { seats: names.seat(effect.seat_id) })
    case "payer_changes": {
      const name = names.payer(effect.to_customer_id ?? "") ?? t("seating.somebody")
      return t("seating.effect.payer_changes", { name, seats })
    }
    default:
      return null
  }
}

function moneyLine(
  effect: SeatEffect,
  seats: string,
  { t, format, currency_code }: EffectWords
): string | null {
  const money = (amount: number) => format.money(amount, currency_code)
  switch (effect.code) {
    case "hold_fee":
      return t("seating.effect.hold_fee", { amount: money(effect.total) })
    case "seat_stays_paid":
      return t("seating.effect.seat_stays_paid", { amount: money(effect.price), seats })
    case "dues_change": {
      const [before, after] = [money(effect.before), money(effect.after)]
      return t("seating.effect.dues_change", { date: format.day(effect.from_on), before, after })
    }
    case "paid_days_on_hold":
      return t("seating.effect.paid_days_on_hold", {
        ...{ count: effect.days, from: format.day(effect.from_on), to: format.lastDay(effect.until_on) },
        amount: money(effect.total),
      })
    case "unused_part":
      return t("seating.effect.unused_part", {
        ...{
          amount: money(effect.total),
          from: format.day(effect.from_on),
          to: format.lastDay(effect.until_on),
        },
      })
    default:
      return null
  }
}
