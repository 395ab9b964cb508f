import { DomainError } from "../errors"
import type { MembershipFacts } from "../memberships/types"
import { addDays, atLocalTime, compareInstants, hasCome, localDate, localTime } from "../time/calendar"
import type { Instant, TimeZone } from "../time/types"

/** What a studio does about a charge that is not paid (BILL-3). Days are local calendar days. */
export interface DunningSettings {
  /** After the day on which it first failed, rising. */
  readonly retry_days: readonly number[]
  /** Access goes on for so many days after that day. */
  readonly grace_days: number
  readonly then: "suspend" | "cancel"
  /** Before the due day; a reminder for each. */
  readonly remind_days_before: readonly number[]
}

/** As far as access goes. */
export interface GraceSettings extends Pick<DunningSettings, "grace_days" | "then"> {
  /** Since when they are so: a change ends nobody's access before it was made. null or left out: from the beginning. */
  readonly dunning_since?: Instant | null
}

export const DEFAULT_DUNNING: DunningSettings = {
  ...{ retry_days: [1, 3, 5, 7], grace_days: 7, then: "suspend" },
  remind_days_before: [3],
}

const DAYS_MAX = 365

/** @throws DomainError `billing_settings_invalid`, naming the field */
export function validateDunning(settings: DunningSettings): DunningSettings {
  const { retry_days, grace_days, remind_days_before, then } = settings
  if (!retry_days.every((day, at) => isDays(day, 1) && day > (retry_days[at - 1] ?? 0)))
    refuse(
      "retry_days",
      `Retry days are whole numbers from 1 to ${DAYS_MAX}, each later than the one before.`
    )
  if (!isDays(grace_days, 0)) refuse("grace_days", `Days of grace are a whole number from 0 to ${DAYS_MAX}.`)
  if (!remind_days_before.every((day) => isDays(day, 1)))
    refuse("remind_days_before", `Reminder days are whole numbers from 1 to ${DAYS_MAX}.`)
  const last = retry_days.at(-1) ?? 0
  if (then === "cancel" && grace_days < last)
    refuse(
      "grace_days",
      `It would be canceled before the last retry, on day ${last}. Choose ${last} or more.`
    )
  return settings
}

/** What is known of a charge that is due, as far as dunning goes. */
export interface DunnedCharge {
  readonly due_at: Instant
  /** When an attempt first failed, or first waited for the customer; null while none did. */
  readonly first_failed_at: Instant | null
  /** Paid, waived or canceled. */
  readonly is_settled: boolean
}

/**
 * When the next attempt is, at the local time at which the charge was due; null when no retry is left. The days count
 * from the day of the first failure, which is the due day unless the studio was offline: a late job never costs a retry
 * and never makes it harsher.
 * @param first_failed_at this failure, if it is the first
 */
export function nextRetryAt(
  { due_at, first_failed_at }: { readonly due_at: Instant; readonly first_failed_at: Instant },
  { retry_days }: Pick<DunningSettings, "retry_days">,
  { now, zone }: { readonly now: Instant; readonly zone: TimeZone }
): Instant | null {
  const slots = retry_days.map((days) => daysAfterFailure({ due_at, first_failed_at }, days, zone))
  return slots.find((slot) => compareInstants(slot, now) > 0) ?? null
}

export interface DunningState {
  /** Since when dues are unpaid. */
  readonly past_due_since: Instant
  /** Access goes on until then. */
  readonly access_until: Instant
  readonly then: DunningSettings["then"]
}

/**
 * Where the dunning of a charge stands, from facts alone, so that it is the same whenever a job looks; null while nothing
 * has failed, however late the job is (TERM-6), and once it is settled. A provider that is down is no failure.
 */
export function dunningOf(
  { due_at, first_failed_at, is_settled }: DunnedCharge,
  { grace_days, then, dunning_since = null }: GraceSettings,
  zone: TimeZone
): DunningState | null {
  if (is_settled || first_failed_at === null) return null
  const grace_until = daysAfterFailure({ due_at, first_failed_at }, grace_days, zone)
  const access_until = [grace_until, first_failed_at, dunning_since ?? first_failed_at].sort(
    compareInstants
  )[2]!
  return { past_due_since: first_failed_at, access_until, then }
}

/** What of a membership's status follows from its charges. */
export type DunningFacts = Pick<MembershipFacts, "past_due_since" | "suspended_at">

/**
 * What the charges of a membership say about its status: the first that failed makes it past due, the first whose grace
 * is over suspends it. Where grace ends in a cancellation it is suspended too, until that has been written.
 */
export function dunningFacts(
  charges: readonly DunnedCharge[],
  settings: GraceSettings,
  zone: TimeZone
): DunningFacts {
  const open = charges.flatMap((charge) => dunningOf(charge, settings, zone) ?? [])
  return {
    past_due_since: earliest(open.map(({ past_due_since }) => past_due_since)),
    suspended_at: earliest(open.map(({ access_until }) => access_until)),
  }
}

/** When customers are reminded of a charge to come, in order (BILL-3, REMIND-1). */
export function remindersAt(
  due_at: Instant,
  { remind_days_before }: Pick<DunningSettings, "remind_days_before">,
  zone: TimeZone
): Instant[] {
  return [...new Set(remind_days_before)]
    .sort((a, b) => b - a)
    .map((days) => localDaysFrom(due_at, due_at, -days, zone))
}

/** No earlier in the day, wherever the studio is (REMIND-2). */
const REMIND_FROM = "09:00"

/**
 * Of the days before, the last whose morning has come, with that instant; null while none has, and once it is due.
 * Whoever looks late sends one reminder, not all that were missed.
 */
export function reminderDue(
  due_at: Instant,
  { remind_days_before }: Pick<DunningSettings, "remind_days_before">,
  { now, zone }: { readonly now: Instant; readonly zone: TimeZone }
): { readonly days: number; readonly at: Instant } | null {
  if (hasCome(due_at, now)) return null
  const due_on = localDate(due_at, zone)
  const come = [...remind_days_before]
    .sort((a, b) => a - b)
    .map((days) => ({ days, at: atLocalTime(addDays(due_on, -days), REMIND_FROM, zone) }))
  return come.find(({ at }) => hasCome(at, now)) ?? null
}

function daysAfterFailure(
  { due_at, first_failed_at }: { readonly due_at: Instant; readonly first_failed_at: Instant },
  days: number,
  zone: TimeZone
): Instant {
  const from = compareInstants(first_failed_at, due_at) > 0 ? first_failed_at : due_at
  return localDaysFrom(from, due_at, days, zone)
}

/** So many local days from the day of one instant, at the local time of another. */
function localDaysFrom(day_of: Instant, time_of: Instant, days: number, zone: TimeZone): Instant {
  return atLocalTime(addDays(localDate(day_of, zone), days), localTime(time_of, zone), zone)
}

const earliest = (instants: readonly Instant[]): Instant | null =>
  [...instants].sort(compareInstants)[0] ?? null

const isDays = (days: number, min: number) => Number.isSafeInteger(days) && days >= min && days <= DAYS_MAX

function refuse(field: keyof DunningSettings, message: string): never {
  throw new DomainError("billing_settings_invalid", message, { field })
}
