import { DomainError } from "../errors"
import { sumMinor } from "../money/amounts"
import type { CreditExchange } from "../plans/types"
import { chooseGrants } from "./choose-grants"
import { EMPTY } from "./ledger"
import type { CreditEntry, CreditGrant, GrantTerms, LedgerChange } from "./types"
import type { CreditUse } from "./usable"
import { availableValue, entry, type EntryInput } from "./use-credits"
import { compareUseOrder } from "./use-order"

export interface ExchangeInput extends EntryInput {
  readonly grants: readonly CreditGrant[]
  readonly exchanges: readonly CreditExchange[]
  readonly from_service_id: string
  readonly to_service_id: string
  /** How many times the ratio: 3 of "2 for 1" is 6 credits for 3. */
  readonly times: number
  readonly seat_id: string | null
  readonly newId: () => string
}

/**
 * CREDIT-8: credits of one service become credits of another, at the plan's ratio. Their value goes along, and so does
 * the soonest expiry of those exchanged, so that nothing lives longer for it.
 * @throws DomainError `exchange_not_allowed` where the plan has no such ratio, `insufficient_credits`
 */
export function exchangeCredits(input: ExchangeInput): LedgerChange {
  const { from_service_id, to_service_id, times, seat_id, at } = input
  const ratio = input.exchanges.find(
    (each) => each.from_service_id === from_service_id && each.to_service_id === to_service_id
  )
  if (!ratio) {
    const details = { from_service_id, to_service_id }
    throw new DomainError("exchange_not_allowed", "The plan does not exchange these credits.", details)
  }
  // Credits that open more than this one service are worth more than the ratio says.
  const own = input.grants.filter(({ service_ids }) => service_ids?.length === 1)
  const use = { seat_id, service_id: from_service_id, credits: ratio.from_credits * times, at, now: at }
  const taken = take(own, use, null)
  const [soonest] = taken.map(({ grant }) => grant).sort(compareUseOrder)
  const into = { ...soonest!, service_ids: [to_service_id], credits: ratio.to_credits * times }
  return move(taken, "exchange", into, input)
}

export interface TransferInput extends EntryInput {
  readonly grants: readonly CreditGrant[]
  readonly transferable: boolean
  readonly use: CreditUse
  /** Staff chose this grant. */
  readonly grant_id: string | null
  /** Where the other member sits. */
  readonly to: Pick<GrantTerms, "membership_id" | "seat_id" | "revokes_at">
  readonly newId: () => string
}

/**
 * CREDIT-8: gives credits to another member, with their value, services and expiry, where the plan allows.
 * @throws DomainError `transfer_not_allowed`, `insufficient_credits`
 */
export function transferCredits(input: TransferInput): LedgerChange {
  const { grants, transferable, use, grant_id, to } = input
  if (!transferable)
    throw new DomainError("transfer_not_allowed", "The plan does not let members give credits away.")
  const changes = take(grants, use, grant_id).map((each, index) => {
    const into = { ...each.grant, ...to, credits: each.credits }
    return move([each], "transfer", into, { ...input, key: keyOf(input.key, index) })
  })
  return { grants: changes.flatMap((each) => each.grants), entries: changes.flatMap((each) => each.entries) }
}

/** The key of the n-th entry of one decision: the first has the key itself, by which a repetition finds it. */
export const keyOf = (key: string, index: number): string => (index === 0 ? key : `${key}#${index + 1}`)

interface Taken {
  readonly grant: CreditGrant
  readonly credits: number
}

function take(grants: readonly CreditGrant[], use: CreditUse, grant_id: string | null): Taken[] {
  const takes = chooseGrants(grants, use, "redeem", grant_id)
  return takes.map(({ grant_id: id, credits }) => ({
    grant: grants.find((grant) => grant.id === id)!,
    credits,
  }))
}

/** Out of the grants taken from, with all their value into a new one that is like the one described. */
function move(
  taken: readonly Taken[],
  kind: "exchange" | "transfer",
  like: CreditGrant,
  input: EntryInput & { readonly newId: () => string }
): LedgerChange {
  const out = taken.map(({ grant, credits }, index): CreditEntry => {
    const available_value_minor = 0 - availableValue(grant, credits)
    const change = { ...EMPTY, available: -credits, available_value_minor }
    return entry(grant, kind, change, { ...input, key: keyOf(input.key, index) })
  })
  const value_minor = -sumMinor(out.map((each) => each.available_value_minor)) + 0
  const { available: _a, reserved: _r, available_value_minor: _v, reserved_value_minor: _w, ...terms } = like
  const into: GrantTerms = {
    ...terms,
    ...{ id: input.newId(), key: input.key, source: kind, source_grant_id: taken[0]!.grant.id, value_minor },
    given_expires_on: like.expires_on,
  }
  const change = { ...EMPTY, available: like.credits, available_value_minor: value_minor }
  return {
    grants: [into],
    entries: [...out, entry(into, kind, change, { ...input, key: `${input.key}:in` })],
  }
}
