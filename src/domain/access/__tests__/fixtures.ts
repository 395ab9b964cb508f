import { cadence, grant } from "../../credits/__tests__/fixtures"
import type { CreditGrant } from "../../credits/types"
import { membershipFacts, type StoredFacts } from "../../memberships/facts"
import type { PlanEntitlement } from "../../plans/types"
import type {
  AccessFacts,
  AccessPlan,
  AccessQuestion,
  AccessSeat,
  MembershipAccess,
  VisitedService,
} from "../types"

/** Sunday 10 January 2027, noon in Berlin. */
export const NOON = "2027-01-10T11:00:00.000Z"
export const ADULT = { id: "c_adult", name: "Adult", min_age: 18, max_age: null, requires_proof: false }
export const CHILD = { id: "c_child", name: "Child", min_age: null, max_age: 17, requires_proof: false }
export const STUDENT = {
  id: "c_student",
  name: "Student",
  min_age: null,
  max_age: null,
  requires_proof: true,
}

export const yoga = (change: Partial<VisitedService> = {}): VisitedService => ({
  ...{ id: "yoga", name: "Yoga", kind: "class", status: "active", credit_cost: 1, members_only: false },
  ...{ is_general_hours: false, location_ids: null, time_windows: null, reentry_minutes: null },
  ...change,
})

export const question = (change: Partial<AccessQuestion> = {}): AccessQuestion => ({
  ...{ at: NOON, now: NOON, service: null },
  location: { id: "berlin", time_zone: "Europe/Berlin", opening_hours: null },
  ...change,
})

const UNLIMITED: PlanEntitlement = { type: "unlimited" }
export const TEN: PlanEntitlement = { type: "credits", credits: 10, per: "term", scope: "shared" }

export interface Wish {
  readonly id?: string
  readonly stored?: Partial<StoredFacts>
  readonly plan?: Partial<AccessPlan>
  readonly access?: Partial<AccessPlan["access"]>
  readonly seat?: Partial<AccessSeat> | null
  readonly grants?: readonly CreditGrant[]
  readonly entitlement?: PlanEntitlement
  readonly change?: Partial<MembershipAccess>
}

/** January to March 2027 in Berlin, paid, unlimited, one seat that anybody may hold. */
export function membership({ id = "m1", ...wish }: Wish = {}): MembershipAccess {
  const stored: StoredFacts = {
    ...{ starts_on: "2027-01-01", ends_on: "2027-04-01", must_start_by_on: null, validity: null },
    ...{
      time_zone: "Europe/Berlin",
      activated_at: "2026-12-20T10:00:00.000Z",
      voided_at: null,
      credits: null,
    },
    seats: [{ starts_on: null, canceled_on: null, holds: [] }],
    ...wish.stored,
  }
  return {
    ...{ membership_id: id, display_id: Number(id.slice(1)), time_zone: stored.time_zone },
    ...{ starts_on: stored.starts_on, facts: membershipFacts(stored), grace_ends_at: null },
    plan: {
      ...{ id: `p_${id}`, name: "Unlimited", prevents_general_hours_access: false, valid_at: null },
      ...{ guest_passes_per_period: 0, interval: { unit: "month", count: 1 } },
      access: {
        ...{ service_ids: null, facility_ids: null, time_windows: null, visit_limits: [] },
        ...{ members_only_services: true, ...wish.access },
      },
      ...wish.plan,
    },
    seat:
      wish.seat === null
        ? null
        : {
            ...{ id: `s_${id}`, label: "Adult", classification: null, starts_on: null, canceled_on: null },
            ...{ is_pending: false, holds: [], ...wish.seat },
          },
    classifications: [null],
    credits: {
      grants: wish.grants ?? [],
      cadence: cadence({
        starts_on: stored.starts_on,
        ends_on: stored.ends_on,
        interval: null,
        renews: false,
      }),
      plan: {
        entitlement: wish.entitlement ?? (wish.grants ? TEN : UNLIMITED),
        ...{ credits_belong_to: "membership", service_ids: null },
      },
      seats: [],
    },
    ...{ visits: [], guests: [] },
    ...wish.change,
  }
}

/** A balance of ten that lasts as long as the membership. */
export const pack = (change: Partial<CreditGrant> = {}): CreditGrant =>
  grant({ expires_on: "2027-04-01", expires_at: "2027-03-31T22:00:00.000Z", ...change })

export const facts = (change: Partial<AccessFacts> = {}): AccessFacts => ({
  ...{ person: { date_of_birth: "1990-05-05", proofs: [] }, memberships: [membership()], last_visits: [] },
  ...change,
})
