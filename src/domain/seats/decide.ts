import type { PriceMove } from "../billing/price-moves"
import { DomainError } from "../errors"
import { toMinor } from "../money/amounts"
import type { CancellationPolicy, HoldPolicy } from "../plans/types"
import type { CalendarDate, CalendarInterval } from "../time/types"
import { addSeats, type AddedSeat } from "./add-seats"
import { assignSeat, type SeatCandidate } from "./assign-seat"
import { cancelDateFacts, cancelDateOf, type CancelWay, hasRenewal } from "./cancel-dates"
import { cancelSeats, uncancelSeats } from "./cancel-seats"
import { changePayer } from "./change-payer"
import { changeStart, extendTerm } from "./change-term"
import type { SeatEffect } from "./effects"
import type { FitnessFacts } from "./fitness"
import { endedTooEarly, type HoldViolation } from "./hold-policy"
import { holdSeats } from "./hold-seats"
import { moneyEffects, skippedFrom } from "./money-effects"
import { paidDaysOnHold } from "./paid-days-on-hold"
import { withoutRenewalEnds, withRenewalEnds } from "./renewal-ends"
import { reorderSeats, type SeatAssignment } from "./reorder-seats"
import { resumeSeats, type ResumeSeatsPlan } from "./resume-seats"
import { endWithHolds, termEffects } from "./term-with-holds"
import type { Asker, HoldKind, Seat, SeatedMembership, SeatHold } from "./types"
import { unassignSeat } from "./unassign-seat"
import { waysOut } from "./ways-out"
import { compareDates } from "../time/calendar"

/** What somebody wants of a membership. `seat_id` null is the whole of it. */
export type SeatVerb =
  | {
      readonly verb: "hold"
      readonly seat_id: string | null
      readonly starts_on: CalendarDate
      readonly resumes_on: CalendarDate | null
      readonly kind: HoldKind
      /** For each seat, a decimal in the membership's currency; null takes the plan's (HOLD-3). */
      readonly fee: number | null
      readonly merge: boolean
      readonly reason: string | null
    }
  | { readonly verb: "resume"; readonly seat_id: string | null; readonly resumes_on: CalendarDate | null }
  | {
      readonly verb: "cancel"
      readonly seat_id: string | null
      readonly way: CancelWay
      readonly reason: string | null
    }
  | { readonly verb: "uncancel"; readonly seat_id: string | null }
  | { readonly verb: "reorder"; readonly order: readonly SeatAssignment[] }
  | {
      readonly verb: "assign"
      readonly seat_id: string
      readonly member_id: string
      /** Who gives the seat up for it; null expects it to be empty (SEAT-11). */
      readonly replaces_member_id: string | null
    }
  | { readonly verb: "unassign"; readonly seat_id: string }
  | {
      readonly verb: "change_payer"
      readonly seat_ids: readonly string[]
      readonly payer_customer_id: string
    }
  /** Seats that `nextSeats` chose; `is_sold` once money has moved for them. */
  | { readonly verb: "add"; readonly seats: readonly AddedSeat[]; readonly is_sold: boolean }
  | { readonly verb: "extend_term"; readonly ends_on: CalendarDate }
  | { readonly verb: "change_start"; readonly starts_on: CalendarDate }

/** Everything that decides about a verb. */
export interface SeatFacts extends FitnessFacts {
  readonly membership: SeatedMembership
  readonly currency_code: string
  readonly hold_policy: HoldPolicy
  readonly cancellation_policy: CancellationPolicy
  /** The plan's hold fee in the membership's currency. */
  readonly hold_fee_minor: number
  /** How often it renews; null does not. */
  readonly interval: CalendarInterval | null
  /** The first day on its plan, where a change of plan has bound it anew (BILL-10). */
  readonly commitment_from_on?: CalendarDate | null
  /** The day from which periods are counted, where it is not the first of the term (BILL-7). */
  readonly anchor_on?: CalendarDate | null
  /** The index of the period that begins on that day; 0 unless a change of plan began to count anew (BILL-10). */
  readonly anchor_index?: number
  /** There, the first day of the last period that was charged; and that period, by its index (BILL-1); 0: with the sale. */
  readonly billed_from_on?: CalendarDate | null
  readonly after_index?: number
  /** It goes on after its term: the end that is known is only that of what is paid (PLAN-6). */
  readonly renews: boolean
  /** Another version that is to price it from a coming period on (CHART-10). */
  readonly move?: PriceMove | null
  /** The plan's; null is unlimited. */
  readonly validity: CalendarInterval | null
  /** The purchaser's. */
  readonly household_id: string | null
  /** Who may be talked about, by member id. */
  readonly candidates: ReadonlyMap<string, SeatCandidate>
  /** No charge of it is open, that of its sale included. */
  readonly is_paid: boolean
  /** Its order was canceled, or staff dismissed the sale. */
  readonly is_void: boolean
  readonly asker: Asker
  /** The seats whose people a customer may move, where that is not everybody (PEOPLE-6). */
  readonly managed_seat_ids?: ReadonlySet<string> | null
  /** Names a new hold. */
  readonly newHoldId: () => string
}

export interface SeatDecision {
  readonly after: SeatedMembership
  readonly effects: readonly SeatEffect[]
  /** What staff went past, with their reason (HOLD-6). */
  readonly overridden: readonly HoldViolation[]
}

/** What a verb does by itself; the term and the money follow from it. */
interface Outcome {
  readonly after: SeatedMembership
  readonly effects: readonly SeatEffect[]
  readonly overridden?: readonly HoldViolation[]
  /** The first day on which it changes what is owed. */
  readonly from_on?: CalendarDate
}

/**
 * The one decision behind every verb on seats, for its preview and for doing it: the membership as it would be, and what
 * that means for people, dates and money.
 * @throws DomainError with the code of the rule that says no; nothing is done then
 */
export function decide(facts: SeatFacts, verb: SeatVerb): SeatDecision {
  const { membership, hold_policy } = facts
  assertOpen(facts, verb)
  const { after: changed, effects, overridden = [], from_on } = outcomeOf(facts, verb)
  const ended = withRenewalEnds(facts, changed)
  const billed = facts.anchor_on ? facts.interval : null
  const after = { ...ended.after, ends_on: endWithHolds(ended.after, hold_policy.effect, billed) }
  const moved = [...ended.effects, ...termEffects(membership, after)]
  const paid = verb.verb === "hold" && verb.kind === "hold" ? paidDaysOnHold(facts, after, verb) : []
  const money = from_on === undefined ? [] : moneyEffects(facts, after, from_on)
  return { after, overridden, effects: [...effects, ...moved, ...paid, ...money] }
}

/** Nothing is changed of what is over, but a term can be given more time (TERM-5). What is void never comes back. */
function assertOpen(facts: SeatFacts, { verb }: SeatVerb): void {
  const { is_void, asker } = facts
  if (verb === "extend_term" ? is_void : isOver(facts))
    throw new DomainError("membership_ended", "This membership is over; nothing of it can be changed.")
  const moves_term = verb === "extend_term" || verb === "change_start"
  if (moves_term && asker.type === "staff" && !asker.reason)
    throw new DomainError("reason_required", "Say why the term changes.", { field: "reason" })
}

/** Void, or its term has run out without anything that renews it. */
export function isOver(facts: Pick<SeatFacts, "membership" | "renews" | "is_void" | "today">): boolean {
  const { ends_on } = withoutRenewal(facts)
  return facts.is_void || (ends_on !== null && compareDates(ends_on, facts.today) <= 0)
}

function outcomeOf(facts: SeatFacts, verb: SeatVerb): Outcome {
  switch (verb.verb) {
    case "hold":
      return hold(facts, verb)
    case "resume":
      return resume(facts, verb)
    case "cancel":
      return cancel(facts, verb)
    case "uncancel":
      return uncancel(facts, verb)
    case "reorder":
      return reorder(facts, verb)
    case "assign":
      return assign(facts, verb)
    case "unassign": {
      const effects = unassignSeat({ ...facts, ...verb })
      return { after: change(facts, new Map([[verb.seat_id, { member_id: null }]])), effects }
    }
    case "change_payer": {
      const { payer_customer_id } = verb
      const { seats, effects } = changePayer({ ...facts, ...verb })
      return { after: change(facts, new Map(seats.map(({ id }) => [id, { payer_customer_id }]))), effects }
    }
    case "add": {
      const { seats, ...plan } = addSeats(facts, verb)
      return { ...plan, after: { ...facts.membership, seats: [...facts.membership.seats, ...seats] } }
    }
    case "extend_term":
      return { after: { ...facts.membership, sold_ends_on: extendTerm({ ...facts, ...verb }) }, effects: [] }
    case "change_start": {
      const after = { ...facts.membership, ...changeStart({ ...facts, ...verb }) }
      return { after, effects: [{ code: "start_moves", starts_on: verb.starts_on }] }
    }
  }
}

type Of<Verb extends SeatVerb["verb"]> = Extract<SeatVerb, { verb: Verb }>

function hold(facts: SeatFacts, { starts_on, resumes_on, kind, reason, ...verb }: Of<"hold">): Outcome {
  const { hold_policy: policy, hold_fee_minor, is_paid: dues_settled } = facts
  const usual = kind === "hold" ? hold_fee_minor : 0
  const fee_minor = verb.fee === null ? usual : toMinor(verb.fee, facts.currency_code, "fee")
  const dates = { starts_on, resumes_on }
  const puts_off = policy.effect === "extend" && kind === "hold"
  const open = withoutRenewal(facts)
  const membership = puts_off ? withoutRenewalEnds(open, facts.today) : open
  const plan = holdSeats({ ...facts, ...verb, membership, dates, kind, policy, fee_minor, dues_settled })
  const changes = plan.changes.map(({ seat_id, dates: placed, replaced_ids, continues, fee_minor: fee }) => {
    const others = holdsOf(facts, seat_id).filter(({ id }) => !replaced_ids.includes(id))
    const as = continues ?? { id: facts.newHoldId() }
    const added: SeatHold = { ...as, ...placed, kind, fee_minor: fee, reason }
    return [seat_id, { holds: inOrder([...others, added]) }] as const
  })
  return { ...plan, after: change(facts, new Map(changes)), ...skippedFrom(facts, dates) }
}

function resume(facts: SeatFacts, { seat_id, ...verb }: Of<"resume">): Outcome {
  const resumes_on = verb.resumes_on ?? facts.today
  const plan = resumeSeats({ ...facts, seat_id, resumes_on })
  if (facts.asker.type === "customer") assertLongEnough(facts, plan)
  const changes = plan.changes.map(({ seat_id: id, hold_id, resumes_on: back }) => {
    const holds = holdsOf(facts, id).flatMap((each) => {
      if (each.id !== hold_id) return [each]
      return back === null ? [] : [{ ...each, resumes_on: back }]
    })
    return [id, { holds }] as const
  })
  return { after: change(facts, new Map(changes)), effects: plan.effects }
}

/** @throws DomainError `hold_not_allowed` (HOLD-6); a payment holiday is nothing that anybody would cut short */
function assertLongEnough(facts: SeatFacts, { changes }: ResumeSeatsPlan): void {
  const { hold_policy: policy, today } = facts
  const violations = changes.flatMap(({ seat_id, hold_id, resumes_on: back_on }) =>
    holdsOf(facts, seat_id)
      .filter(({ id, kind }) => id === hold_id && kind === "hold")
      .flatMap((hold) => endedTooEarly({ policy, hold, back_on, today }) ?? [])
  )
  const [first] = violations
  if (first)
    throw new DomainError("hold_not_allowed", first.message, { field: "resumes_on", violations: [first] })
}

function cancel(facts: SeatFacts, { seat_id, way }: Of<"cancel">): Outcome {
  const { today, asker } = facts
  const membership = withoutRenewal(facts)
  try {
    // First whether it can be canceled at all: the date of what cannot be is of no use to anybody.
    cancelSeats({ membership, seat_id, canceled_on: today, today })
    const dates = cancelDateFacts(facts)
    const canceled_on = cancelDateOf(way, dates, asker)
    const at_renewal = way.at === "renewal" && hasRenewal(dates)
    const plan = cancelSeats({ membership, seat_id, canceled_on, at_renewal, today })
    const changes = plan.changes.map(
      ({ seat_id: id, cancellation, holds }) => [id, { cancellation, holds }] as const
    )
    return { after: change(facts, new Map(changes)), effects: plan.effects, from_on: canceled_on }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "seat_required" || seat_id === null) throw error
    // Who manages a seat of it is not told of the others (PEOPLE-6), and ends none of them.
    const cancel_all = (facts.managed_seat_ids ?? null) === null
    const ways_out = { ...waysOut({ ...facts, seat_id }), leave_empty: true, cancel_all }
    throw new DomainError(error.code, error.message, { ...error.details, ways_out })
  }
}

function uncancel(facts: SeatFacts, { seat_id }: Of<"uncancel">): Outcome {
  const plan = uncancelSeats({ ...facts, seat_id })
  const changes = plan.changes.map(({ seat_id: id, holds }) => [id, { cancellation: null, holds }] as const)
  return { after: change(facts, new Map(changes)), effects: plan.effects }
}

function reorder(facts: SeatFacts, { order }: Of<"reorder">): Outcome {
  const plan = reorderSeats({ ...facts, order })
  const changes = plan.changes.map(({ seat_id, member_id }) => [seat_id, { member_id }] as const)
  return { after: change(facts, new Map(changes)), effects: plan.effects }
}

function assign(facts: SeatFacts, { seat_id, member_id, replaces_member_id }: Of<"assign">): Outcome {
  const candidate = facts.candidates.get(member_id)
  if (!candidate) {
    const details = { field: "member_id", member_id }
    throw new DomainError("not_found", `There is no member with the id ${member_id}.`, details)
  }
  const { effects } = assignSeat({ ...facts, seat_id, candidate, expected_member_id: replaces_member_id })
  return { after: change(facts, new Map([[seat_id, { member_id }]])), effects }
}

/** The dates of what renews are not bound by the end of what is paid. */
const withoutRenewal = ({
  membership,
  renews,
}: Pick<SeatFacts, "membership" | "renews">): SeatedMembership =>
  renews ? { ...membership, ends_on: null } : membership

const holdsOf = ({ membership }: SeatFacts, seat_id: string) =>
  membership.seats.find(({ id }) => id === seat_id)?.holds ?? []

const inOrder = (holds: readonly SeatHold[]) =>
  [...holds].sort((a, b) => compareDates(a.starts_on, b.starts_on))

function change({ membership }: SeatFacts, changes: ReadonlyMap<string, Partial<Seat>>): SeatedMembership {
  const seats = membership.seats.map((seat) => ({ ...seat, ...changes.get(seat.id) }))
  return { ...membership, seats }
}
