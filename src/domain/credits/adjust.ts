import { DomainError } from "../errors"
import { hasCome } from "../time/calendar"
import { refuseCredits } from "./choose-grants"
import { EMPTY } from "./ledger"
import type { CreditEntry, CreditGrant, GrantDates, GrantScope, GrantTerms, LedgerChange } from "./types"
import { endOf } from "./usable"
import { availableValue, entry, type EntryInput } from "./use-credits"

/**
 * CREDIT-9: staff correct a grant, with a reason. Credits that are added are a gift: they carry no money. Credits that
 * are taken away take their share of it along.
 * @throws DomainError `reason_required`, `insufficient_credits`, `credits_ended`
 */
export function adjustGrant(grant: CreditGrant, credits: number, input: EntryInput): CreditEntry {
  requireReason(input.reason)
  const end = endOf(grant)
  if (end !== null && hasCome(end.at, input.at))
    throw new DomainError("credits_ended", "These credits have ended. Give new ones instead.", {
      id: grant.id,
    })
  if (grant.granted_at === null || grant.available + credits < 0)
    refuseCredits({ wanted: -credits, left: grant.granted_at === null ? 0 : grant.available })
  const value = credits < 0 ? availableValue(grant, -credits) : 0
  return entry(grant, "adjust", { ...EMPTY, available: credits, available_value_minor: 0 - value }, input)
}

export interface GiftInput extends EntryInput {
  readonly id: string
  readonly membership_id: string
  readonly scope: GrantScope
  readonly credits: number
  readonly dates: GrantDates
  readonly revokes_at: GrantTerms["revokes_at"]
}

/** Credits that staff give beside what the plan gives; a gift carries no money. @throws DomainError `reason_required` */
export function giftCredits({ scope, dates, credits, ...input }: GiftInput): LedgerChange {
  requireReason(input.reason)
  const grant: GrantTerms = {
    ...dates,
    ...{ seat_id: scope.seat_id, service_ids: scope.service_ids },
    ...{ id: input.id, key: input.key, membership_id: input.membership_id, credits, value_minor: 0 },
    ...{ source: "adjust", source_grant_id: null, period_index: null, granted_at: input.at },
    ...{ given_expires_on: dates.expires_on, revokes_at: input.revokes_at },
  }
  return { grants: [grant], entries: [entry(grant, "adjust", { ...EMPTY, available: credits }, input)] }
}

function requireReason(reason: string | null): void {
  if (reason?.trim()) return
  throw new DomainError("reason_required", "Say why the credits change.", { field: "reason" })
}
