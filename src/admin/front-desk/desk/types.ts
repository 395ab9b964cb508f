import type { AccessDecision, AccessOption, AccessReason } from "../../../domain/access/types"

export type Decision = AccessDecision
export type Option = AccessOption
export type Reason = AccessReason

/** Somebody as the front desk sees them. */
export interface DeskMember {
  id: string
  first_name: string
  last_name: string | null
  photo_url: string | null
  /** Such as "Child"; null where no date of birth is known. */
  age_band: string | null
}

export interface DeskService {
  id: string
  name: string
  credit_cost: number
}

/** A visit of today, or a refusal. */
export interface DeskVisit {
  id: string
  kind: "visit" | "guest"
  is_allowed: boolean
  member_id: string
  member_name: string | null
  guest_name: string | null
  service_name: string | null
  at: string
  credits: number
  undone_at: string | null
  decision: Decision
}

export interface CheckedIn {
  decision: Decision
  visit: DeskVisit
  /** The same hand has done it a moment ago; nothing was done twice. */
  repeated: boolean
  member: DeskMember
}

/** Where the desk stands, and what people come for. */
export interface Place {
  location_id: string
  /** Of the location's clock. */
  time_zone: string
  /** null is open hours. */
  service_id: string | null
}

/** Who is to be let in: by id, or by what a scanner read. */
export interface Wish {
  member_id?: string
  code?: string
  membership_id?: string
  guest?: { name: string }
  override_reason?: string
}
