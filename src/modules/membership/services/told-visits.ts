import type { AccessDecision } from "../../../domain/access/types"
import { assert } from "../../../domain/errors"
import { ageBand } from "../../../domain/people/age-band"
import type { Classification } from "../../../domain/people/types"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { executePrepared, prepared } from "../sql"
import type { Tx } from "../types"
import type { FrontDeskMember } from "./front-desk-search"

/** A visit as the front desk is told of it, with the names behind its ids. */
export interface SeenVisit {
  readonly id: string
  readonly kind: "visit" | "guest"
  readonly is_allowed: boolean
  readonly code: string | null
  readonly member_id: string
  readonly member_name: string | null
  readonly guest_name: string | null
  readonly service_id: string | null
  readonly service_name: string | null
  readonly location_id: string
  readonly at: Instant
  readonly local_on: CalendarDate
  readonly credits: number
  readonly starts_term: boolean
  readonly undone_at: Instant | null
  readonly decision: AccessDecision
}

export interface ToldVisit {
  readonly visit: SeenVisit
  readonly member: FrontDeskMember
}

type Stored = Date | string

export interface ToldRow {
  readonly visit: Omit<SeenVisit, "at" | "undone_at" | "member_name">
  readonly at: Stored
  readonly undone_at: Stored | null
  readonly person: Omit<FrontDeskMember, "age_band"> & { readonly date_of_birth: CalendarDate | null }
  readonly classifications: readonly Classification[]
}

/** A visit that was kept, in one statement: somebody waits for it at the door (ACCESS-7). */
export async function tellVisit(visit_id: string, tx: Tx): Promise<ToldVisit> {
  const [row] = await executePrepared<ToldRow>(tx, TELL, [visit_id])
  assert(row, `there is a visit ${visit_id}`)
  return toToldVisit(row)
}

/** Ages are those of the visit's day, so that the same request is answered the same (ACCESS-4). */
export function toToldVisit({ visit, at, undone_at, person: stored, classifications }: ToldRow): ToldVisit {
  const { date_of_birth, ...person } = stored
  const name = [person.first_name, person.last_name].filter(Boolean).join(" ")
  return {
    member: { ...person, age_band: ageBand(date_of_birth, classifications, visit.local_on) },
    visit: {
      ...visit,
      at: toInstantOrNull(at)!,
      undone_at: toInstantOrNull(undone_at),
      member_name: name || null,
    },
  }
}

/** Selects a `ToldRow` for each row of `visits`, a table or a step of the same statement. */
export const tellRows = (visits: string): string => `
  select v.at, v.undone_at,
    jsonb_build_object('id', v.id, 'kind', v.kind, 'is_allowed', v.is_allowed, 'code', v.code, 'member_id', v.member_id,
      'guest_name', v.guest_name, 'service_id', v.service_id, 'service_name', s.name, 'location_id', v.location_id,
      'local_on', v.local_on, 'credits', v.credits, 'starts_term', v.starts_term, 'decision', v.decision) as visit,
    jsonb_build_object('id', m.id, 'first_name', m.first_name, 'last_name', m.last_name, 'photo_url', m.photo_url,
      'date_of_birth', m.date_of_birth) as person, (
      select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'min_age', c.min_age,
        'max_age', c.max_age, 'requires_proof', c.requires_proof)), '[]')
      from membership_classification c where c.deleted_at is null) as classifications
  from ${visits} v
  join membership_member m on m.id = v.member_id
  left join membership_service s on s.id = v.service_id and s.deleted_at is null`

const TELL = prepared(`${tellRows("membership_visit")} where v.id = ?`)
