import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AttemptOutcome } from "../../domain/billing/attempt-types"
import type { AttemptRequest, ChargeAnswer, ClaimedCharge } from "../../modules/membership/types"
import type { PaymentGateway, PaymentRequest } from "./payment-gateway"
import type { ProviderOutcome } from "./provider-outcome"

export interface Holder {
  readonly data: Record<string, unknown>
}
export type Holders = ReadonlyMap<string, Holder>

/** As whom providers know payers, by the ids of their account holders. */
export async function accountHolders(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<Map<string, Holder>> {
  if (ids.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "account_holder",
    fields: ["id", "data"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map((data as { id: string; data: Record<string, unknown> }[]).map((each) => [each.id, each]))
}

/** Sends a claimed charge to its provider, or asks what became of it (BILL-3, BILL-4). It never throws. */
export async function callProvider(
  gateway: PaymentGateway,
  { id: charge_id, membership_id, token, attempt, task, asked_at }: ClaimedCharge,
  { holders, urgent }: { readonly holders: Holders; readonly urgent: boolean }
): Promise<ChargeAnswer> {
  const answer = (event: ChargeAnswer["event"], outcome: ProviderOutcome | null): ChargeAnswer => ({
    ...{ charge_id, membership_id, event, paid_by: "provider" },
    ...(outcome ? { result: resultOf(attempt, outcome) } : {}),
    action_url: outcome?.kind === "requires_action" ? outcome.url : null,
  })
  if (task.do === "send") {
    const outcome = await gateway.charge(requestOf(task.request, holders), { urgent })
    return answer({ type: "answered", token, attempt, outcome: attemptOutcome(outcome) }, outcome)
  }
  const account_holder = holderOf(holders, task.request)
  const { found, outcome } = await gateway.lookUp({ ...task, ...task.request, account_holder }, { urgent })
  return answer({ type: "looked_up", attempt, asked_at, found }, outcome)
}

function requestOf(
  { charge_id, membership_id, ...request }: AttemptRequest,
  holders: Holders
): PaymentRequest {
  return { ...request, account_holder: holderOf(holders, request), metadata: { charge_id, membership_id } }
}

const holderOf = (holders: Holders, { account_holder_id }: { readonly account_holder_id: string }): Holder =>
  holders.get(account_holder_id) ?? { data: {} }

function attemptOutcome(outcome: ProviderOutcome): AttemptOutcome {
  return outcome.kind === "declined" ? { result: "declined", code: outcome.code } : { result: outcome.kind }
}

export const resultOf = (number: number, outcome: ProviderOutcome): ChargeAnswer["result"] => ({
  ...{ number, outcome: outcome.kind },
  code: outcome.kind === "declined" ? outcome.code : null,
  message: "message" in outcome ? outcome.message : null,
  provider_reference: "reference" in outcome ? outcome.reference : null,
})
