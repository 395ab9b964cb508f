import type { SeatSpan } from "../../seats/common-holds"
import type { HoldKind } from "../../seats/types"
import type { Instant } from "../../time/types"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import type { Charge } from "../charges"
import { dueCharges } from "../due-charges"
import type { BillingCalendar } from "../periods"

/** Zones that change their clocks at odd times, at midnight, by half an hour, or never. */
export const ZONES = [
  "America/New_York",
  "Europe/Stockholm",
  "Australia/Sydney",
  "Australia/Lord_Howe",
  "America/Santiago",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "America/Sao_Paulo",
  "Africa/Cairo",
  "Asia/Kolkata",
  "Pacific/Auckland",
  "UTC",
]

/** A seat that is there for ever, but for what is given. */
export const span = (change: Partial<SeatSpan> = {}): SeatSpan => ({
  ...{ starts_on: null, canceled_on: null, holds: [] },
  ...change,
})

export const pause = (starts_on: string, resumes_on: string | null = null, kind: HoldKind = "hold") => ({
  ...{ starts_on, resumes_on, kind },
})

/** Monthly from 31 January 2027 without an end, one seat; holds skip dues. */
export const calendar = (change: Partial<BillingCalendar> = {}): BillingCalendar => ({
  ...{ starts_on: "2027-01-31", interval: { unit: "month", count: 1 }, ends_on: null, renews: true },
  ...{ hold_effect: "skip_dues", seats: [span()] },
  ...change,
})

/** Every charge that is due by an instant, in order. */
export const chargesUntil = (
  { membership, progress }: { readonly membership: BilledMembership; readonly progress: BillingProgress },
  until: Instant
): Charge[] => dueCharges(membership, progress, until).flatMap(({ charges }) => charges)
