import { ageBand } from "../../../domain/people/age-band"
import { DomainError } from "../../../domain/errors"
import type { Classification } from "../../../domain/people/types"
import type { CalendarDate } from "../../../domain/time/types"
import { containing, execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AccessCodeService } from "./access-codes"
import type { LocationService } from "./locations"

/** Somebody as the front desk sees them: no date of birth, no address (PEOPLE-6). */
export interface FrontDeskMember {
  readonly id: string
  readonly first_name: string
  readonly last_name: string | null
  readonly photo_url: string | null
  /** Such as "Child"; null where no date of birth is known. */
  readonly age_band: string | null
}

export interface FrontDeskSearchInput {
  /** A name, an e-mail address, a phone number, or what a scanner typed. */
  readonly q: string
  /** Where the desk stands; of which calendar ages are. */
  readonly location_id: string | null
}

interface Dependencies {
  accessCodeService: AccessCodeService
  locationService: LocationService
}

interface PersonRow extends Omit<FrontDeskMember, "age_band"> {
  readonly date_of_birth: CalendarDate | null
}

/** More do not fit on a counter's screen; another letter finds fewer. */
const SHOWN = 12

/** ACCESS-7: finds people as staff type, or as a scanner does. */
export class FrontDeskSearchService {
  private readonly codes: AccessCodeService
  private readonly locations: LocationService

  constructor({ accessCodeService, locationService }: Dependencies) {
    this.codes = accessCodeService
    this.locations = locationService
  }

  /** @throws DomainError `code_expired`, `code_revoked` for what is a code, but one that opens nothing */
  async search({ q, location_id }: FrontDeskSearchInput, tx: Tx): Promise<FrontDeskMember[]> {
    const words = q.trim().split(/\s+/).filter(Boolean)
    if (words.length === 0) return []
    const scanned = words.length === 1 ? await this.whose(words[0]!, tx) : null
    if (scanned !== null) return this.seen([scanned], location_id, tx)
    const found = await execute<{ id: string }>(
      tx,
      `select id from membership_member
       where deleted_at is null and erased_at is null${words.map(() => ` and ${ANYWHERE}`).join("")}
       order by (first_name ilike ?) desc, first_name, last_name, id limit ${SHOWN}`,
      [...words.flatMap(anywhere), containing(words[0]!).slice(1)]
    )
    return this.seen(
      found.map(({ id }) => id),
      location_id,
      tx
    )
  }

  /** Members by their ids, in that order. */
  async seen(ids: readonly string[], location_id: string | null, tx: Tx): Promise<FrontDeskMember[]> {
    if (ids.length === 0) return []
    const rows = await execute<PersonRow>(
      tx,
      `select id, first_name, last_name, photo_url, date_of_birth from membership_member where id = any(?)`,
      [textArray(ids)]
    )
    const classifications = await execute<Classification>(
      tx,
      `select id, name, min_age, max_age, requires_proof from membership_classification where deleted_at is null`
    )
    const today = await this.locations.today(location_id, tx)
    const people = new Map(rows.map((row) => [row.id, row]))
    return ids.flatMap((id) => {
      const person = people.get(id)
      if (!person) return []
      const { date_of_birth, ...member } = person
      return [{ ...member, age_band: ageBand(date_of_birth, classifications, today) }]
    })
  }

  /** Whose code it is; null for a text that is no code of anybody. */
  private async whose(text: string, tx: Tx): Promise<string | null> {
    try {
      return await this.codes.resolve(text, tx)
    } catch (error) {
      if (error instanceof DomainError && error.code === "code_unknown") return null
      throw error
    }
  }
}

/** A word of a name, an address, or the digits of a phone number however it is written, at home or from abroad. */
const ANYWHERE = `(first_name ilike any(?) or last_name ilike any(?) or email ilike any(?)
  or (? <> '' and regexp_replace(phone, '\\D', '', 'g') like ?))`

function anywhere(word: string): string[] {
  const part = textArray(spellings(word).map(containing))
  const digits = /^[+\d()/.-]+$/.test(word) ? word.replace(/\D/g, "").replace(/^0+/, "") : ""
  return [part, part, part, digits, `%${digits}%`]
}

/** As it may be written in a name: a database without a language folds only the letters A to Z. */
function spellings(word: string): string[] {
  const lower = word.toLowerCase()
  const capital = lower.charAt(0).toUpperCase() + lower.slice(1)
  return [...new Set([word, lower, capital, word.toUpperCase()])]
}
