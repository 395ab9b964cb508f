import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { cancelUnpaid, notePayers } from "../../src/workflows/billing/follow-dunning"
import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { saveSandboxCard } from "./cards"
import type { Json } from "./shop"

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
      await cancelUnpaid(container)
      await notePayers(container)
    },
    /** Has a card of the sandbox saved, and pays renewals by it. */
    saveCard: (customer_id: string, name: string): Promise<void> =>
      saveSandboxCard(container, { customer_id, name }),
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
