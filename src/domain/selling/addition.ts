import type { ChartRow } from "../charts/types"
import type { Classification } from "../people/types"
import type { PlanAudience, PlanBilling } from "../plans/types"
import { nextSeats, type TakenPlace } from "../seats/next-seats"
import { compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatWish } from "./choose-seats"
import { saleLines } from "./lines"
import type { Sale } from "./sale"
import { nextDueDates } from "./schedule"

export interface AdditionInput {
  readonly audience: PlanAudience
  readonly billing: PlanBilling
  /** It goes on after its term (PLAN-6). */
  readonly renews: boolean
  /** The term of the membership. */
  readonly starts_on: CalendarDate | null
  readonly ends_on: CalendarDate | null
  /** Its own version, in its currency (CHART-8). */
  readonly rows: readonly ChartRow[]
  readonly taken: readonly TakenPlace[]
  readonly classifications: readonly Classification[]
  readonly wish: SeatWish
  readonly today: CalendarDate
}

/**
 * The sale of further seats (SEAT-8): the next rows of the membership's own version at their full price, without a
 * signup fee; the charges after it are those of the membership.
 * @throws DomainError as `nextSeats`
 */
export function decideAddition(input: AdditionInput): Sale {
  const { audience, billing, renews, starts_on, ends_on, today } = input
  const chosen = nextSeats({ ...input, audience, on_date: today })
  const runs = starts_on !== null && compareDates(starts_on, today) < 0
  return {
    chosen,
    lines: saleLines(chosen.seats, 0),
    full_lines: saleLines(chosen.seats, 0),
    first_period: null,
    term: { starts_on: runs ? today : starts_on, ends_on, latest_starts_on: null },
    due_dates: nextDueDates({ billing, starts_on, ends_on, renews, ...(runs ? { after: today } : {}) }),
  }
}
