import { SYSTEM } from "../../../domain/actor"
import type { TaxedLine } from "../../../domain/billing/tax"
import { isJoin } from "../../../domain/billing/charges"
import { type DunnedCharge, dunningFacts } from "../../../domain/billing/dunning"
import { paysForNoPeriod } from "../../../domain/billing/fines"
import { partPaidFor, valuesOfSeats } from "../../../domain/billing/paid-values"
import type { TimeZone } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { LoadedBillingSettings } from "./billing-settings-loading"
import type { CreditGrantService, GivePeriodInput } from "./credit-grants"
import type { PaidBy } from "./charge-records"
import type { ClockService } from "./clock"
import { extendTerms } from "./paid-terms"
import type { SettlementService } from "./settlements"

export interface SettledCharge {
  readonly charge_id: string
  readonly membership_id: string
  /** null is waived. */
  readonly paid_by: PaidBy | null
}

interface SettledPeriod {
  readonly membership_id: string
  readonly period_key: string
  readonly period_index: number
  readonly charges: readonly {
    readonly id: string
    readonly status: string
    readonly is_tax_inclusive: boolean | null
    readonly lines: readonly TaxedLine[]
  }[]
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditGrantService: CreditGrantService
  settlementService: SettlementService
}

/** What a paid charge does: the period's credits, the term, and the end of dunning (CREDIT-5, TERM-6, BILL-3). */
export class ChargeSettlementService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditGrantService
  private readonly statuses: SettlementService

  constructor({ auditService, clockService, creditGrantService, settlementService }: Dependencies) {
    this.audit = auditService
    this.clock = clockService
    this.credits = creditGrantService
    this.statuses = settlementService
  }

  /** In the transaction that marks them paid or waived, with their memberships locked. */
  async settle(settled: readonly SettledCharge[], tx: Tx): Promise<void> {
    if (settled.length === 0) return
    // It pays for a visit that was missed, or a hold: for no credits, and no time.
    const paying = (await settledPeriods(settled, tx)).filter((period) => !paysForNoPeriod(period))
    const now = await this.clock.now(tx)
    for (const some of oneOfEach(paying.filter((period) => !isJoin(period)))) {
      await this.credits.givePeriods(some.map(paidPeriod), tx)
      await extendTerms(some, now, tx)
    }
    // The others have paid for the period themselves: it gives nothing but what belongs to the seat (SEAT-8).
    await this.credits.seatPeriodsPaid(paying.filter(isJoin).map(paidPeriod), tx)
    // What staff settled is written down by their verb, with who and why.
    const by_itself = settled.filter(({ paid_by }) => paid_by === "provider" || paid_by === "nothing")
    await this.audit.record(
      by_itself.map(({ charge_id, membership_id, paid_by }) => ({
        actor: SYSTEM,
        action: "settle-charge",
        subject: { type: "charge", id: charge_id },
        membership_id,
        changes: { paid_by },
      })),
      tx
    )
  }

  /** What the open charges of memberships say about their access, and the copies of the status that follow. */
  async refreshDunning(
    membership_ids: readonly string[],
    { settings, dunning_since }: Pick<LoadedBillingSettings, "settings" | "dunning_since">,
    tx: Tx
  ): Promise<void> {
    const rows = await openCharges(membership_ids, tx)
    const dunned = membership_ids.map((id) => {
      const own = rows.filter(({ membership_id }) => membership_id === id)
      const zone = own[0]?.time_zone ?? "UTC"
      return [id, dunningFacts(own.map(toDunned), { ...settings, dunning_since }, zone)] as const
    })
    await this.statuses.refreshCopies(membership_ids, tx, new Map(dunned))
  }
}

interface OpenRow {
  readonly membership_id: string
  readonly time_zone: TimeZone
  readonly due_at: Date
  readonly first_failed_at: Date | null
}

async function openCharges(membership_ids: readonly string[], tx: Tx): Promise<OpenRow[]> {
  return execute<OpenRow>(
    tx,
    `select c.membership_id, m.time_zone, c.due_at, c.first_failed_at
     from membership_charge c join membership m on m.id = c.membership_id
     where c.membership_id = any(?) and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null`,
    [textArray(membership_ids)]
  )
}

const toDunned = ({ due_at, first_failed_at }: OpenRow): DunnedCharge => ({
  ...{ due_at: due_at.toISOString(), first_failed_at: toInstantOrNull(first_failed_at), is_settled: false },
})

/**
 * The periods that every payer has settled now: a balance that several pay for is given when all have. Dues that are
 * waived are let off, so that their period is given too.
 */
async function settledPeriods(settled: readonly SettledCharge[], tx: Tx): Promise<SettledPeriod[]> {
  const rows = await execute<SettledPeriod>(
    tx,
    `select c.membership_id, c.period_key, c.period_index, jsonb_agg(jsonb_build_object(
              'id', c.id, 'status', c.status, 'is_tax_inclusive', c.is_tax_inclusive, 'lines', c.lines)) as charges
     from membership_charge c
     where c.deleted_at is null and (c.membership_id, c.period_key) in (
       select membership_id, period_key from membership_charge where id = any(?))
     group by c.membership_id, c.period_key, c.period_index
     order by c.membership_id, c.period_index`,
    [textArray(settled.map(({ charge_id }) => charge_id))]
  )
  return rows.filter(({ charges }) =>
    charges.every(({ status }) => status === "paid" || status === "waived" || status === "canceled")
  )
}

/**
 * The first of each membership, then the second of each that has one: a period's credits follow the term that the one
 * before it has left.
 * @param periods those of a membership one after the other
 */
function oneOfEach(periods: readonly SettledPeriod[]): SettledPeriod[][] {
  const turns: SettledPeriod[][] = []
  let nth = 0
  periods.forEach((period, at) => {
    nth = period.membership_id === periods[at - 1]?.membership_id ? nth + 1 : 0
    ;(turns[nth] ??= []).push(period)
  })
  return turns
}

function paidPeriod({ membership_id, period_index, charges }: SettledPeriod): GivePeriodInput {
  const settled = charges.map(({ status, ...charge }) => ({ ...charge, is_paid: status === "paid" }))
  return {
    ...{ membership_id, period_index, seats: valuesOfSeats(settled), part: partPaidFor(settled) },
    cause: { type: "charge", id: charges[0]!.id },
  }
}
