import type { HoldPolicy } from "../../plans/types"
import type { SeatFacts } from "../decide"
import type { Asker, HoldDates, HoldKind, Seat, SeatCancellation, SeatedMembership, SeatHold } from "../types"

export const CUSTOMER: Asker = { type: "customer" }
export const STAFF: Asker = { type: "staff", reason: null }
export const staffBecause = (reason: string): Asker => ({ type: "staff", reason })

/** A seat that anybody may hold, but for what is given; its id is `s` and its position. */
export const seat = (position: number, change: Partial<Seat> = {}): Seat => ({
  ...{ id: `s${position}`, position, row_position: position, classification_id: null },
  ...{ label: `Seat ${position}`, required: false, price_minor: 1000, payer_customer_id: null },
  ...{
    sequence: position,
    tax_rate: null,
    starts_on: null,
    cancellation: null,
    member_id: `m${position}`,
    holds: [],
  },
  ...change,
})

export const held = (
  starts_on: string,
  resumes_on: string | null = null,
  id = starts_on,
  kind: HoldKind = "hold"
): SeatHold => ({
  ...{ id, starts_on, resumes_on, kind, fee_minor: 0, reason: null },
})

export const dates = (starts_on: string, resumes_on: string | null = null): HoldDates => ({
  ...{ starts_on, resumes_on },
})

export const ends = (canceled_on: string, change: Partial<SeatCancellation> = {}): SeatCancellation => ({
  ...{ canceled_on, scope: "seat", cut_holds: [] },
  ...change,
})

/** A shared membership without an end, from 1 January 2027. */
export const membership = (
  seats: readonly Seat[],
  change: Partial<SeatedMembership> = {}
): SeatedMembership => ({
  ...{ id: "ms", audience: "household", starts_on: "2027-01-01", ends_on: null, seats },
  sold_ends_on: change.ends_on ?? null,
  ...change,
})

/** Holds are allowed without any limit, but for what is given. */
export const policy = (change: Partial<HoldPolicy> = {}): HoldPolicy => ({
  ...{ allowed: true, fees: [], min_days: null, max_days: null, max_days_a_year: null, notice_days: 0 },
  ...{ effect: "skip_dues", reprice_remaining: false },
  ...change,
})

/** Facts of a monthly membership without limits, on 10 February 2027, asked by staff who say why. */
export const facts = (of: SeatedMembership, change: Partial<SeatFacts> = {}): SeatFacts => {
  let holds = 0
  return {
    ...{
      membership: of,
      currency_code: "usd",
      hold_policy: policy(),
      cancellation_policy: { commitment_periods: 0, notice_days: 0 },
    },
    ...{ hold_fee_minor: 0, interval: { unit: "month", count: 1 }, validity: null, household_id: "h1" },
    ...{
      candidates: new Map(),
      people: new Map(),
      classifications: new Map(),
      is_paid: true,
      is_void: false,
      renews: false,
    },
    ...{ today: "2027-02-10", asker: staffBecause("because"), newHoldId: () => `new${++holds}` },
    ...change,
  }
}
