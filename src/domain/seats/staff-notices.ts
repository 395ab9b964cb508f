import { addDays, compareDates } from "../time/calendar"
import type { CalendarDate } from "../time/types"
import type { SeatEffect } from "./effects"

/** So long after its first day a sold seat that nobody ever held is told. */
export const EMPTY_FOR_DAYS = 7

/** What of a change on a membership staff should see, without looking for it. */
export type ChangeNotice =
  | { readonly code: "customer_canceled"; readonly last_on: CalendarDate }
  | { readonly code: "customer_took_back" }
  | { readonly code: "required_seat_empty" }
  | { readonly code: "customer_emptied_seat" }

export interface ChangeToTell {
  readonly by_customer: boolean
  readonly effects: readonly SeatEffect[]
  readonly required_seat_ids: readonly string[]
}

/** Staff know what they did themselves; of that, only a required seat without anybody is told (SEAT-6, CANCEL-3). */
export function noticeOfChange({
  by_customer,
  effects,
  required_seat_ids,
}: ChangeToTell): ChangeNotice | null {
  const emptied = effects.flatMap((effect) => (effect.code === "seat_emptied" ? [effect.seat_id] : []))
  if (emptied.some((id) => required_seat_ids.includes(id))) return { code: "required_seat_empty" }
  if (!by_customer) return null
  const ends = effects.flatMap((effect) => (effect.code === "seat_ends" ? [effect.canceled_on] : []))
  if (ends.length)
    return { code: "customer_canceled", last_on: addDays(ends.toSorted(compareDates).at(-1)!, -1) }
  if (effects.some(({ code }) => code === "cancellation_taken_back")) return { code: "customer_took_back" }
  return emptied.length ? { code: "customer_emptied_seat" } : null
}
