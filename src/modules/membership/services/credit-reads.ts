import { type BalanceView, balancesOf, nextCreditsOn } from "../../../domain/credits/balances"
import type { CreditPlan } from "../../../domain/credits/grants-of-period"
import type { CreditEntry, CreditGrant } from "../../../domain/credits/types"
import { type EntryRow, toEntry } from "../mapping/credits"
import { endOf } from "../../../domain/credits/usable"
import { DomainError } from "../../../domain/errors"
import type { CreditExchange } from "../../../domain/plans/types"
import { hasCome } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { ENTRY_COLUMNS } from "./credit-ledger"
import { loadCreditMemberships } from "./credit-memberships"
import type { CreditRights } from "./membership-reads"
import type { CreditSettlementService } from "./credit-settlements"

export interface CreditsPage {
  readonly membership_id: string
  readonly limit: number
  readonly offset: number
  /** Of a customer: whose credits they see. Left out: of all. */
  readonly rights?: Pick<CreditRights, "manages_all" | "seat_ids">
}

export interface MembershipCredits {
  readonly currency_code: string
  /** One for each seat and scope. */
  readonly balances: readonly BalanceView[]
  /** What the next period gives to each balance of the plan; null where none is known to come. */
  readonly next: { readonly on: CalendarDate; readonly credits: number } | null
  readonly belongs_to: CreditPlan["credits_belong_to"]
  readonly exchanges: readonly CreditExchange[]
  readonly transferable: boolean
  readonly grants: readonly (CreditGrant & { readonly is_ended: boolean })[]
  /** The newest first. */
  readonly entries: readonly (CreditEntry & { readonly id: string })[]
  readonly count: number
}

/** A grant whose balances are not what its entries say. */
export interface LedgerDrift {
  readonly grant_id: string
  readonly membership_id: string | null
  readonly balance: Readonly<Record<string, number>>
  readonly entries: Readonly<Record<string, number>>
}

interface EntriesPage extends Pick<CreditsPage, "limit" | "offset"> {
  readonly grant_ids: readonly string[]
}

interface Dependencies {
  clockService: ClockService
  creditSettlementService: CreditSettlementService
}

/** Balances and entries of a membership, and whether the whole ledger adds up. */
export class CreditReadService {
  private readonly clock: ClockService
  private readonly settlements: CreditSettlementService

  constructor({ clockService, creditSettlementService }: Dependencies) {
    this.clock = clockService
    this.settlements = creditSettlementService
  }

  /**
   * As time has left them: what has expired is expired, whether the job has been there or not (CREDIT-5). A customer
   * sees the credits of their seats, and what all share; when others used those, whoever manages the whole (PEOPLE-6).
   * @throws DomainError `not_found`
   */
  async ofMembership({ membership_id, rights, ...page }: CreditsPage, tx: Tx): Promise<MembershipCredits> {
    const now = await this.clock.now(tx)
    const [membership] = await loadCreditMemberships([membership_id], tx)
    if (!membership)
      throw new DomainError("not_found", `There is no membership with the id ${membership_id}.`, {
        id: membership_id,
      })
    const all = await this.settlements.current(membership_id, now, tx)
    const grants = all.filter(
      ({ seat_id }) => !rights || seat_id === null || rights.seat_ids.includes(seat_id)
    )
    const listed = grants.filter(({ seat_id }) => seat_id !== null || rights?.manages_all !== false)
    const { cadence, plan, currency_code, exchanges, transferable } = membership
    const { entitlement, credits_belong_to: belongs_to } = plan
    const next_on = nextCreditsOn(cadence, now)
    const credits = entitlement.type === "credits" ? entitlement.credits : 0
    return {
      ...{ currency_code, belongs_to, exchanges, transferable },
      grants: grants.map((grant) => ({ ...grant, is_ended: hasCome(endOf(grant)?.at ?? null, now) })),
      balances: balancesOf(grants, now),
      next: next_on && membership.is_live ? { on: next_on, credits } : null,
      ...(await this.entries({ grant_ids: listed.map(({ id }) => id), ...page }, tx)),
    }
  }

  private async entries({ grant_ids, limit, offset }: EntriesPage, tx: Tx) {
    const rows = await execute<EntryRow & { id: string }>(
      tx,
      `select id, ${ENTRY_COLUMNS} from membership_credit_entry where grant_id = any(?) and deleted_at is null
       order by at desc, created_at desc, idempotency_key desc limit ? offset ?`,
      [textArray(grant_ids), limit, offset]
    )
    const [counted] = await execute<{ count: number }>(
      tx,
      `select count(*)::int as count from membership_credit_entry where grant_id = any(?) and deleted_at is null`,
      [textArray(grant_ids)]
    )
    return {
      entries: rows.map(({ id, ...row }) => ({ ...toEntry(row), id })),
      count: counted!.count,
    }
  }

  /**
   * CREDIT-1: builds every balance anew from its entries and compares, in one statement that sees one moment of the
   * whole ledger. The transaction is told to be read-only first: it cannot mend what it finds.
   */
  async verify(tx: Tx): Promise<LedgerDrift[]> {
    await execute(tx, "set transaction read only")
    return execute<LedgerDrift>(tx, VERIFY)
  }
}

const COLUMNS = ["available", "reserved", "available_value_minor", "reserved_value_minor"]

const VERIFY = `
  with summed as (
    select grant_id, ${COLUMNS.map((column) => `sum(${column})::bigint as ${column}`).join(", ")}
    from membership_credit_entry group by grant_id
  )
  select coalesce(g.id, s.grant_id) as grant_id, g.membership_id,
    json_build_object(${COLUMNS.map((column) => `'${column}', coalesce(g.${column}, 0)`).join(", ")}) as balance,
    json_build_object(${COLUMNS.map((column) => `'${column}', coalesce(s.${column}, 0)`).join(", ")}) as entries
  from membership_credit_grant g full join summed s on s.grant_id = g.id
  where g.id is null or ${COLUMNS.map((column) => `g.${column} <> coalesce(s.${column}, 0)`).join(" or ")}
  order by 1`
