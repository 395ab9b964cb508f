import type { HoldPolicy } from "../plans/types"
import { addDays, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import { heldDays, heldDaysInYear, yearsOf } from "./hold-dates"
import type { HoldDates } from "./types"

export interface HoldPolicyFacts {
  readonly policy: HoldPolicy
  /** The pause as it will be, with those that it stands for. */
  readonly dates: HoldDates
  /** The first day that was asked for: a pause that is already running began before. */
  readonly asked_on: CalendarDate
  /** Other holds of the seat that stay. */
  readonly others: readonly HoldDates[]
  /** At the membership's location. */
  readonly today: CalendarDate
  /** No charge of the membership is open (HOLD-8). */
  readonly dues_settled: boolean
}

export type HoldViolationCode =
  | "back_dated"
  | "dues_open"
  | "holds_not_offered"
  | "notice_too_short"
  | "too_long"
  | "too_many_days_a_year"
  | "too_short"

/** A limit that binds customers, and staff until they say why (HOLD-6). */
export interface HoldViolation {
  readonly code: HoldViolationCode
  readonly message: string
}

/** Everything about a hold that the plan's policy does not allow a customer (HOLD-6, HOLD-8); empty when all is well. */
export function holdViolations(facts: HoldPolicyFacts): HoldViolation[] {
  return [
    offered(facts),
    settled(facts),
    inTime(facts),
    longEnough(facts),
    shortEnough(facts),
    withinYear(facts),
  ].filter((violation) => violation !== null)
}

interface EndedEarly {
  readonly policy: Pick<HoldPolicy, "effect" | "min_days">
  /** As it was, and its first day back as it would be; null takes it back. */
  readonly hold: HoldDates
  readonly back_on: CalendarDate | null
  readonly today: CalendarDate
}

/**
 * Whether a customer would end a hold before its shortest length, whose dues may have been skipped by then (HOLD-4, HOLD-6).
 * One that has not begun is taken back at any time; so is, on its first day, one that only puts off what is paid.
 */
export function endedTooEarly({ policy, hold, back_on, today }: EndedEarly): HoldViolation | null {
  const { starts_on } = hold
  const has_begun = compareDates(starts_on, today) < (policy.effect === "extend" ? 0 : 1)
  const dates = { starts_on, resumes_on: back_on ?? starts_on }
  return has_begun ? tooShort(policy, dates) : null
}

type Rule = (facts: HoldPolicyFacts) => HoldViolation | null

const offered: Rule = ({ policy }) =>
  policy.allowed ? null : { code: "holds_not_offered", message: "This plan cannot be put on hold." }

const settled: Rule = ({ dues_settled }) =>
  dues_settled ? null : { code: "dues_open", message: "Settle what is owed first, then put it on hold." }

const inTime: Rule = ({ policy, asked_on, today }) => {
  if (compareDates(asked_on, today) < 0)
    return { code: "back_dated", message: `The hold would start in the past. Choose ${today} or later.` }
  const earliest_on = addDays(today, policy.notice_days)
  if (compareDates(asked_on, earliest_on) >= 0) return null
  return { code: "notice_too_short", message: `A hold can start on ${earliest_on} at the earliest.` }
}

const longEnough: Rule = ({ policy, dates }) => tooShort(policy, dates)

function tooShort({ min_days }: Pick<HoldPolicy, "min_days">, dates: HoldDates): HoldViolation | null {
  const days = heldDays(dates)
  if (min_days === null || days === null || days >= min_days) return null
  return { code: "too_short", message: `A hold takes at least ${min_days} days; this one takes ${days}.` }
}

const shortEnough: Rule = ({ policy: { max_days }, dates }) => {
  const days = heldDays(dates)
  if (max_days === null || (days !== null && days <= max_days)) return null
  const given = days === null ? "say when it ends" : `this one takes ${days}`
  return { code: "too_long", message: `A hold takes at most ${max_days} days; ${given}.` }
}

const withinYear: Rule = ({ policy: { max_days_a_year }, dates, others }) => {
  if (max_days_a_year === null) return null
  const year = yearsOf(dates).find((each) => heldDaysInYear([...others, dates], each) > max_days_a_year)
  if (year === undefined) return null
  const days = heldDaysInYear([...others, dates], year)
  const message = `At most ${max_days_a_year} days of ${year} can be on hold; with this one it would be ${days}.`
  return { code: "too_many_days_a_year", message }
}
