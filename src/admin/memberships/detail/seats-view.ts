import { useMemo } from "react"
import { useText } from "../../text/use-text"
import { useSeatOptions } from "../queries/seats"
import { type SeatNames, seatNames, seatsOfClassifications } from "../seats/seat-names"
import type { Membership } from "../types"

/** What every row of the seats is drawn with. */
export interface SeatsView {
  membership: Membership
  /** At the membership's location; null while it is not known, and nothing can be said of holds and ends. */
  today: string | null
  names: SeatNames
  /** How many seats a classification has. */
  totals: ReadonlyMap<string | null, number>
}

export function useSeatsView(membership: Membership): SeatsView {
  const t = useText()
  const { data: options } = useSeatOptions(membership.id)
  const today = options?.today ?? null
  return useMemo(() => {
    const { seats } = membership
    return { membership, today, names: seatNames(seats, t), totals: seatsOfClassifications(seats) }
  }, [membership, today, t])
}
