import { type Charge, isJoin } from "../billing/charges"
import type { DuePeriod } from "../billing/due-charges"
import { paysForNoPeriod } from "../billing/fines"
import { partPaidFor, type SettledLines, valuesOfSeats } from "../billing/paid-values"
import type { CreditEntryKind, CreditGrant } from "../credits/types"
import { outstanding, outstandingValue } from "../credits/ledger"
import type { MembershipStatus } from "../memberships/types"
import type { Seat } from "../seats/types"
import { compareDates, compareInstants, hasCome, localDate, startOfLocalDay } from "../time/calendar"
import type { CalendarDate, Instant, TimeZone } from "../time/types"
import { creditsToCome, type EntryToCome } from "./credits"
import { seatsToCome } from "./seats"
import { statusesToCome } from "./statuses"
import { type ChargeToCome, type Happening, HAPPENING_KINDS, type HappeningKind, type Phase } from "./types"

export interface ForecastInput {
  readonly membership_id: string
  readonly zone: TimeZone
  readonly seats: readonly Seat[]
  readonly phases: readonly Phase[]
  readonly grants: readonly CreditGrant[]
  /** The periods that begin by then (`dueCharges`). */
  readonly due: readonly DuePeriod[]
  /** With its tax, as the run that makes it finds it. */
  readonly taxed: (charge: Charge) => ChargeToCome
  /** Charges that are there, with the instants at which they are asked for. */
  readonly open: readonly { readonly at: Instant; readonly charge: ChargeToCome }[]
  /** The days on which people stop qualifying for their seats (PEOPLE-5). */
  readonly ageing: readonly { readonly seat_id: string; readonly on: CalendarDate; readonly reason: string }[]
  readonly notices: readonly { readonly at: Instant; readonly kind: string }[]
  readonly now: Instant
  /** The days that are asked about, half-open `[from_on, until_on)` (TIME-2). */
  readonly from_on: CalendarDate
  readonly until_on: CalendarDate
}

/**
 * REPORT-3: what will happen to a membership on some days if nothing changes before, nobody comes, and what is due is
 * paid: by the functions that do it. What failed before is tried again, and nothing is said to follow from that.
 */
export function happeningsOf(input: ForecastInput): Happening[] {
  const { zone, now, from_on, until_on } = input
  const until = startOfLocalDay(until_on, zone)
  const periods = input.due.map((each) => ({ ...each, at: later(each.period.due_at, now) }))
  const entries = creditsToCome({
    ...{ grants: input.grants, phases: input.phases, until },
    periods: periods.flatMap(({ period, charges, at }) =>
      charges.length === 0 || charges.every(paysForNoPeriod) || sharesCredits(charges, input)
        ? []
        : [{ period_index: period.index, at, ...paidBy(charges.map(input.taxed).map(asPaid)) }]
    ),
  })
  const all = [
    ...periods.flatMap(({ at, ...period }) => ofPeriod(period, at, input)),
    ...input.open.map(({ at, charge }) => told("charge_tried", later(at, now), input, { charge })),
    ...ofLedger(entries, input),
    ...statusesToCome({ phases: input.phases, entries, now, until }).flatMap((each) => {
      const kind = STATUS_KINDS[each.to]?.(each.from)
      return kind ? [told(kind, each.at, input)] : []
    }),
    ...seatsToCome(input.seats).map(({ day, kind, ...of }) =>
      told(kind, startOfLocalDay(day, zone), input, of)
    ),
    ...input.ageing.map(({ on, seat_id, reason }) =>
      told("ages_out", startOfLocalDay(on, zone), input, { seat_ids: [seat_id], reason })
    ),
    ...input.notices.map(({ at, kind: reason }) => told("notice", later(at, now), input, { reason })),
  ]
  return all
    .filter(({ at }) => hasCome(now, at))
    .filter(({ day }) => compareDates(from_on, day) <= 0 && compareDates(day, until_on) < 0)
    .sort(inOrder)
}

/** By their instants; at one instant in the order in which they happen. */
export const inOrder = (a: Happening, b: Happening): number =>
  compareInstants(a.at, b.at) || orderOf(a) - orderOf(b)

const orderOf = ({ kind }: Happening): number => HAPPENING_KINDS.indexOf(kind)

const later = (at: Instant, now: Instant): Instant => (hasCome(at, now) ? now : at)

const paidBy = (charges: readonly SettledLines[]) => ({
  values: valuesOfSeats(charges),
  part: partPaidFor(charges),
})

/** A seat that joins while the period runs gets nothing of a shared balance before the next one (SEAT-8, CREDIT-7). */
const sharesCredits = (charges: readonly Charge[], { phases }: Pick<ForecastInput, "phases">): boolean =>
  charges.every(isJoin) && phases.at(-1)?.credits.plan.credits_belong_to !== "seat"

const asPaid = (charge: ChargeToCome) => ({ ...charge, is_paid: true })

function told(
  kind: HappeningKind,
  at: Instant,
  { membership_id, zone }: Pick<ForecastInput, "membership_id" | "zone">,
  more: Partial<Happening> = {}
): Happening {
  const nothing = { seat_ids: [], reason: null, charge: null, credits: null }
  return { ...nothing, ...more, kind, at, day: localDate(at, zone), membership_id }
}

function ofPeriod(
  { charges, skipped, moved, changed }: DuePeriod,
  at: Instant,
  input: ForecastInput
): Happening[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))]
  return [
    ...(changed ? [told("plan_changes", at, input, { reason: changed.refused })] : []),
    ...(moved ? [told("prices_move", at, input, { reason: moved.refused })] : []),
    ...charges.map((charge) => {
      const reason = paysForNoPeriod(charge) ? "hold_fee" : null
      return told("charge", at, input, { charge: input.taxed(charge), reason })
    }),
    ...reasons.map((reason) => {
      const seat_ids = skipped.filter((each) => each.reason === reason).map(({ seat_id }) => seat_id)
      return told("dues_skipped", at, input, { seat_ids, reason })
    }),
  ]
}

const CREDIT_KINDS: Partial<Record<CreditEntryKind, HappeningKind>> = {
  grant: "credits_given",
  expire: "credits_expire",
  revoke: "credits_revoked",
  // One entry takes out, the other puts in: what comes in is told.
  roll_over: "credits_roll_over",
}

/** What the ledger gets at one instant for one seat is told as one. */
function ofLedger(entries: readonly EntryToCome[], input: ForecastInput): Happening[] {
  const groups = new Map<string, { kind: HappeningKind; of: EntryToCome[] }>()
  for (const entry of entries) {
    const kind = CREDIT_KINDS[entry.kind]
    if (kind === undefined || (entry.kind === "roll_over" && outstanding(entry) < 0)) continue
    const key = `${kind}:${entry.at}:${entry.seat_id}`
    groups.set(key, { kind, of: [...(groups.get(key)?.of ?? []), entry] })
  }
  return [...groups.values()].map(({ kind, of }) => {
    const [{ at, seat_id }] = of as [EntryToCome]
    const total = (numbers: readonly number[]) => Math.abs(numbers.reduce((sum, each) => sum + each, 0))
    const credits = { credits: total(of.map(outstanding)), value_minor: total(of.map(outstandingValue)) }
    return told(kind, at, input, { credits, seat_ids: seat_id === null ? [] : [seat_id] })
  })
}

/** What a change of the status is called; holds and dues are told by themselves. */
const STATUS_KINDS: Partial<Record<MembershipStatus, (from: MembershipStatus) => HappeningKind | null>> = {
  active: (from) => (from === "upcoming" ? "term_begins" : null),
  expired: () => "term_ends",
  canceled: () => "membership_canceled",
  suspended: () => "access_ends",
  exhausted: () => "credits_used_up",
}
