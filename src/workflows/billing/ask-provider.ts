import type { MedusaContainer } from "@medusajs/framework/types"
import type { ChargeRefusalCode, LookupFinding } from "../../domain/billing/attempt-types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { SentAttempt } from "../../modules/membership/types"
import { PaymentGateway } from "./payment-gateway"
import { tellPaidBeside } from "./tell-paid-beside"
import { accountHolders, resultOf } from "./call-provider"

export interface AskedProvider {
  readonly found: LookupFinding
  /** Why the charge stays as it is; null where it was brought in step. */
  readonly refused: ChargeRefusalCode | null
}

/**
 * Asks the provider what became of an attempt, and brings its charge in step (BILL-4). It makes no payment.
 * @param options.only_news what is known of the attempt already is not written again
 */
export async function askProvider(
  container: MedusaContainer,
  sent: SentAttempt,
  { only_news = false }: { readonly only_news?: boolean } = {}
): Promise<AskedProvider> {
  const { charge_id, membership_id, attempt, asked_at, account_holder_id } = sent
  const holders = await accountHolders(container, [account_holder_id])
  const account_holder = holders.get(account_holder_id) ?? { data: {} }
  const { found, outcome } = await new PaymentGateway(container).lookUp(
    { ...sent, account_holder },
    { urgent: true }
  )
  if (only_news && outcome?.kind === sent.outcome) return { found, refused: null }
  const { refused } = await container.resolve(MEMBERSHIP_MODULE).recordChargeAnswers([
    {
      ...{ charge_id, membership_id, event: { type: "looked_up", attempt, asked_at, found } },
      ...(outcome ? { result: resultOf(attempt, outcome)! } : {}),
      action_url: outcome?.kind === "requires_action" ? outcome.url : null,
    },
  ])
  await tellPaidBeside(container, refused)
  return { found, refused: refused[0]?.code ?? null }
}
