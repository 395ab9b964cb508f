import { SYSTEM } from "../actor"
import { give } from "../credits/give"
import { realigned } from "../credits/grant-dates"
import { EMPTY, post } from "../credits/ledger"
import { type CreditedMembership, promisedGrants, type PromiseInput } from "../credits/promise"
import { settleDue } from "../credits/settle-due"
import type { CreditEntry, CreditGrant, GrantTerms } from "../credits/types"
import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import type { Phase } from "./types"

/** A period that will be paid at an instant. */
export interface PaidPeriod extends Pick<PromiseInput, "values" | "part"> {
  readonly period_index: number
  readonly at: Instant
}

export interface CreditForecastInput {
  readonly grants: readonly CreditGrant[]
  /** The first one holds now. */
  readonly phases: readonly Phase[]
  /** By their instants. */
  readonly periods: readonly PaidPeriod[]
  readonly until: Instant
}

/** An entry that the ledger will get, and the seat whose grant it is; null is all of them. */
export interface EntryToCome extends CreditEntry {
  readonly seat_id: string | null
}

/**
 * The entries that a membership's ledger will get until an instant, if its charges are paid when they are due and nobody
 * comes or books before (CREDIT-5, PLAN-7): by the functions that write them.
 */
export function creditsToCome({ grants, phases, periods, until }: CreditForecastInput): EntryToCome[] {
  const ledger = new ComingLedger(grants, phases[0]!.credits)
  const steps = [
    ...phases.slice(1).map((phase) => ({ at: phase.from!, run: () => ledger.enter(phase, phase.from!) })),
    ...periods.map((period) => ({ at: period.at, run: () => ledger.give(period) })),
  ]
  // A phase begins before the period with which it begins is paid: the sort keeps their order.
  for (const { at, run } of steps.sort((a, b) => compareInstants(a.at, b.at))) {
    ledger.settle(at)
    run()
  }
  ledger.settle(until)
  return ledger.entries
}

class ComingLedger {
  readonly entries: EntryToCome[] = []
  private readonly grants: Map<string, CreditGrant>
  private made = 0

  constructor(
    grants: readonly CreditGrant[],
    private membership: CreditedMembership
  ) {
    this.grants = new Map(grants.map((grant) => [grant.id, grant]))
  }

  settle(now: Instant): void {
    const { cadence } = this.membership
    const change = settleDue({ grants: [...this.grants.values()], cadence, now, newId: this.newId })
    this.add(change.grants)
    change.entries.forEach(this.post)
  }

  /** Its dates follow the term; what the former plan had promised and nobody reserved is no more (BILL-10). */
  enter({ credits }: Phase, now: Instant): void {
    this.membership = credits
    const { cadence, seats } = credits
    for (const [id, grant] of this.grants) {
      const { source, period_index, granted_at, available, reserved } = grant
      const is_promised = source === "period" && granted_at === null && available === 0 && reserved === 0
      if (is_promised && (period_index ?? 0) >= (cadence.plan_from_index ?? 0) && (period_index ?? 0) > 0)
        this.grants.delete(id)
      else {
        const sharing = seats.filter((seat) => grant.seat_id === null || grant.seat_id === seat.id)
        this.grants.set(id, { ...grant, ...realigned(grant, cadence, { seats: sharing, now }) })
      }
    }
  }

  give({ period_index, values, part, at }: PaidPeriod): void {
    const terms = promisedGrants(this.membership, {
      ...{ period_index, values, part, bought_at: at, newId: this.newId },
    })
    const held = new Map([...this.grants.values()].map((grant) => [grant.key, grant]))
    const why = { at, cause: { type: "charge", id: null }, actor: SYSTEM, reason: null }
    for (const each of terms) {
      const grant = { ...EMPTY, ...(held.get(each.key) ?? each), value_minor: each.value_minor }
      if (grant.granted_at !== null) continue
      this.grants.set(grant.id, grant)
      this.post(give(grant, why))
    }
  }

  private readonly newId = () => `to_come_${(this.made += 1)}`

  private add(terms: readonly GrantTerms[]): void {
    for (const grant of terms) this.grants.set(grant.id, { ...grant, ...EMPTY })
  }

  private readonly post = (entry: CreditEntry): void => {
    const after = post(this.grants.get(entry.grant_id)!, entry)
    this.grants.set(after.id, after)
    this.entries.push({ ...entry, seat_id: after.seat_id })
  }
}
