import { toMinor } from "../money/amounts"
import type { Service } from "../services/types"
import { compareInstants, hasCome } from "../time/calendar"
import { advance } from "../time/durations"
import type { Instant } from "../time/types"

/** What became of a booking. */
export type BookingOutcome =
  | { readonly type: "attended" }
  | { readonly type: "canceled"; readonly at: Instant }
  | { readonly type: "no_show" }

/** What the outcome means for the credits that the booking reserved, and for its payer's money. */
export interface BookingEffect {
  /** As the ledger's verb of the same name: uses the reserved credits up, or gives them back. */
  readonly credits: "redeem" | "release"
  /** In the membership's currency; null where nothing is charged. */
  readonly fine_minor: number | null
}

export interface BookingOutcomeInput {
  /** When the visit begins. */
  readonly starts_at: Instant
  readonly outcome: BookingOutcome
  readonly service: Pick<Service, "missed_visit" | "cancellation_window_minutes">
  /** The membership's. */
  readonly currency_code: string
}

/**
 * CREDIT-4: attending redeems, canceling in time releases, and a late cancellation or no-show redeems or fines, as the
 * service says. A fine comes instead of the credits, never on top of them; where the service names none in the
 * membership's currency the credits are used up.
 */
export function bookingEffect(input: BookingOutcomeInput): BookingEffect {
  if (input.outcome.type === "attended") return { credits: "redeem", fine_minor: null }
  if (isInTime(input)) return { credits: "release", fine_minor: null }
  const fine_minor = fineOf(input)
  return { credits: fine_minor === null ? "redeem" : "release", fine_minor }
}

/** BOOK-4: the last instant of the window's limit is still in time; without a window, the visit must not have begun. */
function isInTime({ starts_at, outcome, service }: BookingOutcomeInput): boolean {
  if (outcome.type !== "canceled") return false
  const { cancellation_window_minutes: minutes } = service
  if (minutes === null) return compareInstants(outcome.at, starts_at) < 0
  return hasCome(advance(outcome.at, `PT${minutes}M`, "UTC"), starts_at)
}

function fineOf({ service: { missed_visit }, currency_code }: BookingOutcomeInput): number | null {
  if (missed_visit.effect === "redeem") return null
  const fine = missed_visit.fines.find((each) => each.currency_code.toLowerCase() === currency_code)
  return fine ? toMinor(fine.amount, currency_code) : null
}
