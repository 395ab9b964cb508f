import type { Seat } from "../types"

/** Seats that a row of the price chart sold at one price. */
export interface SeatGroup {
  /** The id of its first seat. */
  key: string
  seats: Seat[]
}

/** The seats in their order, put together where the same row sold the one before. */
export function groupSeats(seats: readonly Seat[]): SeatGroup[] {
  return seats.reduce<SeatGroup[]>((groups, seat) => {
    const last = groups.at(-1)
    if (last && isAlike(last.seats[0]!, seat)) last.seats.push(seat)
    else groups.push({ key: seat.id, seats: [seat] })
    return groups
  }, [])
}

const isAlike = (one: Seat, other: Seat) =>
  one.row_position === other.row_position &&
  one.label === other.label &&
  one.classification_id === other.classification_id &&
  one.required === other.required &&
  one.tax_rate === other.tax_rate &&
  Number(one.amount) === Number(other.amount)

/** Who sits there now. */
export const holderOf = ({ holders }: Seat) =>
  holders.find(({ held_until }) => held_until === null)?.member ?? null

export const nameOf = ({ first_name, last_name }: { first_name: string; last_name: string | null }) =>
  [first_name, last_name].filter(Boolean).join(" ")

/** The seats that somebody holds in whose name every word stands. */
export function seatsOf(seats: readonly Seat[], words: string): Seat[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean)
  return seats.filter((seat) => {
    const holder = holderOf(seat)
    const name = holder ? nameOf(holder).toLocaleLowerCase() : ""
    return holder !== null && wanted.every((word) => name.includes(word))
  })
}
