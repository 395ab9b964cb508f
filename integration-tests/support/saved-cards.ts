import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import type { Json } from "./shop"

const provider_id = "pp_sandbox_sandbox"

/** Has a card of the sandbox saved for a customer, by which their renewals are paid from now on. */
export async function saveCard(container: MedusaContainer, customer_id: string, name: string): Promise<void> {
  const payments = container.resolve(Modules.PAYMENT)
  const membership = container.resolve("membership")
  const customer = { id: customer_id, email: `${customer_id}@example.test` }
  const { id: account_holder_id, data } = await payments.createAccountHolder({
    provider_id,
    context: { customer },
  })
  const { number: card_number } = SANDBOX_CARDS.find((card) => card.name === name)!
  const context = { account_holder: { data } }
  const method = await payments.createPaymentMethods({ provider_id, data: { card_number }, context })
  const [saved] = (await membership.listMembershipPaymentMethods({ customer_id })) as Json[]
  const way = { customer_id, provider_id, account_holder_id, payment_method_id: method.id }
  if (saved) await membership.updateMembershipPaymentMethods({ id: saved.id, ...way } as never)
  else await membership.createMembershipPaymentMethods(way as never)
}
