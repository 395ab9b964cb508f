import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { listCaptures, SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { followDunning } from "../../src/workflows/billing/follow-dunning"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import type { Json } from "./shop"

export const SANDBOX = "pp_sandbox_sandbox"

/** What renewals are told with: cards of the sandbox, the studio's work, and the books of the bank. */
export function renewals(container: MedusaContainer) {
  const membership = container.resolve("membership")
  const chargesOf = async (membership_id: string): Promise<Json[]> =>
    (await membership.listMembershipCharges(
      { membership_id },
      { order: { period_index: "ASC", payer_key: "ASC" } }
    )) as Json[]
  return {
    chargesOf,
    /** All that the jobs do about renewals, as often and by as many as it comes. */
    work: async (): Promise<void> => {
      await workOnCharges(container)
      await orderCharges(container)
      await followDunning(container)
    },
    /** Has a card of the sandbox saved, and pays renewals by it. */
    saveCard: async (customer_id: string, name: string): Promise<void> => {
      const payments = container.resolve(Modules.PAYMENT)
      const customer = { id: customer_id, email: `${customer_id}@example.test` }
      const { id: account_holder_id, data } = await payments.createAccountHolder({
        provider_id: SANDBOX,
        context: { customer },
      })
      const { number: card_number } = SANDBOX_CARDS.find((card) => card.name === name)!
      const context = { account_holder: { data } }
      const method = await payments.createPaymentMethods({
        provider_id: SANDBOX,
        data: { card_number },
        context,
      })
      const [saved] = await membership.listMembershipPaymentMethods({ customer_id })
      const way = { customer_id, provider_id: SANDBOX, account_holder_id, payment_method_id: method.id }
      if (saved) await membership.updateMembershipPaymentMethods({ id: saved.id, ...way } as never)
      else await membership.createMembershipPaymentMethods(way as never)
    },
    /** What the bank took for renewals, the oldest first. */
    captures: async (): Promise<Json[]> =>
      (await listCaptures(container.resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures as Json[],
    /** "paid 100.00 from 2027-04-01", in the order of the periods. */
    told: async (membership_id: string): Promise<string[]> =>
      (await chargesOf(membership_id)).map(
        ({ status, total_minor, period_starts_on }) =>
          `${status} ${(Number(total_minor) / 100).toFixed(2)} from ${period_starts_on}`
      ),
  }
}

export const MONTHLY = {
  billing: { type: "recurring" as const, interval: "month" as const, interval_count: 1 },
  validity: { unit: "month" as const, count: 1 },
}
