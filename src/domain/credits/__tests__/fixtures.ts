import { SYSTEM } from "../../actor"
import type { Cadence } from "../cadence"
import { EMPTY, post } from "../ledger"
import type { CreditEntry, CreditGrant, GrantTerms, LedgerChange } from "../types"
import type { EntryInput } from "../use-credits"

/** A grant of ten credits worth 100.00, given for January 2027 in Berlin. */
export function grant(change: Partial<CreditGrant> = {}): CreditGrant {
  const credits = change.credits ?? 10
  const value_minor = change.value_minor ?? 10_000
  return {
    ...{ id: "g1", key: "m1:0:all:all", membership_id: "m1", seat_id: null, source: "period" },
    ...{ source_grant_id: null, service_ids: null, period_index: 0, credits, value_minor },
    ...{ starts_on: "2027-01-01", expires_on: "2027-02-01", given_expires_on: "2027-02-01" },
    ...{ starts_at: "2026-12-31T23:00:00.000Z", expires_at: "2027-01-31T23:00:00.000Z", revokes_at: null },
    ...{ granted_at: "2026-12-31T23:00:00.000Z", available: credits, available_value_minor: value_minor },
    ...{ reserved: 0, reserved_value_minor: 0 },
    ...change,
  }
}

/** Monthly credits from 1 January 2027 in Berlin, without an end. */
export const cadence = (change: Partial<Cadence> = {}): Cadence => ({
  ...{ time_zone: "Europe/Berlin", starts_on: "2027-01-01", ends_on: null, must_start_by_on: null },
  ...{ validity: null, interval: { unit: "month", count: 1 }, renews: true, canceled_on: null },
  rollover: { mode: "none", max: null, expires_after_periods: null },
  extends_by_holds: false,
  ...change,
})

export const NOON = "2027-01-10T11:00:00.000Z"

export const why = (key: string, change: Partial<EntryInput> = {}): EntryInput => ({
  ...{ key, at: NOON, cause: { type: "visit", id: key }, actor: SYSTEM, reason: null },
  ...change,
})

/** Ids that come in the order of their making. */
export function ids(prefix = "n"): () => string {
  let made = 0
  return () => `${prefix}${String(++made).padStart(5, "0")}`
}

/** Grants in memory, and everything that was written about them. */
export class Ledger {
  readonly grants = new Map<string, CreditGrant>()
  readonly terms = new Map<string, GrantTerms>()
  readonly entries: CreditEntry[] = []
  private readonly keys = new Set<string>()

  apply({ grants, entries }: LedgerChange): void {
    for (const terms of grants) {
      this.terms.set(terms.id, terms)
      this.grants.set(terms.id, { ...terms, ...EMPTY })
    }
    for (const entry of entries) {
      if (this.keys.has(entry.idempotency_key)) throw new Error(`twice: ${entry.idempotency_key}`)
      this.keys.add(entry.idempotency_key)
      this.grants.set(entry.grant_id, post(this.grants.get(entry.grant_id)!, entry))
      this.entries.push(entry)
    }
  }

  all(): CreditGrant[] {
    return [...this.grants.values()]
  }
}
