import type { BillingProgress } from "../../../domain/billing/billed-membership"
import { dueCharges, nextDueAt } from "../../../domain/billing/due-charges"
import { paysForNoPeriod } from "../../../domain/billing/fines"
import type { PlanChanged } from "../../../domain/billing/planned-changes"
import type { PriceMoved } from "../../../domain/billing/price-moves"
import { hasCome } from "../../../domain/time/calendar"
import { advance } from "../../../domain/time/durations"
import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import { insertCharges, markHoldFees, type NewCharge, writeDiscounts } from "./charge-insertion"
import type { ClockService } from "./clock"
import { redateJoins } from "./join-records"
import type { PlanSwitchService } from "./plan-switches"
import type { PriceMoveService } from "./price-moves"

/** What one batch has done. */
export interface EnqueuedBatch {
  /** How many memberships were looked at; fewer than the limit means that none is left. */
  readonly memberships: number
  readonly charges: number
  /** Whose charges cannot be made, and why: they are looked at again in an hour, and keep nobody else's. */
  readonly failed: readonly { readonly id: string; readonly message: string }[]
}

const AGAIN_AFTER = "PT1H"

interface Dependencies {
  clockService: ClockService
  planSwitchService: PlanSwitchService
  priceMoveService: PriceMoveService
}

/** Makes the charges of the periods that have begun (BILL-1). */
export class ChargeEnqueuingService {
  private readonly clock: ClockService
  private readonly moves: PriceMoveService
  private readonly switches: PlanSwitchService

  constructor({ clockService, planSwitchService, priceMoveService }: Dependencies) {
    this.clock = clockService
    this.switches = planSwitchService
    this.moves = priceMoveService
  }

  /**
   * One batch, as late and as often as it comes, in several workers at once: those that somebody else is at are left to
   * them. A charge that is there already stays as it is.
   * @param id only this one; null is all of them
   */
  async enqueueBatch(limit: number, id: string | null, tx: Tx): Promise<EnqueuedBatch> {
    const now = await this.clock.now(tx)
    const due = await execute<{ id: string }>(
      tx,
      `select id from membership where ${DUE} ${id === null ? "" : "and id = ?"}
       order by charges_next_at limit ? for update skip locked`,
      [now, ...(id === null ? [] : [id]), limit]
    )
    const loaded = await loadBilling(
      due.map(({ id }) => id),
      tx
    )
    await redateJoins(
      loaded.map(({ membership }) => membership),
      tx
    )
    const { decided, failed } = decideEach(loaded, now)
    await postpone(
      failed.map(({ id }) => id),
      advance(now, AGAIN_AFTER, "UTC"),
      tx
    )
    const charges = await insertCharges(
      decided.flatMap((each) => each.charges),
      tx
    )
    await writeProgress(decided, tx)
    await markHoldFees(decided.flatMap(newlyChargedHolds), now, tx)
    await writeDiscounts(
      decided.flatMap(({ before }) => before.discounts),
      decided.flatMap(({ after }) => after.discounts),
      tx
    )
    await this.moves.settle(
      decided.flatMap(({ id, currency_code, moved }) =>
        moved.map((each) => ({ ...each, id, currency_code }))
      ),
      tx
    )
    await this.switches.settle(
      decided.flatMap(({ currency_code, changed }) => changed.map((each) => ({ ...each, currency_code }))),
      tx
    )
    return { memberships: due.length, charges, failed }
  }

  /** The batch that comes next, for whoever makes the charges of each by itself. */
  async due(limit: number, tx: Tx): Promise<string[]> {
    const due = await execute<{ id: string }>(
      tx,
      `select id from membership where ${DUE} order by charges_next_at limit ?`,
      [await this.clock.now(tx), limit]
    )
    return due.map(({ id }) => id)
  }

  /** One whose charges cannot be written: it is looked at again in an hour. */
  async postpone(id: string, tx: Tx): Promise<void> {
    await postpone([id], advance(await this.clock.now(tx), AGAIN_AFTER, "UTC"), tx)
  }
}

const DUE = "charges_next_at <= ? and activated_at is not null and voided_at is null and deleted_at is null"

interface Decided {
  readonly id: string
  readonly currency_code: string
  /** At most one: the version that prices it from one of the periods on (CHART-10). */
  readonly moved: readonly PriceMoved[]
  /** At most one: the plan that it has from one of the periods on (BILL-10). */
  readonly changed: readonly PlanChanged[]
  readonly charges: readonly NewCharge[]
  readonly before: BillingProgress
  readonly after: BillingProgress
  readonly next_at: Instant | null
}

function decideEach(loaded: readonly LoadedBilling[], now: Instant) {
  const decided: Decided[] = []
  const failed: EnqueuedBatch["failed"][number][] = []
  for (const billing of loaded)
    try {
      decided.push(decide(billing, now))
    } catch (error) {
      failed.push({ id: billing.membership.id, message: (error as Error).message })
    }
  return { decided, failed }
}

async function postpone(ids: readonly string[], until: Instant, tx: Tx): Promise<void> {
  if (ids.length === 0) return
  await execute(tx, "update membership set charges_next_at = ?, updated_at = now() where id = any(?)", [
    ...[until, textArray(ids)],
  ])
}

function decide({ membership, progress, currency_code }: LoadedBilling, now: Instant): Decided {
  const due = dueCharges(membership, progress, now)
  const after = due.at(-1)?.progress ?? progress
  const charges = due.flatMap(({ period: { index: period_index }, charges: made }) =>
    made.map((charge) => {
      // A fee that turns out to stand alone only now is not overdue since its hold began.
      const due_at = paysForNoPeriod(charge) && hasCome(charge.due_at, now) ? now : charge.due_at
      return { ...charge, due_at, membership_id: membership.id, period_index, currency_code }
    })
  )
  const changed = due.flatMap((each) => each.changed ?? [])
  const moved = due.flatMap((each) => each.moved ?? [])
  const next_at = nextDueAt(due.at(-1)?.membership ?? membership, after)
  return { id: membership.id, currency_code, moved, changed, charges, before: progress, after, next_at }
}

const newlyChargedHolds = ({ before, after }: Decided): string[] =>
  after.charged_hold_ids.filter((id) => !before.charged_hold_ids.includes(id))

async function writeProgress(decided: readonly Decided[], tx: Tx): Promise<void> {
  if (decided.length === 0) return
  const rows = decided.map(({ id, after, next_at }) => ({
    id,
    next_at,
    charged_through_index: after.after_index,
    dues_credits: after.credits?.length ? after.credits : null,
  }))
  await execute(
    tx,
    `update membership m
     set charged_through_index = v.charged_through_index, charges_next_at = v.next_at,
         reminders_through_at = null, dues_credits = nullif(v.dues_credits, 'null'::jsonb), updated_at = now()
     from jsonb_to_recordset(?::jsonb)
       as v(id text, charged_through_index integer, next_at timestamptz, dues_credits jsonb)
     where m.id = v.id`,
    [JSON.stringify(rows)]
  )
}
