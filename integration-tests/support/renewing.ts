import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { NewPlan } from "../../src/domain/plans/defaults"
import { MEMBERSHIP_MODULE } from "../../src/modules/membership"
import { ACTOR, MONTHLY, sellCredits } from "../../src/modules/membership/__tests__/credit-sale"
import { SANDBOX_CARDS } from "../../src/providers/payment-sandbox"

export const SANDBOX = "pp_sandbox_sandbox"

/** A membership that renews, and who pays for it. */
export interface Renewing {
  readonly membership_id: string
  readonly customer_id: string
}

let people = 0

/** Four credits a month for one seat, sold and paid now, to somebody whose saved card is such a one of the sandbox. */
export async function sellRenewing(
  container: MedusaContainer,
  card: string,
  plan: Partial<NewPlan> = {}
): Promise<Renewing> {
  const module = container.resolve(MEMBERSHIP_MODULE)
  const membership_id = await sellCredits(module, {
    ...MONTHLY,
    ...{ renewal: { mode: "period_end" }, validity: { unit: "month", count: 1 } },
    ...plan,
  })
  people += 1
  const customer_id = `cus_renewing_${people}`
  await container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)("membership")
    .where({ id: membership_id })
    .update({ customer_id })
  await saveCard(container, customer_id, card)
  return { membership_id, customer_id }
}

/** Has a card of the sandbox saved by which the customer pays from now on. @returns the bank's id of it */
export async function saveCard(
  container: MedusaContainer,
  customer_id: string,
  card: string
): Promise<string> {
  const payments = container.resolve(Modules.PAYMENT)
  const module = container.resolve(MEMBERSHIP_MODULE)
  const [known] = await module.listMembershipPaymentMethods({ customer_id })
  const holder = known
    ? await accountHolder(container, known.account_holder_id)
    : await payments.createAccountHolder({
        provider_id: SANDBOX,
        context: { customer: { id: customer_id, email: `${customer_id}@example.test` } },
      })
  const { number: card_number } = SANDBOX_CARDS.find(({ name }) => name === card)!
  const { id: payment_method_id } = await payments.createPaymentMethods({
    ...{ provider_id: SANDBOX, data: { card_number }, context: { account_holder: { data: holder.data } } },
  })
  const saved = { customer_id, provider_id: SANDBOX, account_holder_id: holder.id }
  if (known) await module.updateMembershipPaymentMethods({ id: known.id, payment_method_id } as never)
  else await module.createMembershipPaymentMethods({ ...saved, payment_method_id } as never)
  return payment_method_id
}

export async function accountHolder(container: MedusaContainer, id: string) {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    ...{ entity: "account_holder", fields: ["id", "data"], filters: { id } },
  })
  return data[0] as { id: string; data: Record<string, unknown> }
}

/** The studio's clock, from now on frozen then. */
export const setClock = async (container: MedusaContainer, now: string): Promise<void> =>
  container.resolve(MEMBERSHIP_MODULE).adjustStudioClock({ now, actor: ACTOR })

/** The bank remembers no idempotency key any more: it was asked longer ago than it keeps them. */
export const forgetKeys = async (container: MedusaContainer): Promise<unknown> =>
  container
    .resolve(ContainerRegistrationKeys.PG_CONNECTION)
    .raw("update payment_sandbox_key set created_at = created_at - interval '25 hours'")
