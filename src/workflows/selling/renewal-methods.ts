import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { assertRenewalMethod, hasLaterCharges } from "../../domain/selling/renewal-method"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { PaymentGateway } from "../billing/payment-gateway"
import { savedMethodsOf } from "../billing/saved-methods"
import type { CartFacts } from "./cart-facts"

/** A payment session as it is, or as it is asked for. */
export interface OfferedPayment {
  readonly provider_id: string
  readonly data: Readonly<Record<string, unknown>>
}

export interface RenewingSale {
  readonly plan_ids: readonly string[]
  readonly variant_ids: readonly string[]
  /** The session that is about to be made; left out, those that the cart has. */
  readonly offered?: OfferedPayment | undefined
}

/**
 * SALE-12: where the studio takes no renewals by hand, something that can be charged later has to be saved, or to be
 * saved with this payment.
 * @throws DomainError `renewal_method_required`
 */
export async function assertRenewalMethods(
  container: MedusaContainer,
  cart: CartFacts,
  { plan_ids, variant_ids, offered }: RenewingSale
): Promise<void> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const { allow_manual_renewals } = await membership.readBillingSettings()
  if (allow_manual_renewals) return
  const today = await membership.today(null)
  const plans = [
    ...(plan_ids.length > 0 ? await membership.loadSalePlans({ ids: plan_ids }) : []),
    ...(variant_ids.length > 0 ? await membership.loadSalePlans({ variant_ids }) : []),
  ]
  const renewing = plans.find(({ plan }) => hasLaterCharges(plan, today))
  if (!renewing) return
  const has_account = await hasAccount(container, cart.customer_id)
  const has_method = has_account && (await hasMethod(container, cart, cart.customer_id!, offered))
  assertRenewalMethod({ is_manual_allowed: false, has_account, has_method }, renewing.plan.id)
}

async function hasAccount(container: MedusaContainer, customer_id: string | null): Promise<boolean> {
  if (customer_id === null) return false
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "customer", fields: ["has_account"], filters: { id: customer_id } })
  return (data as { has_account: boolean }[])[0]?.has_account ?? false
}

async function hasMethod(
  container: MedusaContainer,
  cart: CartFacts,
  customer_id: string,
  offered: OfferedPayment | undefined
): Promise<boolean> {
  const [chosen] = await container
    .resolve(MEMBERSHIP_MODULE)
    .listMembershipPaymentMethods({ customer_id }, { take: 1 })
  if (chosen) return true
  const gateway = new PaymentGateway(container)
  const payments = offered ? [offered] : await sessionsOf(container, cart)
  const saving = payments.filter(({ provider_id }) => gateway.savesMethods(provider_id))
  if (saving.some(({ data }) => data.setup_future_usage === "off_session")) return true
  const named = saving.flatMap(({ data: { payment_method: id } }) => (typeof id === "string" ? [id] : []))
  if (named.length === 0) return false
  const { methods } = await savedMethodsOf(container, customer_id)
  return methods.some(({ payment_method_id }) => named.includes(payment_method_id))
}

interface StoredSession extends OfferedPayment {
  readonly context: { readonly account_holder?: unknown } | null
}

/** Those that were made for a logged-in customer: for a guest nothing is saved, whatever the session says. */
async function sessionsOf(container: MedusaContainer, { of }: CartFacts): Promise<OfferedPayment[]> {
  if (!("cart_id" in of)) return []
  const fields = ["provider_id", "data", "context"].map(
    (name) => `payment_collection.payment_sessions.${name}`
  )
  const { data } = await container
    .resolve(ContainerRegistrationKeys.QUERY)
    .graph({ entity: "cart", fields, filters: { id: of.cart_id } })
  const [cart] = data as unknown as { payment_collection?: { payment_sessions?: StoredSession[] } }[]
  return (cart?.payment_collection?.payment_sessions ?? []).filter(({ context }) => context?.account_holder)
}
