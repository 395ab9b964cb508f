import type { Seat, SeatedMembership } from "./types"

const TERM = ["starts_on", "ends_on", "sold_ends_on"] as const
const OF_SEAT = ["member_id", "payer_customer_id", "cancellation", "holds"] as const

/** What of a seat a verb can change, as it is afterwards; what is absent stayed. */
export type SeatDifference = Pick<Seat, "id"> & Partial<Pick<Seat, (typeof OF_SEAT)[number]>>

/** What a verb changed. The history keeps it, so that the state can be told from it alone (SAFE-2). */
export interface SeatedDifference extends Partial<Pick<SeatedMembership, (typeof TERM)[number]>> {
  /** Only seats that changed. */
  readonly seats: readonly SeatDifference[]
  /** Seats that are new, whole (SEAT-8); absent where there are none. */
  readonly added?: readonly Seat[]
}

export function difference(before: SeatedMembership, after: SeatedMembership): SeatedDifference {
  const former = new Map(before.seats.map((seat) => [seat.id, seat]))
  const seats = after.seats.flatMap((seat): SeatDifference[] => {
    const changed = changedOf(former.get(seat.id) ?? seat, seat, OF_SEAT)
    return Object.keys(changed).length === 0 ? [] : [{ id: seat.id, ...changed }]
  })
  const added = after.seats.filter(({ id }) => !former.has(id))
  return { ...changedOf(before, after, TERM), seats, ...(added.length > 0 ? { added } : {}) }
}

/** A membership after one entry of its history. */
export function replayed(
  membership: SeatedMembership,
  { seats, added = [], ...term }: SeatedDifference
): SeatedMembership {
  const changed = new Map(seats.map((seat) => [seat.id, seat]))
  return {
    ...membership,
    ...term,
    seats: [...membership.seats.map((seat) => ({ ...seat, ...changed.get(seat.id) })), ...added],
  }
}

function changedOf<Whole, Key extends keyof Whole>(
  before: Whole,
  after: Whole,
  keys: readonly Key[]
): Partial<Pick<Whole, Key>> {
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return Object.fromEntries(changed.map((key) => [key, after[key]])) as Partial<Pick<Whole, Key>>
}
