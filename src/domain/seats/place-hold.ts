import { DomainError } from "../errors"
import { compareDates } from "../time/calendar"
import { before, compareResumes, overlap, overlapOrTouch, unite } from "./hold-dates"
import type { HoldDates, HoldKind, Seat, SeatHold, SeatedMembership } from "./types"

/** How a new pause meets the ones a seat has. */
export type Meeting =
  /** Refuse (HOLD-7). */
  | "refuse"
  /** One pause over all of them, when staff say so. */
  | "merge"
  /** HOLD-2: a seat already on hold keeps its start and takes the new resume date, an earlier one too. */
  | "take_resume_date"

export interface PlacedHold {
  readonly dates: HoldDates
  /** Holds that the new one stands for. */
  readonly replaced: readonly SeatHold[]
  /** It was cut off where the seat ends. */
  readonly ends_with_seat: boolean
}

/**
 * Where a new pause of one seat comes to lie among its others.
 * @throws DomainError `already_canceled` when it would start after the seat's last day, `hold_overlaps`
 */
export function placeHold(
  seat: Seat,
  { kind, ...asked }: HoldDates & { readonly kind: HoldKind },
  meeting: Meeting
): PlacedHold {
  const { dates, ends_with_seat } = untilSeatEnds(seat, asked)
  const met = seat.holds.filter((hold) =>
    (meeting === "take_resume_date" || hold.kind !== kind ? overlap : overlapOrTouch)(hold, dates)
  )
  const touching =
    meeting === "take_resume_date"
      ? endsWhere(seat, dates.starts_on).filter((hold) => hold.kind === kind)
      : []
  const replaced = [...touching, ...met]
  if (replaced.length === 0) return { dates, replaced, ends_with_seat }
  const other_kind = met.find((hold) => hold.kind !== kind)
  if (meeting === "refuse" || other_kind) refuseOverlap(seat, other_kind ?? replaced[0]!)
  const united = unite(dates, replaced)
  const placed = meeting === "merge" ? united : { ...united, resumes_on: dates.resumes_on }
  return { dates: placed, replaced, ends_with_seat }
}

/** A seat that is on hold up to the very day goes on being on hold (HOLD-2). */
function endsWhere({ holds }: Seat, date: string): SeatHold[] {
  return holds.filter(({ resumes_on }) => resumes_on === date)
}

/** Canceling inside a hold ends the hold with the seat. */
function untilSeatEnds({ id, cancellation }: Seat, asked: HoldDates) {
  if (cancellation === null) return { dates: asked, ends_with_seat: false }
  const { canceled_on } = cancellation
  const dates = before(asked, canceled_on)
  if (dates === null) {
    const message = `The seat ends on ${canceled_on}; a hold has to start before that.`
    throw new DomainError("already_canceled", message, { field: "starts_on", seat_id: id, canceled_on })
  }
  return { dates, ends_with_seat: compareResumes(asked.resumes_on, canceled_on) > 0 }
}

function refuseOverlap(seat: Seat, hold: SeatHold): never {
  const until = hold.resumes_on === null ? "until it is ended" : `until ${hold.resumes_on}`
  const what = hold.kind === "hold" ? "on hold" : "on a payment holiday"
  const message = `The seat is ${what} from ${hold.starts_on} ${until}. End that first, or merge the two.`
  throw new DomainError("hold_overlaps", message, { seat_id: seat.id, hold })
}

/**
 * A hold begins and ends inside the term. One that moves the term's end is measured against the end as moved, which it
 * cannot pass once it has begun in time.
 * @throws DomainError `date_invalid`, `hold_not_allowed`
 */
export function assertHoldInTerm(
  { starts_on, ends_on }: Pick<SeatedMembership, "starts_on" | "ends_on">,
  dates: HoldDates,
  effect: "extend" | "skip_dues"
): void {
  if (dates.resumes_on !== null && compareDates(dates.resumes_on, dates.starts_on) <= 0)
    throw new DomainError("date_invalid", `The first day back comes after ${dates.starts_on}.`, {
      ...{ field: "resumes_on", after_on: dates.starts_on },
    })
  if (starts_on !== null && compareDates(dates.starts_on, starts_on) < 0)
    refuse("starts_on", `The membership begins on ${starts_on}; a hold cannot start before.`)
  if (ends_on === null) return
  if (compareDates(dates.starts_on, ends_on) >= 0)
    refuse("starts_on", `The membership is over on ${ends_on}; a hold has to start before.`)
  if (effect === "skip_dues" && dates.resumes_on !== null && compareDates(dates.resumes_on, ends_on) > 0)
    refuse("resumes_on", `The membership is over on ${ends_on}; a hold has to end by then.`)
}

function refuse(field: string, message: string): never {
  throw new DomainError("hold_not_allowed", message, { field })
}
