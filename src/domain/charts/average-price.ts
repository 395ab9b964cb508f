import { sumMinor } from "../money/amounts"
import { isShared, type PlanAudience } from "../plans/types"
import { SEATS_MAX } from "./seat-limits"
import type { ChartRow } from "./types"

/** A group of some size, as it grew to it seat by seat. */
export interface GroupOfSize {
  readonly seats: number
  /** The row that the last added seat took. */
  readonly row_position: number
  readonly added_minor: number
  readonly total_minor: number
  /** Rounded half up to the currency's smallest unit. */
  readonly average_minor: number
}

/** Sizes that a chart without an end is followed to, at least. */
const SIZES_SHOWN = 12

/**
 * The rows in the order in which a group grows on them: the required ones, then each other row once, in position
 * order, then the unlimited rows in turn. Each classification's rows come in the order in which its seats take them
 * (CHART-7), so every group of two and more, once the required rows are in it, can be sold.
 * @returns as many rows as there can be seats, at most `seats`
 */
export function growthOrder<Row extends Pick<ChartRow, "required" | "unlimited">>(
  rows: readonly Row[],
  seats: number
): Row[] {
  const once = [...rows.filter((row) => row.required), ...rows.filter((row) => !row.required)]
  const repeated = once.filter((row) => row.unlimited)
  const order = once.slice(0, seats)
  for (let turn = 0; repeated.length > 0 && order.length < seats; turn++)
    order.push(repeated[turn % repeated.length]!)
  return order
}

/** How many seats the smallest group has that can be sold: the required ones, and two where it is shared (CHART-6). */
export function smallestGroup(rows: readonly Pick<ChartRow, "required">[], audience: PlanAudience): number {
  if (!isShared(audience)) return 1
  return Math.max(2, rows.filter((row) => row.required).length)
}

/**
 * What each person pays on average as a group grows (see `growthOrder`), from the smallest group that can be sold to
 * the largest, or well beyond the last row where there is none. Who may sit there is not asked. An individual plan has
 * no groups.
 */
export function averagePrices(rows: readonly ChartRow[], audience: PlanAudience): GroupOfSize[] {
  if (!isShared(audience)) return []
  const ordered = [...rows].sort((a, b) => a.position - b.position)
  const grown = growthOrder(ordered, Math.min(SEATS_MAX, Math.max(SIZES_SHOWN, rows.length)))
  let total_minor = 0
  const groups = grown.map(({ position, price_minor }, index) => {
    total_minor = sumMinor([total_minor, price_minor])
    const seats = index + 1
    return {
      seats,
      row_position: position,
      added_minor: price_minor,
      total_minor,
      average_minor: Math.round(total_minor / seats),
    }
  })
  return groups.slice(smallestGroup(rows, audience) - 1)
}
