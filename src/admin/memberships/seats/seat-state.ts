import type { Seat, SeatHold } from "../types"

/** What is to be said about a seat on a day, the most important first. Dates as the server has them. */
export type SeatState =
  | { readonly state: "ended" | "ends"; readonly canceled_on: string }
  | { readonly state: "on_hold" | "holiday"; readonly resumes_on: string | null }
  | { readonly state: "hold_ahead"; readonly starts_on: string }
  | { readonly state: "pending" }

type Dates = Pick<Seat, "canceled_on" | "holds">

/** Dates are `YYYY-MM-DD`, so that the order of the texts is theirs. */
const runsOn = ({ starts_on, resumes_on }: SeatHold, today: string) =>
  starts_on <= today && (resumes_on === null || resumes_on > today)

export const isEnded = ({ canceled_on }: Pick<Seat, "canceled_on">, today: string): boolean =>
  canceled_on !== null && canceled_on <= today

const runningHold = ({ holds }: Dates, today: string): SeatHold | null =>
  holds.find((hold) => runsOn(hold, today)) ?? null

const nextHold = ({ holds }: Dates, today: string): SeatHold | null =>
  holds
    .filter(({ starts_on }) => starts_on > today)
    .sort((one, other) => (one.starts_on < other.starts_on ? -1 : 1))[0] ?? null

export const hasHold = (seat: Dates, today: string): boolean =>
  runningHold(seat, today) !== null || nextHold(seat, today) !== null

export function seatStates(seat: Dates & Pick<Seat, "is_pending">, today: string): SeatState[] {
  const { canceled_on, is_pending } = seat
  if (canceled_on !== null && isEnded(seat, today)) return [{ state: "ended", canceled_on }]
  const running = runningHold(seat, today)
  const next = nextHold(seat, today)
  return [
    ...(is_pending ? [{ state: "pending" as const }] : []),
    ...(running ? [{ state: stateOf(running), resumes_on: running.resumes_on }] : []),
    ...(next ? [{ state: "hold_ahead" as const, starts_on: next.starts_on }] : []),
    ...(canceled_on === null ? [] : [{ state: "ends" as const, canceled_on }]),
  ]
}

const stateOf = ({ kind }: SeatHold) => (kind === "hold" ? ("on_hold" as const) : ("holiday" as const))
