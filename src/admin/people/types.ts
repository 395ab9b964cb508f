import type { DisqualifiedReason } from "../../domain/people/qualification"

/** What the admin reads of `GET /admin/members` and `/admin/households`, which never contains a date of birth. */
export interface PersonName {
  first_name: string
  last_name: string | null
}

export interface HouseholdName {
  id: string
  name: string
}

interface HeldSeat {
  id: string
  held_until: string | null
  seat: { membership: { id: string; status: string; plan: { name: string } } }
}

export interface MemberRow extends PersonName {
  id: string
  email: string | null
  phone: string | null
  photo_url: string | null
  customer_id: string | null
  household: HouseholdName | null
  seats_held: HeldSeat[]
}

export interface AccessCode {
  id: string
  kind: "rotating" | "card"
  label: string | null
  created_at: string
}

export interface Proof {
  id: string
  classification_id: string
  classification: { name: string } | null
  note: string | null
  /** Last day on which it counts; null never expires. */
  expires_on: string | null
}

export interface MemberClassification {
  classification_id: string
  name: string
  qualifies: boolean
  reason: DisqualifiedReason | null
  /** First day on which they no longer do. */
  stops_qualifying_on: string | null
}

export interface HouseholdPerson extends PersonName {
  id: string
  customer_id: string | null
  is_guardian: boolean
}

export interface Member extends PersonName {
  id: string
  email: string | null
  phone: string | null
  photo_url: string | null
  notes: string | null
  customer_id: string | null
  is_guardian: boolean
  /** Whole years today; null while the date of birth is not known. */
  age: number | null
  household: (HouseholdName & { members: HouseholdPerson[] }) | null
  customer?: CustomerName | null
  proofs: Proof[]
  /** Those that are taken at the front desk. */
  access_codes: AccessCode[]
  classifications: MemberClassification[]
}

export interface CustomerName {
  id: string
  email: string | null
  first_name: string | null
  last_name: string | null
}

export interface Household extends HouseholdName {
  members: (HouseholdPerson & {
    email: string | null
    /** Only of one household. */
    qualifies_for?: { classification_id: string; name: string }[]
  })[]
  guardian_ids: string[]
}

export interface AgeingOut {
  member: PersonName & { id: string }
  membership_id: string
  membership_display_id: number
  plan: { id: string; name: string }
  seat_id: string
  seat_label: string
  classification: { id: string; name: string }
  qualifies_now: boolean
  stops_qualifying_on: string
  reason: DisqualifiedReason
  /** Where else they qualify on that day, free seats first. */
  other_seats: OtherSeat[]
}

export interface OtherSeat {
  seat_id: string
  label: string
  is_free: boolean
  currency_code: string
  /** What a period costs more there. */
  difference: number
}

export interface MemberBody {
  first_name: string
  last_name: string | null
  date_of_birth: string | null
  email: string | null
  phone: string | null
  photo_url: string | null
  notes: string | null
  customer_id: string | null
}

export interface NewPerson {
  first_name: string
  last_name: string | null
  date_of_birth: string | null
}
