import type { Actor } from "../../../domain/actor"
import {
  type MembershipMigration,
  migratePrices,
  type PriceMigration,
} from "../../../domain/billing/price-migration"
import { DomainError } from "../../../domain/errors"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import { fromMinor, sumMinor } from "../../../domain/money/amounts"
import type { CalendarDate } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import { loadPeople } from "./people-loading"

export interface MigratePricesInput {
  readonly plan_id: string
  readonly to_price_chart_id: string
  /** Only those of this version; null is all. */
  readonly from_price_chart_id: string | null
  /** Only these; null is all that live. */
  readonly membership_ids: readonly string[] | null
  /** Never these, whatever else is asked for; none when left out. */
  readonly except_membership_ids?: readonly string[]
  /** No renewal before this day; null is each one's next. */
  readonly from_on: CalendarDate | null
  readonly reason: string | null
  readonly actor: Actor
  /** Decides and tells, writes nothing. */
  readonly preview: boolean
  /** Which of the memberships to tell one by one; the totals are of all. */
  readonly limit: number
  readonly offset: number
}

/** Amounts are decimals in the membership's currency, before tax and after discounts. */
export interface MigratedPayer {
  readonly payer_customer_id: string | null
  readonly now: number
  readonly then: number
}

export interface MigratedRow {
  readonly membership_id: string
  readonly display_id: number
  readonly customer_id: string | null
  readonly customer_name: string | null
  readonly currency_code: string
  readonly price_chart_id: string
  readonly chart_version: number
  /** Why it stays on its version; null moves. */
  readonly refused: { readonly code: string; readonly message: string } | null
  /** The very same move waits already. */
  readonly is_waiting: boolean
  /** The version that it would move to if nothing else were planned; null waits for none. */
  readonly waits_for_version: number | null
  /** The first day of the period that the new version prices first. */
  readonly starts_on: CalendarDate | null
  readonly payers: readonly MigratedPayer[]
  readonly now: number
  readonly then: number
}

export interface MigrationTotal {
  readonly currency_code: string
  readonly memberships: number
  readonly now: number
  readonly then: number
}

interface Candidate {
  readonly id: string
  readonly display_id: number
  readonly customer_id: string | null
  readonly customer_name: string | null
}

export interface Decided {
  readonly billing: LoadedBilling
  readonly decision: MembershipMigration
  readonly row: MigratedRow
}

/** So many memberships are loaded at once. */
const BATCH = 1000

/** What the move of each would mean, or why it cannot be. Writes nothing. */
export async function decideMoves(
  input: MigratePricesInput,
  migration: Omit<PriceMigration, "people">,
  tx: Tx
): Promise<Decided[]> {
  const candidates = await candidatesOf(input, tx)
  const decided: Decided[] = []
  for (let at = 0; at < candidates.length; at += BATCH)
    decided.push(...(await decideBatch(candidates.slice(at, at + BATCH), migration, tx)))
  return decided
}

/** @throws DomainError `not_found` for one that the plan does not have */
async function candidatesOf(input: MigratePricesInput, tx: Tx): Promise<Candidate[]> {
  const { plan_id, to_price_chart_id, from_price_chart_id, membership_ids, preview } = input
  const except = input.except_membership_ids ?? []
  const found = await execute<Candidate>(
    tx,
    `select id, display_id, customer_id, customer_name from membership
     where plan_id = ? and deleted_at is null and voided_at is null and status <> all(?)
       ${membership_ids === null ? "and price_chart_id <> ?" : "and id = any(?)"}
       ${from_price_chart_id === null ? "" : "and price_chart_id = ?"}
       ${except.length === 0 ? "" : "and id <> all(?)"}
     order by id ${preview ? "" : "for update"}`,
    [
      ...[plan_id, textArray(ENDED_STATUSES)],
      membership_ids === null ? to_price_chart_id : textArray(membership_ids),
      ...(from_price_chart_id === null ? [] : [from_price_chart_id]),
      ...(except.length === 0 ? [] : [textArray(except)]),
    ]
  )
  const ids = new Set(found.map(({ id }) => id))
  const unknown = membership_ids?.filter((id) => !ids.has(id) && !except.includes(id)) ?? []
  if (unknown.length === 0) return found
  const details = { field: "membership_ids", ids: unknown }
  throw new DomainError("not_found", "The plan has no such live memberships.", details)
}

async function decideBatch(
  candidates: readonly Candidate[],
  migration: Omit<PriceMigration, "people">,
  tx: Tx
): Promise<Decided[]> {
  const loaded = await loadBilling(
    candidates.map(({ id }) => id),
    tx
  )
  const member_ids = loaded.flatMap(({ membership }) =>
    membership.seats.flatMap(({ member_id }) => member_id ?? [])
  )
  const people = await loadPeople([...new Set(member_ids)], tx)
  const of = new Map(candidates.map((each) => [each.id, each]))
  return loaded.map((billing) => {
    const decision = migratePrices(billing, { ...migration, people })
    return { billing, decision, row: rowOf(of.get(billing.membership.id)!, billing, decision) }
  })
}

function rowOf(
  { id: membership_id, ...who }: Candidate,
  { membership: { chart, move }, currency_code }: LoadedBilling,
  decision: MembershipMigration
): MigratedRow {
  const waits_for_version = move?.chart.chart_version ?? null
  const head = { membership_id, ...who, currency_code, ...chart, waits_for_version }
  if (!decision.can_move) {
    const refused = { code: decision.code, message: decision.message }
    return { ...head, refused, is_waiting: false, starts_on: null, payers: [], now: 0, then: 0 }
  }
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const { move: wanted, period, payers, now_minor, then_minor } = decision
  const is_same = move?.chart.price_chart_id === wanted.chart.price_chart_id
  return {
    ...head,
    ...{ refused: null, is_waiting: is_same && move.from_index === wanted.from_index },
    starts_on: period.starts_on,
    payers: payers.map((each) => ({
      payer_customer_id: each.payer_customer_id,
      ...{ now: amount(each.now_minor), then: amount(each.then_minor) },
    })),
    ...{ now: amount(now_minor), then: amount(then_minor) },
  }
}

export function totalsOf(decided: readonly Decided[]): MigrationTotal[] {
  const moving = decided.flatMap(({ billing: { currency_code }, decision }) =>
    decision.can_move ? [{ currency_code, ...decision }] : []
  )
  return [...new Set(moving.map(({ currency_code }) => currency_code))].sort().map((currency_code) => {
    const own = moving.filter((each) => each.currency_code === currency_code)
    const total = (minors: readonly number[]) => fromMinor(sumMinor(minors), currency_code)
    return {
      ...{ currency_code, memberships: own.length },
      now: total(own.map(({ now_minor }) => now_minor)),
      then: total(own.map(({ then_minor }) => then_minor)),
    }
  })
}
