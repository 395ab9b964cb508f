import { Temporal } from "@js-temporal/polyfill"
import { DomainError } from "../errors"
import type { TimeZone } from "./types"

/**
 * Temporal also takes `+01:00` and whole ISO strings as zones; a location's zone must have a name, or it
 * has no DST.
 */
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/
/**
 * Every calendar rule asks for its zone again, and Temporal looks each one up anew. Holds names as the
 * database spells them.
 */
const KNOWN = new Set<TimeZone>()
const SOME_INSTANT = Temporal.Instant.fromEpochMilliseconds(0)

/**
 * The zone's name as the IANA database spells it (`europe/berlin` becomes `Europe/Berlin`).
 * @throws DomainError `time_zone_invalid` for an unknown name, an offset such as `+01:00` or an empty text
 */
export function assertTimeZone(zone: string, field = "time_zone"): TimeZone {
  if (KNOWN.has(zone)) return zone
  const known = NAME.test(zone) ? lookUp(zone) : null
  if (known !== null) {
    KNOWN.add(known)
    return known
  }
  throw new DomainError(
    "time_zone_invalid",
    `"${zone}" is not a time zone. Use an IANA name such as "Europe/Berlin".`,
    { field, time_zone: zone }
  )
}

function lookUp(zone: string): TimeZone | null {
  try {
    return SOME_INSTANT.toZonedDateTimeISO(zone).timeZoneId
  } catch {
    return null
  }
}
