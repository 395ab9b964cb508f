import type { CreditTake } from "../../../domain/credits/choose-grants"
import { keyOf } from "../../../domain/credits/move-credits"
import type { CreditEntry, CreditGrant, GrantTerms, LedgerChange } from "../../../domain/credits/types"
import { endOf } from "../../../domain/credits/usable"
import type { EntryInput } from "../../../domain/credits/use-credits"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { type EntryRow, type GrantRow, toEntry, toGrant } from "../mapping/credits"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"

export interface DebitInput extends EntryInput {
  readonly kind: "reserve" | "redeem"
  readonly takes: readonly CreditTake[]
  /** When the visit is. */
  readonly used_at: Instant
}

/** The ledger's statements. An entry and the balances that it changes are always written by one of them. */
export class CreditLedgerService {
  /** The grants of memberships, in the order of their ids, in which everybody locks them. */
  async ofMemberships(
    ids: readonly string[],
    { lock }: { readonly lock: boolean },
    tx: Tx
  ): Promise<CreditGrant[]> {
    return this.select("membership_id = any(?)", textArray(ids), lock, tx)
  }

  async byIds(ids: readonly string[], { lock }: { readonly lock: boolean }, tx: Tx): Promise<CreditGrant[]> {
    return this.select("id = any(?)", textArray(ids), lock, tx)
  }

  /** Locked, by what names them. */
  async byKeys(keys: readonly string[], tx: Tx): Promise<CreditGrant[]> {
    return this.select("key = any(?)", textArray(keys), true, tx)
  }

  /** The entries that one decision made, by the key of its first. */
  async entriesOf(key: string, tx: Tx): Promise<CreditEntry[]> {
    const rows = await execute<EntryRow>(
      tx,
      `with first as (
         select membership_id, at from membership_credit_entry where idempotency_key = ? and deleted_at is null
       )
       select ${ENTRY_COLUMNS} from membership_credit_entry
       where membership_id = (select membership_id from first) and at = (select at from first)
         and deleted_at is null and (idempotency_key = ? or starts_with(idempotency_key, ?))
       order by idempotency_key`,
      [key, key, `${key}#`]
    )
    return rows.map(toEntry)
  }

  /**
   * Takes credits out of grants, if each still has them and is still usable: all of it or nothing, in one statement
   * (CREDIT-3). The rows are locked before they are looked at, so that whoever comes second sees what the first left;
   * an entry that is there already changes nothing. What the credits are worth follows from what the grant holds then
   * (CREDIT-10, as `valueOf`).
   * @returns the grants afterwards; fewer than were asked for means that somebody was faster
   */
  async debit({ kind, takes, used_at, ...input }: DebitInput, tx: Tx): Promise<CreditGrant[]> {
    const { at, key, cause, actor, reason } = input
    const wanted = takes.map((take, index) => ({
      ...take,
      id: newEntityId("mcen"),
      key: keyOf(key, index),
    }))
    const rows = await execute<GrantRow>(tx, kind === "reserve" ? RESERVE : REDEEM, [
      ...[JSON.stringify(wanted), used_at, used_at, at, used_at, at],
      ...[at, cause.type, cause.id, actor.type, actor.id, reason, wanted.length],
    ])
    return rows.map(toGrant)
  }

  /** @returns the keys of the entries that were written; those that were there already are left out */
  async write({ grants, entries }: LedgerChange, tx: Tx): Promise<Set<string>> {
    if (grants.length) await this.insertGrants(grants, tx)
    if (entries.length === 0) return new Set()
    const rows = entries.map(({ cause, actor, ...entry }) => ({
      ...entry,
      ...{ id: newEntityId("mcen"), cause_type: cause.type, cause_id: cause.id },
      ...{ actor_type: actor.type, actor_id: actor.id },
    }))
    const written = await execute<{ idempotency_key: string }>(tx, POST, [JSON.stringify(rows)])
    return new Set(written.map(({ idempotency_key }) => idempotency_key))
  }

  /** Empty grants; one that is there already stays as it is. */
  async insertGrants(grants: readonly GrantTerms[], tx: Tx): Promise<void> {
    const rows = grants.map((grant) => ({ ...grant, settles_at: endOf(grant)?.at ?? null }))
    await execute(
      tx,
      `insert into membership_credit_grant (${GRANT_TERMS}, settles_at)
       select ${GRANT_TERMS}, settles_at from jsonb_to_recordset(?::jsonb) as v(${GRANT_TERM_TYPES}, settles_at timestamptz)
       on conflict do nothing`,
      [JSON.stringify(rows)]
    )
  }

  private async select(condition: string, binding: string, lock: boolean, tx: Tx): Promise<CreditGrant[]> {
    const rows = await execute<GrantRow>(
      tx,
      `select ${GRANT_COLUMNS} from membership_credit_grant g
       where ${condition} and deleted_at is null order by id ${lock ? "for update" : ""}`,
      [binding]
    )
    return rows.map(toGrant)
  }
}

const GRANT_TERM_TYPES = `id text, key text, membership_id text, seat_id text, source text, source_grant_id text,
  service_ids text[], period_index integer, starts_on text, expires_on text, given_expires_on text,
  starts_at timestamptz, expires_at timestamptz, revokes_at timestamptz, credits integer, value_minor bigint,
  granted_at timestamptz`
const GRANT_TERMS = GRANT_TERM_TYPES.replace(/ (text\[\]|text|integer|bigint|timestamptz)/g, "")

const BALANCES = ["available", "reserved", "available_value_minor", "reserved_value_minor"] as const

/** Values leave the database as numbers: the domain keeps them within what those carry exactly. */
export const GRANT_COLUMNS = `g.id, g.key, g.membership_id, g.seat_id, g.source, g.source_grant_id, g.service_ids, g.period_index,
  g.starts_on, g.expires_on, g.given_expires_on, g.starts_at, g.expires_at, g.revokes_at, g.credits, g.granted_at,
  g.value_minor::float8, g.available, g.reserved, g.available_value_minor::float8, g.reserved_value_minor::float8`

export const ENTRY_COLUMNS = `grant_id, membership_id, kind, available, reserved, available_value_minor::float8,
  reserved_value_minor::float8, at, cause_type, cause_id, actor_type, actor_id, reason, idempotency_key, settles_key`

const ENTRY_TYPES = `id text, grant_id text, membership_id text, kind text, available integer, reserved integer,
  available_value_minor bigint, reserved_value_minor bigint, at timestamptz, cause_type text, cause_id text,
  actor_type text, actor_id text, reason text, idempotency_key text, settles_key text`
const ENTRY_FIELDS = ENTRY_TYPES.replace(/ (text|integer|bigint|timestamptz)/g, "")

/** Entries, and the balances of their grants by what was really written. */
const POST = `
  with written as (
    insert into membership_credit_entry (${ENTRY_FIELDS})
    select ${ENTRY_FIELDS} from jsonb_to_recordset(?::jsonb) as v(${ENTRY_TYPES})
    on conflict do nothing
    returning grant_id, kind, at, idempotency_key, ${BALANCES.join(", ")}
  ), summed as (
    select grant_id, min(at) filter (where kind = 'grant') as granted_at,
           ${BALANCES.map((column) => `sum(${column}) as ${column}`).join(", ")}
    from written group by grant_id
  ), posted as (
    update membership_credit_grant g
    set granted_at = coalesce(g.granted_at, s.granted_at), updated_at = now(),
        ${BALANCES.map((column) => `${column} = g.${column} + s.${column}`).join(", ")}
    from summed s where g.id = s.grant_id
  )
  select idempotency_key from written`

/** The share of what a grant holds: the odd units go to those that are taken first. */
const SHARE = `(g.available_value_minor / greatest(g.available, 1)) * w.credits
  + least(w.credits, g.available_value_minor % greatest(g.available, 1))`

function debit(kind: "reserve" | "redeem"): string {
  const [kept, kept_value] = kind === "reserve" ? ["credits", "value"] : ["0", "0"]
  const enough =
    kind === "reserve"
      ? "g.available + case when g.granted_at is null then g.credits else 0 end >= w.credits"
      : "g.granted_at is not null and g.available >= w.credits"
  return `
    with wanted as (
      select * from jsonb_to_recordset(?::jsonb) as v(id text, grant_id text, credits integer, key text)
    ), locked as materialized (
      select g.id as grant_id, g.membership_id, w.id, w.key, w.credits, ${SHARE} as value
      from membership_credit_grant g join wanted w on w.grant_id = g.id
      where ${enough}
        and (g.starts_at is null or g.starts_at <= ?)
        and (g.expires_at is null or (g.expires_at > ? and g.expires_at > ?))
        and (g.revokes_at is null or (g.revokes_at > ? and g.revokes_at > ?))
      order by g.id for update of g
    ), written as (
      insert into membership_credit_entry (id, grant_id, membership_id, kind, available, reserved,
        available_value_minor, reserved_value_minor, idempotency_key, at, cause_type, cause_id, actor_type, actor_id,
        reason)
      select id, grant_id, membership_id, '${kind}', -credits, ${kept}, -value, ${kept_value}, key, v.*
      from locked, (values (?::timestamptz, ?, ?, ?, ?, ?)) as v
      where (select count(*) from locked) = ?
      on conflict do nothing
      returning grant_id, ${BALANCES.join(", ")}
    )
    update membership_credit_grant g
    set ${BALANCES.map((column) => `${column} = g.${column} + w.${column}`).join(", ")}, updated_at = now()
    from written w where g.id = w.grant_id
    returning ${GRANT_COLUMNS}`
}

const RESERVE = debit("reserve")
const REDEEM = debit("redeem")
