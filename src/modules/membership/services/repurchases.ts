import { repurchase } from "../../../domain/billing/repurchase"
import { exhaustedGrant } from "../../../domain/credits/exhaustion"
import type { CreditGrant } from "../../../domain/credits/types"
import type { CalendarInterval, Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import type { EnqueuedBatch } from "./charge-enqueuing"
import { insertCharges, markHoldFees, writeDiscounts, writeDuesCredits } from "./charge-insertion"
import type { ClockService } from "./clock"
import type { CreditLedgerService } from "./credit-ledger"
import type { PlanRenewal } from "../../../domain/plans/types"

interface Dependencies {
  clockService: ClockService
  creditLedgerService: CreditLedgerService
}

/** Makes the charges of packs that were used up and renew themselves (CREDIT-6). */
export class RepurchaseService {
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService

  constructor({ clockService, creditLedgerService }: Dependencies) {
    this.clock = clockService
    this.ledger = creditLedgerService
  }

  /**
   * One batch of what the last credits asked for, in several workers at once. Where a credit came back in the meantime
   * nothing is bought: the request goes, and the next use of the last credit asks again.
   * @param except memberships that are left out, so that those whose charges cannot be made hold nothing up
   */
  async enqueueBatch(limit: number, except: readonly string[], tx: Tx): Promise<EnqueuedBatch> {
    const now = await this.clock.now(tx)
    const requests = await lockRequests(limit, except, tx)
    if (requests.length === 0) return { memberships: 0, charges: 0, failed: [] }
    const ids = [...new Set(requests.map(({ membership_id }) => membership_id))]
    const billing = new Map((await loadBilling(ids, tx)).map((each) => [each.membership.id, each]))
    const grants = await this.ledger.ofMemberships(ids, { lock: false }, tx)
    const { decided, failed } = decideEach(requests, billing, grants)
    const made = decided.flatMap(({ bought }) => bought ?? [])
    const charges = await insertCharges(
      made.flatMap((each) => each.charges),
      tx
    )
    await markHoldFees(
      made.flatMap(({ charged_hold_ids }) => charged_hold_ids),
      now,
      tx
    )
    await writeDiscounts(
      made.flatMap(({ before }) => before),
      made.flatMap(({ after }) => after),
      tx
    )
    await writeDuesCredits(
      made.map(({ credits }) => credits),
      tx
    )
    await settle(decided, now, tx)
    return { memberships: requests.length, charges, failed }
  }
}

interface OpenRequest {
  readonly id: string
  readonly membership_id: string
  readonly exhausted_grant_id: string
  readonly requested_at: Date
  readonly is_live: boolean
  readonly renewal: PlanRenewal
  readonly validity: CalendarInterval | null
}

/** The oldest ones, with their memberships locked; those that somebody else is at are left to them. */
const lockRequests = (limit: number, except: readonly string[], tx: Tx): Promise<OpenRequest[]> =>
  execute<OpenRequest>(
    tx,
    `select r.id, r.membership_id, r.exhausted_grant_id, r.requested_at, p.renewal, p.validity,
            m.activated_at is not null and m.voided_at is null and m.deleted_at is null as is_live
     from membership_charge_request r
     join membership m on m.id = r.membership_id
     join membership_plan p on p.id = m.plan_id
     where r.settled_at is null and r.membership_id <> all(?) and r.deleted_at is null
     order by r.requested_at limit ? for update of r, m skip locked`,
    [textArray(except), limit]
  )

/** One that cannot be decided waits as it is, and keeps nobody else's. */
function decideEach(
  requests: readonly OpenRequest[],
  billing: ReadonlyMap<string, LoadedBilling>,
  grants: readonly CreditGrant[]
) {
  const decided: ReturnType<typeof decide>[] = []
  const failed: EnqueuedBatch["failed"][number][] = []
  for (const request of requests)
    try {
      decided.push(decide(request, billing.get(request.membership_id), grants))
    } catch (error) {
      failed.push({ id: request.membership_id, message: (error as Error).message })
    }
  return { decided, failed }
}

function decide(request: OpenRequest, billing: LoadedBilling | undefined, all: readonly CreditGrant[]) {
  const { id, membership_id, exhausted_grant_id, requested_at, validity, renewal } = request
  const grant = all.find((each) => each.id === exhausted_grant_id)
  const own = all.filter((each) => each.membership_id === membership_id && each.seat_id === grant?.seat_id)
  const is_used_up = grant !== undefined && exhaustedGrant(renewal, own) === exhausted_grant_id
  if (!is_used_up) return { id, is_used_up, bought: null }
  if (!request.is_live || !billing) return { id, is_used_up, bought: null }
  const { membership, progress, currency_code } = billing
  const at = requested_at.toISOString()
  const { charges, period_index, charged_hold_ids, discounts, credits } = repurchase({
    ...{ membership, progress, grant, requested_at: at, validity },
  })
  const rows = charges.map((charge) => ({ ...charge, membership_id, period_index, currency_code }))
  const bought = {
    charges: rows,
    charged_hold_ids,
    before: progress.discounts,
    after: discounts,
    credits: { membership_id, left: credits },
  }
  return { id, is_used_up, bought }
}

/** The charges name the grant in their `period_key`, so that the request needs none of their ids. */
async function settle(
  decided: readonly { readonly id: string; readonly is_used_up: boolean }[],
  now: Instant,
  tx: Tx
): Promise<void> {
  await execute(
    tx,
    `with v as (select * from jsonb_to_recordset(?::jsonb) as v(id text, is_used_up boolean)),
          gone as (delete from membership_charge_request r using v where r.id = v.id and not v.is_used_up)
     update membership_charge_request r set settled_at = ?, updated_at = now()
     from v where r.id = v.id and v.is_used_up`,
    [JSON.stringify(decided.map(({ id, is_used_up }) => ({ id, is_used_up }))), now]
  )
}
