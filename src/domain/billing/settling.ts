import { compareInstants } from "../time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../time/types"
import { isSettled } from "./attempts"
import type { ChargeStatus } from "./attempt-types"
import { dunningFacts, type GraceSettings } from "./dunning"
import { paysForNoPeriod } from "./fines"

/** A charge of a membership as far as another one's settlement matters to it. */
export interface ChargeBeside {
  readonly id: string
  readonly period_key: string
  readonly status: ChargeStatus
  readonly due_at: Instant
  readonly first_failed_at: Instant | null
}

export interface SettlingInput {
  readonly charge: ChargeBeside & {
    readonly total_minor: number
    readonly period_starts_on: CalendarDate
    readonly period_ends_on: CalendarDate | null
    /** What it has used of money that was paid before. */
    readonly credit_minor?: number
  }
  /** All charges of the membership, this one among them. */
  readonly charges: readonly ChargeBeside[]
  readonly to: "paid" | "waived"
  readonly settings: GraceSettings
  readonly zone: TimeZone
}

/** What staff are shown before they settle a charge by hand (BILL-6), or have it tried again. */
export type SettlingEffect =
  | { readonly code: "charge_paid" | "charge_waived"; readonly amount_minor: number }
  /** Money that was paid before and lowered these dues: the next charges take it (BILL-10). */
  | { readonly code: "credit_given_back"; readonly amount_minor: number }
  /** The saved method is asked for it at once. */
  | { readonly code: "payment_tried"; readonly amount_minor: number }
  /** Whether it was taken is looked up; nothing more is asked for before that is known (BILL-4). */
  | { readonly code: "provider_asked" }
  /** Every payer has settled it: its credits are given, and the term goes on. */
  | { readonly code: "period_given"; readonly starts_on: CalendarDate; readonly ends_on: CalendarDate | null }
  /** So many others have not paid for the same period yet. */
  | { readonly code: "period_waits_for_others"; readonly charges: number }
  /** The membership is not past due any more. */
  | { readonly code: "dunning_ends" }
  /** Others have failed too: since when it is past due afterwards. */
  | { readonly code: "still_past_due"; readonly since: Instant; readonly charges: number }

/** The effects of settling a charge: by the same functions that decide its membership's access afterwards. */
export function settlingEffects({ charge, charges, to, settings, zone }: SettlingInput): SettlingEffect[] {
  const open = charges.filter((each) => !isSettled(each) && each.id !== charge.id)
  return [
    { code: to === "paid" ? "charge_paid" : "charge_waived", amount_minor: charge.total_minor },
    ...creditEffect(to, charge.credit_minor ?? 0),
    ...(paysForNoPeriod(charge) ? [] : [periodEffect(charge, open)]),
    ...dunningEffects([...open, charge], open, { settings, zone }),
  ]
}

const creditEffect = (to: SettlingInput["to"], amount_minor: number): SettlingEffect[] =>
  to === "waived" && amount_minor > 0 ? [{ code: "credit_given_back", amount_minor }] : []

/** What another try does: nothing is asked for while nobody knows what became of the last one. */
export const retryEffects = ({ status, total_minor }: RetriedCharge): SettlingEffect[] =>
  status === "parked" ? [{ code: "provider_asked" }] : [{ code: "payment_tried", amount_minor: total_minor }]

interface RetriedCharge {
  readonly status: ChargeStatus
  readonly total_minor: number
}

function periodEffect(charge: SettlingInput["charge"], open: readonly ChargeBeside[]): SettlingEffect {
  const { period_key, period_starts_on: starts_on, period_ends_on: ends_on } = charge
  const of_period = open.filter((each) => each.period_key === period_key)
  return of_period.length === 0
    ? { code: "period_given", starts_on, ends_on }
    : { code: "period_waits_for_others", charges: of_period.length }
}

interface Dunning {
  readonly settings: GraceSettings
  readonly zone: TimeZone
}

function dunningEffects(
  before: readonly ChargeBeside[],
  after: readonly ChargeBeside[],
  { settings, zone }: Dunning
): SettlingEffect[] {
  const sinceOf = (charges: readonly ChargeBeside[]) =>
    dunningFacts(
      charges.map(({ due_at, first_failed_at }) => ({ due_at, first_failed_at, is_settled: false })),
      settings,
      zone
    ).past_due_since
  const since = sinceOf(after)
  if (since !== null) {
    const failed = after.filter(({ first_failed_at }) => first_failed_at !== null)
    const sorted = [...failed].sort((a, b) => compareInstants(a.due_at, b.due_at))
    return [{ code: "still_past_due", since, charges: sorted.length }]
  }
  return sinceOf(before) === null ? [] : [{ code: "dunning_ends" }]
}
