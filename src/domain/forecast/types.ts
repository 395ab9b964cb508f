import type { TaxedCharge } from "../billing/tax"
import type { CreditedMembership } from "../credits/promise"
import type { MembershipFacts } from "../memberships/types"
import type { CalendarDate, Instant } from "../time/types"

/** What can happen to a membership by itself, in the order in which it happens at one instant (REPORT-3). */
export const HAPPENING_KINDS = [
  "term_begins",
  "credits_roll_over",
  "credits_expire",
  "credits_revoked",
  "credits_used_up",
  "term_ends",
  "membership_canceled",
  "access_ends",
  "seats_canceled",
  "hold_begins",
  "hold_ends",
  "ages_out",
  "plan_changes",
  "prices_move",
  "charge",
  "charge_tried",
  "dues_skipped",
  "credits_given",
  "notice",
] as const
export type HappeningKind = (typeof HAPPENING_KINDS)[number]

/** A charge to come, or one that is there and is asked for again. */
export interface ChargeToCome extends TaxedCharge {
  /** null: it will be made when it is due. */
  readonly charge_id: string | null
  readonly status: string
  readonly currency_code: string
}

/** Credits and what they are worth (CREDIT-10). */
export interface CreditsToCome {
  readonly credits: number
  readonly value_minor: number
}

/** One thing that will happen, and to whom. */
export interface Happening {
  readonly kind: HappeningKind
  readonly at: Instant
  /** The day on which it happens, in the membership's zone. */
  readonly day: CalendarDate
  readonly membership_id: string
  /** Of these seats; none is the whole membership. */
  readonly seat_ids: readonly string[]
  /** Why it happens in this way, where there are several; the name of a notice. */
  readonly reason: string | null
  readonly charge: ChargeToCome | null
  readonly credits: CreditsToCome | null
}

/** What holds for a membership from an instant on: a term that begins by itself, and a planned plan, begin another one. */
export interface Phase {
  /** null holds now. */
  readonly from: Instant | null
  /** Its credits are counted as those of the present plan, which no coming plan gave. */
  readonly facts: MembershipFacts
  readonly credits: CreditedMembership
}
