import { namesOf } from "../../plans/sections/names"
import { useStudio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { CreditEffect, CreditScope } from "../queries/credits"
import { useSeatNames } from "../seats/seat-context"
import type { Membership } from "../types"

/** What balances and effects are called in sentences. */
export function useCreditNames(membership: Membership) {
  const t = useText()
  const format = useFormat()
  const names = useSeatNames(membership)
  const { data: studio } = useStudio()
  const services = (ids: readonly string[]): string => namesOf(ids, studio?.services ?? []).join(", ")
  const scope = ({ seat_id, service_ids }: CreditScope): string => {
    const of = service_ids === null ? t("credits.everything") : services(service_ids)
    return seat_id === null ? of : t("credits.scope", { services: of, seat: names.seatWith(seat_id) })
  }
  const change = (effect: CreditEffect): string => {
    const { code, grant_id, credits: count, left, expires_on } = effect
    const values = { scope: scope(effect), count, left }
    if (code === "credits_taken") return t("credits.effect.taken", values)
    if (grant_id !== null) return t("credits.effect.added", values)
    if (expires_on === null) return t("credits.effect.newNoEnd", values)
    return t("credits.effect.new", { ...values, date: format.lastDay(expires_on) })
  }
  const effect = (each: CreditEffect): string => {
    const line = change(each)
    const amount = format.money(each.value, membership.currency_code)
    return each.value > 0 ? t("credits.effect.worth", { line, amount }) : line
  }
  return { scope, effect, services, seat: names.seatWith }
}
