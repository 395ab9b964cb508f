import { DomainError } from "../errors"
import { assertCalendarDate, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"
import { compareResumes, isHeldOn } from "./hold-dates"
import { liveSeat, liveSeats } from "./live-seats"
import type { Seat, SeatHold, SeatedMembership } from "./types"

export interface ResumeSeatsInput {
  readonly membership: SeatedMembership
  /** One seat, or every live seat that is on hold or will be. */
  readonly seat_id: string | null
  /** The first day back. */
  readonly resumes_on: CalendarDate
  /** At the membership's location. */
  readonly today: CalendarDate
}

export interface SeatResumeChange {
  readonly seat_id: string
  readonly hold_id: string
  /** null takes back a hold that would begin on that day or later. */
  readonly resumes_on: CalendarDate | null
}

export interface ResumeSeatsPlan {
  readonly changes: readonly SeatResumeChange[]
  readonly effects: readonly SeatEffect[]
}

/**
 * Ends a hold early, gives an open one its end, or takes back one that has not begun (HOLD-1). Of several holds of a
 * seat it is the one that runs on the first day back, else the next one.
 * @throws DomainError `not_on_hold`, `date_invalid` for a first day back in the past, `not_found`
 */
export function resumeSeats({ membership, seat_id, resumes_on, today }: ResumeSeatsInput): ResumeSeatsPlan {
  assertCalendarDate(resumes_on, "resumes_on")
  if (compareDates(resumes_on, today) < 0) {
    const message = `The first day back cannot lie in the past. Choose ${today} or later.`
    throw new DomainError("date_invalid", message, { field: "resumes_on", earliest_on: today })
  }
  const seats = seat_id === null ? liveSeats(membership, today) : [liveSeat(membership, seat_id, today)]
  const resumed = seats.flatMap((seat) => {
    const hold = holdToEnd(seat, resumes_on)
    return hold ? [{ seat, hold, back: back(hold, resumes_on) }] : []
  })
  if (resumed.length === 0) {
    throw new DomainError("not_on_hold", "Nothing is on hold then, and no hold is to come.", { seat_id })
  }
  return {
    changes: resumed.map(({ seat, hold, back: day }) => ({
      seat_id: seat.id,
      hold_id: hold.id,
      resumes_on: day,
    })),
    effects: resumed.map(effectOf),
  }
}

interface Resumed {
  readonly seat: Seat
  readonly hold: SeatHold
  readonly back: CalendarDate | null
}

/** A hold that ends by itself on or before the day needs nobody to end it. */
function holdToEnd({ holds }: Seat, resumes_on: CalendarDate): SeatHold | undefined {
  const ahead = holds.filter((hold) => compareResumes(hold.resumes_on, resumes_on) > 0)
  return ahead.find((hold) => isHeldOn(hold, resumes_on)) ?? ahead[0]
}

function back(hold: SeatHold, resumes_on: CalendarDate): CalendarDate | null {
  return compareDates(hold.starts_on, resumes_on) < 0 ? resumes_on : null
}

function effectOf({ seat: { id: seat_id }, hold, back: resumes_on }: Resumed): SeatEffect {
  return resumes_on === null
    ? { code: "hold_taken_back", seat_id, starts_on: hold.starts_on }
    : { code: "seat_resumes", seat_id, resumes_on }
}
