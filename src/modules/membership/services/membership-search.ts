import type { MembershipStatus } from "../../../domain/memberships/types"
import { containing, textArray } from "../sql"

type OneOrMany<Value extends string> = Value | readonly Value[]

/** Every filter has to fit; of several values one. */
export interface MembershipFilters {
  readonly id?: OneOrMany<string>
  readonly status?: OneOrMany<MembershipStatus>
  readonly plan_id?: OneOrMany<string>
  readonly location_id?: OneOrMany<string>
  readonly customer_id?: OneOrMany<string>
  readonly order_id?: OneOrMany<string>
  readonly kind?: OneOrMany<string>
  readonly audience?: OneOrMany<string>
  readonly revenue_category?: OneOrMany<string>
  readonly recurring?: boolean
  /** Who holds a seat now. */
  readonly member_id?: OneOrMany<string>
  /** Who bought it, pays for a seat of it, or holds one now. */
  readonly related_customer_id?: OneOrMany<string>
}

export interface SearchMembershipsInput {
  /** Each of them has to be found. */
  readonly words: readonly string[]
  readonly filters: MembershipFilters
  readonly skip: number
  /** null takes all. */
  readonly take: number | null
}

export interface FoundMemberships {
  /** Newest first. */
  readonly ids: string[]
  /** Of all pages. */
  readonly count: number
}

interface Condition {
  readonly sql: string
  readonly bindings: readonly (string | number | boolean | null)[]
}

type ListFilter = Exclude<keyof MembershipFilters, "recurring">

/** For each filter by a list the condition that this list is put into. */
const BY_LIST: Readonly<Record<ListFilter, string>> = {
  id: "m.id = any(?)",
  status: "m.status = any(?)",
  plan_id: "m.plan_id = any(?)",
  location_id: "m.location_id = any(?)",
  customer_id: "m.customer_id = any(?)",
  order_id: "m.order_id = any(?)",
  kind: "p.kind = any(?)",
  audience: "p.audience = any(?)",
  revenue_category: "p.revenue_category = any(?)",
  member_id: `m.id in (select membership_id from membership_seat_holder
    where member_id = any(?) and held_until is null and deleted_at is null)`,
  related_customer_id: `m.id in (with asked as (select ?::text[] as ids)
    select bought.id from membership bought, asked where bought.customer_id = any(asked.ids)
    union select paid.membership_id from membership_seat paid, asked
      where paid.payer_customer_id = any(asked.ids) and paid.deleted_at is null
    union select held.membership_id from membership_seat_holder held
      join membership_member w on w.id = held.member_id, asked
      where w.customer_id = any(asked.ids)
        and held.held_until is null and held.deleted_at is null and w.deleted_at is null)`,
}

/**
 * A page of a search and its count in one statement. The names of people are looked through once for a word; joined to
 * the seats, as the platform's filters do it, they would be once for every seat, and the purchaser's with them.
 */
export function searchStatement({ words, filters, skip, take }: SearchMembershipsInput): Condition {
  const conditions = [...words.map(anywhere), ...filterConditions(filters)]
  const where = conditions.map(({ sql }) => ` and ${sql}`).join("")
  return {
    sql: `with found as materialized (
        select m.id, m.display_id from membership m join membership_plan p on p.id = m.plan_id
        where m.deleted_at is null${where})
      select (select count(*)::int from found) as count,
        array(select id from found order by display_id desc limit ?::int offset ?::int) as ids`,
    bindings: [...conditions.flatMap(({ bindings }) => bindings), take, skip],
  }
}

/** The word stands in the number, the purchaser's name or e-mail, or the name of somebody who holds a seat. */
function anywhere(word: string): Condition {
  const part = containing(word)
  const number = /^#?(\d{1,9})$/.exec(word)?.[1] ?? null
  return {
    sql: `(m.customer_name ilike ? or m.customer_email ilike ? or m.display_id = ?::int or m.id in (
      select h.membership_id from membership_member w join membership_seat_holder h on h.member_id = w.id
      where (w.first_name ilike ? or w.last_name ilike ?)
        and h.held_until is null and h.deleted_at is null and w.deleted_at is null))`,
    bindings: [part, part, number, part, part],
  }
}

function filterConditions({ recurring, ...lists }: MembershipFilters): Condition[] {
  const conditions = Object.entries(lists).flatMap(
    ([filter, value]: [string, OneOrMany<string> | undefined]) =>
      value === undefined
        ? []
        : [{ sql: BY_LIST[filter as ListFilter], bindings: [textArray([value].flat())] }]
  )
  return recurring === undefined
    ? conditions
    : [...conditions, { sql: "p.is_recurring = ?", bindings: [recurring] }]
}
