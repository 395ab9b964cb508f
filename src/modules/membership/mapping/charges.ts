import type { ChargeFacts } from "../../../domain/billing/attempt-types"
import { toInstantOrNull } from "./memberships"

type Stored = Date | string
type InstantField =
  "due_at" | "act_at" | "sent_at" | "uncertain_since" | "lease_until" | "first_failed_at" | "settled_at"

/** What a charge's facts are selected as, from `membership_charge c`. */
export const CHARGE_FACTS = `c.id, c.status, c.due_at, c.act_at, c.attempt, c.reuses_key, c.sent_at, c.uncertain_since,
  c.fence, c.lease_until, c.started_by, c.lookups, c.outages, c.first_failed_at, c.failure_code, c.parked_reason,
  c.paid_attempt, c.settled_at`

export interface ChargeFactsRow extends Omit<ChargeFacts, InstantField> {
  readonly due_at: Stored
  readonly act_at: Stored | null
  readonly sent_at: Stored | null
  readonly uncertain_since: Stored | null
  readonly lease_until: Stored | null
  readonly first_failed_at: Stored | null
  readonly settled_at: Stored | null
}

export const toChargeFacts = (row: ChargeFactsRow): ChargeFacts => ({
  ...{ id: row.id, status: row.status, attempt: row.attempt, reuses_key: row.reuses_key },
  ...{ fence: row.fence, started_by: row.started_by, lookups: row.lookups, outages: row.outages },
  ...{ failure_code: row.failure_code, parked_reason: row.parked_reason, paid_attempt: row.paid_attempt },
  due_at: new Date(row.due_at).toISOString(),
  act_at: toInstantOrNull(row.act_at),
  sent_at: toInstantOrNull(row.sent_at),
  uncertain_since: toInstantOrNull(row.uncertain_since),
  lease_until: toInstantOrNull(row.lease_until),
  first_failed_at: toInstantOrNull(row.first_failed_at),
  settled_at: toInstantOrNull(row.settled_at),
})

/** How the facts that change are written, all of them by one statement. */
export const CHARGE_FACT_TYPES = `id text, status text, act_at timestamptz, attempt integer, reuses_key boolean,
  sent_at timestamptz, uncertain_since timestamptz, fence integer, lease_until timestamptz, started_by integer,
  lookups integer, outages integer, first_failed_at timestamptz, failure_code text, parked_reason text,
  paid_attempt integer, settled_at timestamptz`

/** By which a payer is charged, as the provider knows it. */
export interface SavedMethod {
  readonly provider_id: string
  readonly account_holder_id: string
  readonly payment_method_id: string
}
