import type { AccessDecision } from "../../../domain/access/types"
import type { Actor } from "../../../domain/actor"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { executePrepared, prepared } from "../sql"
import type { Tx } from "../types"
import { redeemBindings, redeemSteps, type SingleDebit } from "./credit-debit"
import { tellRows, type ToldRow, type ToldVisit, toToldVisit } from "./told-visits"

/** What staff may choose of a visit (ACCESS-3, CREDIT-2, ACCESS-5), as the request said it. */
export interface VisitChoice {
  readonly membership_id: string | null
  readonly grant_id: string | null
  readonly override_reason: string | null
}

/** A visit as it is written, once. */
export interface NewVisit {
  readonly id: string
  readonly kind: "visit" | "guest"
  readonly member_id: string
  readonly guest_name: string | null
  readonly service_id: string | null
  readonly location_id: string
  readonly at: Instant
  readonly local_on: CalendarDate
  readonly decision: AccessDecision
  readonly guest_pass: { readonly period_at: Instant; readonly number: number } | null
  readonly override_reason: string | null
  readonly device_id: string | null
  readonly asked: VisitChoice
  readonly actor: Actor
  /** null: nobody asks for the same again. */
  readonly key: string | null
}

export const newVisitId = (): string => newEntityId("mvis")

/** The statements that write visits. */
export class VisitService {
  /**
   * Writes a visit with what it takes of a balance, in one statement (CREDIT-3, ACCESS-4): all of it, or nothing where
   * the person was checked in meanwhile, the key was used, or the balance has no more than it takes. The last credit of
   * a balance is not taken here, because more follows from it (CREDIT-6).
   * @param visit_revision of the person, as the decision was made from it
   * @returns the visit as the front desk is told of it; null where nothing was written
   */
  async write(
    visit: NewVisit,
    visit_revision: number,
    debit: SingleDebit | null,
    tx: Tx
  ): Promise<ToldVisit | null> {
    const [statement, bindings] = debit === null ? [WRITE, []] : [WRITE_AND_DEBIT, redeemBindings(debit)]
    const [told] = await executePrepared<ToldRow>(tx, statement, [
      visit.member_id,
      visit_revision,
      ...bindings,
      ...[visit.id, visit.key ?? visit.id],
      JSON.stringify(rowOf(visit)),
    ])
    return told ? toToldVisit(told) : null
  }
}

function rowOf({ decision, actor, key: _key, guest_pass, ...visit }: NewVisit) {
  const { with: option, allowed: is_allowed, reasons } = decision
  return {
    ...visit,
    ...{ is_allowed, decision, code: reasons[0]?.code ?? null },
    ...{ membership_id: option?.membership_id ?? null, seat_id: option?.seat_id ?? null },
    credits: is_allowed ? (option?.cost ?? 0) : 0,
    starts_term: is_allowed && (option?.starts_term ?? false),
    guest_period_at: guest_pass?.period_at ?? null,
    guest_number: guest_pass?.number ?? null,
    ...{ actor_type: actor.type, actor_id: actor.id },
  }
}

const COLUMN_TYPES = `kind text, is_allowed boolean, code text, member_id text, guest_name text,
  membership_id text, seat_id text, service_id text, location_id text, at timestamptz, local_on text, credits integer,
  decision jsonb, guest_period_at timestamptz, guest_number integer, override_reason text, starts_term boolean,
  device_id text, asked jsonb, actor_type text, actor_id text`
const COLUMNS = COLUMN_TYPES.replace(/ (text|boolean|integer|jsonb|timestamptz)/g, "")

/** Whoever comes second sees that the first was there: the row is looked at again once it is free. */
const VISITOR = `visitor as (
    update membership_member set visit_revision = visit_revision + 1
    where id = ? and visit_revision = ? and erased_at is null returning id
  )`

const insert = (after: string) => `
  kept as (
    insert into membership_visit (id, idempotency_key, ${COLUMNS})
    select ?, ?, v.* from jsonb_to_recordset(jsonb_build_array(?::jsonb)) as v(${COLUMN_TYPES})
    where exists (select from ${after})
    on conflict do nothing
    returning *
  ) ${tellRows("kept")}`

const WRITE = prepared(`with ${VISITOR}, ${insert("visitor")}`)
const WRITE_AND_DEBIT = prepared(`with ${VISITOR}, ${redeemSteps("visitor")}, ${insert("written")}`)
