import { chooseGrants } from "../credits/choose-grants"
import type { CreditGrant } from "../credits/types"
import { compareUseOrder } from "../credits/use-order"
import { isUsable, takeable } from "../credits/usable"
import { DomainError } from "../errors"
import { compareInstants, hasCome } from "../time/calendar"
import { creditsAt } from "./credits-at"
import { freeGuestPass } from "./guest-passes"
import { REASONS, severity } from "./reasons"
import { repeatReason } from "./repeated-visit"
import { membershipReasons } from "./seat-reasons"
import type {
  AccessDecision,
  AccessFacts,
  AccessOption,
  AccessQuestion,
  AccessReason,
  MembershipAccess,
} from "./types"
import { placeReasons, planReasons } from "./visit-reasons"

interface Looked {
  readonly option: AccessOption
  /** The grant that would be used first; null where visits are not counted. */
  readonly first_grant: CreditGrant | null
}

/**
 * ACCESS-1: may this person use this service at this location at this time, and with what. The same facts give the same
 * answer whether somebody stands at the door or staff ask about another time or place; nothing is written.
 */
export function decideAccess(facts: AccessFacts, question: AccessQuestion): AccessDecision {
  const memberships = facts.memberships.filter(
    ({ membership_id, facts: { voided_at } }) =>
      !hasCome(voided_at, question.at) && (question.membership_id ?? membership_id) === membership_id
  )
  const always = [...placeReasons(question), ...asList(repeatReason(facts.last_visits, question))]
  if (memberships.length === 0)
    return { allowed: false, with: null, reasons: sorted([REASONS.noMembership(), ...always]), options: [] }
  const looked = memberships.map((membership) => look(membership, facts, question, always)).sort(compare)
  const options = looked.map(({ option }) => option)
  const [best] = options
  return { allowed: best!.reasons.length === 0, with: best!, reasons: best!.reasons, options }
}

function look(
  membership: MembershipAccess,
  { person }: AccessFacts,
  question: AccessQuestion,
  always: readonly AccessReason[]
): Looked {
  const reasons = [
    ...membershipReasons(membership, person, question),
    ...planReasons(membership, question),
    ...always,
  ]
  const payment = question.is_guest ? guestPass(membership, question) : pay(membership, question)
  const { plan, seat, membership_id, display_id, facts } = membership
  return {
    first_grant: payment.first_grant,
    option: {
      ...{ membership_id, display_id, plan_id: plan.id, plan_name: plan.name },
      ...{ seat_id: seat?.id ?? null, seat_label: seat?.label ?? null },
      ...payment.option,
      starts_term: facts.starts_at === null && !question.is_guest,
      reasons: sorted([...reasons, ...asList(payment.reason)]),
    },
  }
}

interface Payment {
  readonly option: Pick<AccessOption, "pays_with" | "cost" | "credits_left" | "takes">
  readonly reason: AccessReason | null
  readonly first_grant: CreditGrant | null
}

const FREE = { cost: 0, credits_left: null, takes: [] } as const

/** With what a visit is paid: nothing where visits are not counted, or credits in the order of CREDIT-2. */
function pay(membership: MembershipAccess, question: AccessQuestion): Payment {
  const { credits, seat } = membership
  if (credits.plan.entitlement.type === "unlimited")
    return { option: { ...FREE, pays_with: "unlimited" }, reason: null, first_grant: null }
  const { at, now, service, grant_id = null } = question
  const cost = service?.credit_cost ?? 1
  const use = { seat_id: seat?.id ?? null, service_id: service?.id ?? null, credits: cost, at, now }
  // Of a period that is still to come nothing can be taken yet, but it will be there by then.
  const kind = compareInstants(at, now) > 0 ? "reserve" : "redeem"
  const usable = creditsAt(credits, question)
    .filter((grant) => isUsable(grant, use))
    .sort(compareUseOrder)
  const left = usable.reduce((sum, grant) => sum + Math.max(0, takeable(grant, kind)), 0)
  try {
    const takes = chooseGrants(usable, use, kind, grant_id)
    const first_grant = usable.find(({ id }) => id === takes[0]!.grant_id)!
    return {
      option: { pays_with: "credits", cost, credits_left: left - cost, takes },
      reason: null,
      first_grant,
    }
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "insufficient_credits") throw error
    const option = { pays_with: "credits", cost, credits_left: left, takes: [] } as const
    const unpaid = hasCome(membership.facts.past_due_since, now)
    return { option, reason: REASONS.noCredits(cost, left, unpaid), first_grant: null }
  }
}

/** ACCESS-6: passes refresh with each billing period. */
function guestPass(membership: MembershipAccess, { at }: AccessQuestion): Payment {
  const is_left = freeGuestPass(membership, at) !== null
  const reason = is_left ? null : REASONS.noGuestPass(membership.plan.guest_passes_per_period)
  return { option: { ...FREE, pays_with: "guest_pass" }, reason, first_grant: null }
}

/**
 * ACCESS-3: who lets in before who does not; unlimited before credits, then CREDIT-2. Of those that do not, the one that
 * came nearest: its first reason is the last that a visit can fail on. The oldest membership decides what is left.
 */
function compare(a: Looked, b: Looked): number {
  return (
    nearness(b) - nearness(a) ||
    Number(b.option.pays_with !== "credits") - Number(a.option.pays_with !== "credits") ||
    (a.first_grant && b.first_grant ? compareUseOrder(a.first_grant, b.first_grant) : 0) ||
    a.option.display_id - b.option.display_id
  )
}

const nearness = ({ option: { reasons } }: Looked): number =>
  reasons.length === 0 ? Number.MAX_SAFE_INTEGER : severity(reasons[0]!.code)

const sorted = (reasons: readonly AccessReason[]): AccessReason[] =>
  [...reasons].sort((a, b) => severity(a.code) - severity(b.code))

const asList = <Item>(item: Item | null): Item[] => (item === null ? [] : [item])
