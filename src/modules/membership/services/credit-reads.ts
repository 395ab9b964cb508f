import type { CreditEntry, CreditGrant } from "../../../domain/credits/types"
import { type EntryRow, toEntry } from "../mapping/credits"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { ENTRY_COLUMNS } from "./credit-ledger"
import type { CreditSettlementService } from "./credit-settlements"

export interface CreditsPage {
  readonly membership_id: string
  readonly limit: number
  readonly offset: number
}

export interface MembershipCredits {
  readonly grants: readonly CreditGrant[]
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

  /** As time has left them: what has expired is expired, whether the job has been there or not (CREDIT-5). */
  async ofMembership({ membership_id, limit, offset }: CreditsPage, tx: Tx): Promise<MembershipCredits> {
    const grants = await this.settlements.current(membership_id, await this.clock.now(tx), tx)
    const rows = await execute<EntryRow & { id: string; total: number }>(
      tx,
      `select id, ${ENTRY_COLUMNS}, count(*) over ()::int as total from membership_credit_entry
       where membership_id = ? and deleted_at is null order by at desc, created_at desc, idempotency_key desc limit ? offset ?`,
      [membership_id, limit, offset]
    )
    return {
      grants,
      entries: rows.map(({ total: _total, id, ...row }) => ({ ...toEntry(row), id })),
      count: rows[0]?.total ?? 0,
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
