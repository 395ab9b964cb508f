import type { MedusaRequest } from "@medusajs/framework/http"
import type { DayTotal, KindTotal } from "../../../domain/forecast/days"
import { whyOf } from "../../../domain/forecast/why"
import { fromMinor } from "../../../domain/money/amounts"
import type { ToldHappening } from "../../../workflows/billing/forecast-memberships"
import { namedCharges } from "../membership-charges/charges"

/** A page of happenings as they go out; the names behind charges are asked for all at once. */
export async function happeningsAnswer(req: MedusaRequest, page: readonly ToldHappening[]) {
  const rows = page.flatMap(({ charge, membership_id }, index) => {
    if (charge === null) return []
    const { charge_id, starts_on: period_starts_on, ends_on: period_ends_on, ...rest } = charge
    const {
      payer_key: _key,
      period_key: _period,
      price_chart_id: _chart,
      chart_version: _version,
      ...row
    } = rest
    return [{ ...row, id: String(index), charge_id, membership_id, period_starts_on, period_ends_on }]
  })
  const charges = new Map((await namedCharges(req, rows)).map(({ id, ...charge }) => [id, charge]))
  return page.map((happening, index) => happeningAnswer(happening, charges.get(String(index)) ?? null))
}

function happeningAnswer(happening: ToldHappening, charge: Record<string, unknown> | null) {
  const { kind, at, day, reason, membership_id, seats, credits, ageing, currency_code } = happening
  const { display_id, plan_name, customer_name, customer_email } = happening
  const { rule, sentence } = whyOf(happening)
  return {
    ...{ kind, at, day, reason, rule, why: sentence, seats },
    membership: { id: membership_id, display_id, plan_name, customer_name, customer_email },
    charge: charge && withoutMembership(charge),
    credits: credits && {
      ...{ credits: credits.credits, currency_code },
      value: fromMinor(credits.value_minor, currency_code),
    },
    member: ageing?.member ?? null,
    other_seats: ageing?.other_seats ?? [],
  }
}

/** It stands beside the charge already. */
const withoutMembership = ({ membership: _beside, membership_id: _id, ...charge }: Record<string, unknown>) =>
  charge

export const dayAnswer = ({ day, kinds }: DayTotal) => ({ day, kinds: kinds.map(kindAnswer) })

/** Money as decimals of the currency (MONEY-1). */
export function kindAnswer({ kind, currency_code, count, total_minor, credits, value_minor }: KindTotal) {
  const money = (minor: number | null) => (minor === null ? null : fromMinor(minor, currency_code!))
  return {
    ...{ kind, currency_code, count, credits },
    ...{ total: money(total_minor), credits_value: money(value_minor) },
  }
}
