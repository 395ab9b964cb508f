import { Temporal } from "@js-temporal/polyfill"
import { DomainError } from "../errors"
import { attempt, inZone, writeInstant } from "./calendar"
import type { Instant, TimeZone } from "./types"

/**
 * The instant that lies an ISO 8601 duration later at a place (TIME-5: how the clock is advanced). Years,
 * months, weeks and days keep the local wall-clock time (`P1D` over a DST change is 23 or 25 hours); hours
 * and below are exact (`PT24H`).
 * @param duration such as `P1M`, `P2W`, `PT1H`, `P1DT12H`; zero stays where it is
 * @throws DomainError `interval_invalid` when malformed or negative; `date_invalid` when it leads beyond
 *   the year 9999
 */
export function advance(instant: Instant, duration: string, zone: TimeZone): Instant {
  const by = attempt(() => Temporal.Duration.from(duration))
  if (by === null || by.sign < 0) {
    const message = `"${duration}" is not a duration that can be added. Use one such as "P1M" or "PT1H".`
    throw new DomainError("interval_invalid", message, { field: "duration", duration })
  }
  const from = inZone(instant, zone)
  const there = attempt(() => from.add(by))
  if (there !== null && there.withTimeZone("UTC").year <= 9999) return writeInstant(there.toInstant())
  const details = { field: "duration", value: duration }
  throw new DomainError("date_invalid", `${duration} from now lies beyond the year 9999.`, details)
}
