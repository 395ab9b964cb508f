import { assert } from "../errors"
import { atLocalTime, addDays, compareInstants, hasCome, localDate } from "./calendar"
import type { Instant, LocalTime, TimeZone } from "./types"

/** What one kind of work waits for, seen from where the clock stands. */
export interface DueInstants {
  /** Something of it is to be done by now. */
  readonly is_due: boolean
  /** The first instant after now at which something will be; null where none is known. */
  readonly next_at: Instant | null
}

/** What was tried since the clock came to where it stands. */
export interface Tried<Kind extends string> {
  readonly runs: Readonly<Partial<Record<Kind, number>>>
  /** Ran, and found nothing to do, and nobody has done anything since. */
  readonly idle: readonly Kind[]
}

/** The clock has just come there. */
export const NOTHING_TRIED = { runs: {}, idle: [] } as const

/** Of one kind at one instant: what is due after so many runs waits for the next instant. */
export const RUNS_MAX = 5

export type NextWork<Kind extends string> =
  | { readonly do: "run"; readonly kind: Kind }
  /** Nothing is left to do where the clock stands. */
  | { readonly do: "move"; readonly to: Instant }
  | { readonly do: "end" }

export interface WorkAt<Kind extends string> {
  /** In the order in which they are done where several are due. */
  readonly kinds: readonly Kind[]
  readonly due: Readonly<Record<Kind, DueInstants>>
  /** Where the clock stands. */
  readonly at: Instant
  /** How far it shall go; what is due then is done too. */
  readonly target: Instant
  readonly tried: Tried<Kind>
}

/**
 * What a studio that lives until an instant does next (TIME-5): what is due where the clock stands, in the order of the
 * kinds; then the clock goes to the next instant at which anything is due, and no further. It never goes back, and work
 * that stays due although it ran (it fails, or waits for somebody) is tried again at the next instant and holds nothing up.
 */
export function nextWork<Kind extends string>({
  kinds,
  due,
  at,
  target,
  tried,
}: WorkAt<Kind>): NextWork<Kind> {
  const kind = kinds.find((each) => due[each].is_due && mayRun(each, tried))
  if (kind !== undefined) return { do: "run", kind }
  if (hasCome(target, at)) return { do: "end" }
  const coming = kinds.flatMap((each) => due[each].next_at ?? []).sort(compareInstants)[0] ?? target
  assert(!hasCome(coming, at), `the next work lies after ${at}, got ${coming}`)
  return { do: "move", to: compareInstants(coming, target) < 0 ? coming : target }
}

function mayRun<Kind extends string>(kind: Kind, { runs, idle }: Tried<Kind>): boolean {
  return !idle.includes(kind) && (runs[kind] ?? 0) < RUNS_MAX
}

/** @param count how much it did; whatever was done may be what others waited for */
export function afterRun<Kind extends string>(
  { runs, idle }: Tried<Kind>,
  kind: Kind,
  count: number
): Tried<Kind> {
  const counted = { ...runs, [kind]: (runs[kind] ?? 0) + 1 } as Tried<Kind>["runs"]
  return { runs: counted, idle: count > 0 ? [] : [...idle, kind] }
}

/** Work that is done once a day at a local time; where the clock stands at it, once. */
export function dueDaily(
  time: LocalTime,
  { at, zone, has_run }: { readonly at: Instant; readonly zone: TimeZone; readonly has_run: boolean }
): DueInstants {
  const today = localDate(at, zone)
  const slots = [today, addDays(today, 1), addDays(today, 2)].map((day) => atLocalTime(day, time, zone))
  return {
    is_due: !has_run && slots.includes(at),
    next_at: slots.find((slot) => !hasCome(slot, at)) ?? null,
  }
}
