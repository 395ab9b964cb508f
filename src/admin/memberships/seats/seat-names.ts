import type { Text } from "../../text/use-text"
import type { Seat } from "../types"
import { holderOf, nameOf } from "../detail/seat-groups"

export interface SeatNames {
  /** "Child 2", or the label alone where only one seat has it. */
  seat: (seat_id: string) => string
  /** "Child 2 (Tom Okafor)" where somebody sits there. */
  seatWith: (seat_id: string) => string
  /** Of somebody who sits in the membership, or did. */
  member: (member_id: string) => string | null
  /** Of somebody who pays for a seat. */
  payer: (customer_id: string) => string | null
}

/** What the seats of one membership, their holders and their payers are called in sentences. */
export function seatNames(seats: readonly Seat[], t: Text): SeatNames {
  const names = namesOf(seats, t)
  const holders = new Map(seats.map((seat) => [seat.id, holderOf(seat)]))
  // The history also tells of those who have left.
  const members = new Map(
    seats.flatMap((seat) => seat.holders.map(({ member }) => [member.id, nameOf(member)]))
  )
  const payers = new Map(seats.map((seat) => [seat.payer_customer_id, seat.payer_name ?? seat.payer_email]))
  const seat = (id: string) => names.get(id) ?? t("seats.seat")
  return {
    seat,
    seatWith: (id) => {
      const holder = holders.get(id)
      return holder ? t("seating.seatWith", { seat: seat(id), name: nameOf(holder) }) : seat(id)
    },
    member: (id) => members.get(id) ?? null,
    payer: (id) => payers.get(id) ?? null,
  }
}

function namesOf(seats: readonly Seat[], t: Text): Map<string, string> {
  const total = countBy(seats, ({ label }) => label)
  const seen = new Map<string, number>()
  return new Map(
    seats.map(({ id, label }) => {
      const sequence = (seen.get(label) ?? 0) + 1
      seen.set(label, sequence)
      return [id, total.get(label) === 1 ? label : t("seats.nth", { name: label, sequence })]
    })
  )
}

/** How many seats there are of each classification, for "Child 2 of 5". */
export const seatsOfClassifications = (seats: readonly Seat[]): Map<string | null, number> =>
  countBy(seats, ({ classification_id }) => classification_id)

function countBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, number> {
  const counts = new Map<Key, number>()
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1)
  return counts
}
