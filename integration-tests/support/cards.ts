import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SANDBOX_CARDS } from "../../src/providers/payment-sandbox"

export const SANDBOX = "pp_sandbox_sandbox"

interface SavedCard {
  readonly customer_id: string
  /** Of `SANDBOX_CARDS`: what becomes of what it is charged. */
  readonly name: string
}

/** A customer has a card of the sandbox saved, by which everything that they owe is paid from now on. */
export async function saveSandboxCard(
  container: MedusaContainer,
  { customer_id, name }: SavedCard
): Promise<void> {
  const membership = container.resolve("membership")
  const payments = container.resolve(Modules.PAYMENT)
  const customer = { id: customer_id, email: `${customer_id}@example.test` }
  const { id: account_holder_id, data } = await payments.createAccountHolder({
    provider_id: SANDBOX,
    context: { customer },
  })
  const { number: card_number } = SANDBOX_CARDS.find((card) => card.name === name)!
  const context = { account_holder: { data } }
  const method = await payments.createPaymentMethods({ provider_id: SANDBOX, data: { card_number }, context })
  const [saved] = await membership.listMembershipPaymentMethods({ customer_id })
  const way = { customer_id, provider_id: SANDBOX, account_holder_id, payment_method_id: method.id }
  if (saved) await membership.updateMembershipPaymentMethods({ id: saved.id, ...way } as never)
  else await membership.createMembershipPaymentMethods(way as never)
}
