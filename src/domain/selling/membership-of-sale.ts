import { DomainError } from "../errors"
import { membershipFacts } from "../memberships/facts"
import { membershipStatus, nextStatusChangeAt } from "../memberships/status"
import { termFrom, termOf } from "../memberships/term"
import type { MembershipStatus, Term } from "../memberships/types"
import { qualify } from "../people/qualification"
import type { Classification, Person } from "../people/types"
import { addDays, compareDates, localDate } from "../time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../time/types"
import type { PlanToSell, Sale, SaleFinding } from "./activation-types"
import { joinedTerm } from "./sale"
import type { SaleSeat } from "./types"

export interface MembershipOfSaleInput {
  readonly sale: Sale
  readonly plan: PlanToSell
  /** Of the draft's location. */
  readonly zone: TimeZone
  readonly purchased_at: Instant
  readonly now: Instant
  readonly payment: PaymentState
  /** The member of the purchaser, who takes the seat of an individual plan; null for a guest without a member. */
  readonly purchaser_member_id: string | null
  /** The members who shall sit somewhere, by id; one who is gone is left out. */
  readonly people: ReadonlyMap<string, Person>
  /** Those that the seats name, by id. */
  readonly classifications: ReadonlyMap<string, Classification>
}

/** SALE-7, SALE-8: what the money says. A canceled order is void, paid or not. */
export interface PaymentState {
  readonly paid: boolean
  readonly canceled: boolean
}

export interface SoldSeat extends Omit<SaleSeat, "member_id"> {
  /** Order within the membership, from 1. */
  readonly position: number
  /** Who sits there from the start; null is sold empty (SEAT-1). */
  readonly holder_member_id: string | null
}

/** A membership as it is written, with the seats that were sold. */
export interface SoldMembership {
  readonly starts_on: CalendarDate | null
  /** Where it joined the common billing day (BILL-7): the day from which its periods are counted. */
  readonly anchor_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  readonly must_start_by_on: CalendarDate | null
  readonly activated_at: Instant | null
  readonly voided_at: Instant | null
  readonly status: MembershipStatus
  readonly status_changes_at: Instant | null
  readonly seats: readonly SoldSeat[]
  readonly findings: readonly SaleFinding[]
}

/**
 * What a sale becomes: active once it is paid, if nothing was found that staff must decide (SALE-7); else pending.
 */
export function membershipOfSale(input: MembershipOfSaleInput): SoldMembership {
  const { sale, plan, zone, now, payment } = input
  const { term, finding } = soldTerm(input)
  const findings = finding ? [...sale.findings, finding] : sale.findings
  const activated_at = payment.paid && !payment.canceled && findings.length === 0 ? now : null
  const voided_at = payment.canceled ? now : null
  const dates = { starts_on: term.starts_on, ends_on: term.ends_on, must_start_by_on: term.latest_starts_on }
  const facts = membershipFacts({
    ...dates,
    validity: plan.validity,
    time_zone: zone,
    activated_at,
    voided_at,
    // New seats have neither holds nor an end.
    seats: [],
  })
  return {
    ...dates,
    anchor_on: sale.draft.first_period?.anchor_on ?? null,
    activated_at,
    voided_at,
    status: membershipStatus(facts, now),
    status_changes_at: nextStatusChangeAt(facts, now),
    seats: payment.canceled ? seatsOf(input, () => null) : seatsOf(input, firstHolders(input, term)),
    findings,
  }
}

/** The term as sold: from the day by which its first period was priced (BILL-7), else as chosen. */
function soldTerm(input: MembershipOfSaleInput): { term: Term; finding: SaleFinding | null } {
  const { sale, plan, zone, purchased_at } = input
  const { first_period } = sale.draft
  const chosen = chosenTerm(input)
  if (first_period === null) return chosen
  const term = joinedTerm(chosen.term, first_period, plan)
  const ordered_on = localDate(purchased_at, zone)
  // It was checked a moment before the order; at midnight that was the day before.
  if (compareDates(addDays(first_period.starts_on, 1), ordered_on) >= 0) return { ...chosen, term }
  const message = `It was ordered on ${ordered_on}, and its first period was priced from ${first_period.starts_on} on.`
  return { term, finding: { code: "quote_stale", message, details: { ...first_period, ordered_on } } }
}

/** The term as chosen; where the chosen day is no longer allowed, from the day of the purchase, for staff to mend. */
function chosenTerm({ sale, plan, zone, purchased_at }: MembershipOfSaleInput): {
  term: Term
  finding: SaleFinding | null
} {
  const { starts, validity, must_start_within } = plan
  const starts_on = starts === "chosen_date" ? sale.draft.starts_on : null
  try {
    return {
      term: termOf({ starts, validity, must_start_within, purchased_at, starts_on, zone }),
      finding: null,
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "start_not_allowed") throw error
    const finding = { code: "start_not_allowed" as const, message: error.message, details: error.details }
    return { term: termFrom(localDate(purchased_at, zone), validity), finding }
  }
}

function seatsOf({ sale }: MembershipOfSaleInput, holderOf: (seat: SaleSeat) => string | null): SoldSeat[] {
  return sale.draft.seats.map((seat, index) => {
    const { member_id: _wanted, ...sold } = seat
    return { ...sold, position: index + 1, holder_member_id: holderOf(seat) }
  })
}

/**
 * Who sits where at first: the people named in the sale, and the purchaser on the one seat of an individual plan.
 * Somebody who does not qualify, or sits already, leaves the seat empty (SEAT-1, SEAT-2).
 */
function firstHolders(input: MembershipOfSaleInput, term: Term): (seat: SaleSeat) => string | null {
  const { plan, people, classifications, purchaser_member_id, purchased_at, zone } = input
  const on_date = term.starts_on ?? localDate(purchased_at, zone)
  const seated = new Set<string>()
  return (seat) => {
    const wanted = seat.member_id ?? (plan.audience === "individual" ? purchaser_member_id : null)
    const person = wanted === null ? undefined : people.get(wanted)
    if (wanted === null || !person || seated.has(wanted)) return null
    const classification =
      seat.classification_id === null ? null : classifications.get(seat.classification_id)
    if (classification === undefined || !qualify(person, classification, on_date).qualifies) return null
    seated.add(wanted)
    return wanted
  }
}
