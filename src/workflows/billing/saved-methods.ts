import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { lastDayOfCard, methodLabel } from "../../domain/billing/payment-methods"
import { DomainError } from "../../domain/errors"
import { PaymentGateway } from "./payment-gateway"
import type { PayerMethod } from "../../modules/membership/types"

/** As whom a provider knows a customer; guests have none. */
export interface AccountHolder {
  readonly id: string
  readonly provider_id: string
  readonly data: Record<string, unknown>
}

/** A method that a provider keeps for a customer. */
export interface SavedPaymentMethod extends PayerMethod {
  readonly brand: string | null
  readonly last4: string | null
}

export interface SavedPaymentMethods {
  readonly methods: readonly SavedPaymentMethod[]
  /** Providers that did not answer: what they keep is not among the methods. */
  readonly unavailable_provider_ids: readonly string[]
}

/** The customer's account holders at providers that are switched on and keep methods. */
export async function accountHoldersOf(
  container: MedusaContainer,
  customer_id: string
): Promise<AccountHolder[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "customer",
    fields: ["account_holders.id", "account_holders.provider_id", "account_holders.data"],
    filters: { id: customer_id },
  })
  const [customer] = data as unknown as { account_holders?: (AccountHolder | null)[] | null }[]
  const holders = (customer?.account_holders ?? []).filter((holder) => holder !== null)
  if (holders.length === 0) return []
  const enabled = await container.resolve(Modules.PAYMENT).listPaymentProviders({ is_enabled: true })
  const gateway = new PaymentGateway(container)
  const ids = new Set(enabled.flatMap(({ id }) => (gateway.savesMethods(id) ? [id] : [])))
  return holders.filter(({ provider_id }) => ids.has(provider_id))
}

/** What the providers keep for a customer, each asked at once; never more of a number than its last four digits. */
export async function savedMethodsOf(
  container: MedusaContainer,
  customer_id: string
): Promise<SavedPaymentMethods> {
  const holders = await accountHoldersOf(container, customer_id)
  const asked = await Promise.allSettled(holders.map((holder) => methodsOfHolder(container, holder)))
  return {
    methods: asked.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : [])),
    unavailable_provider_ids: holders.flatMap(({ provider_id }, at) =>
      asked[at]!.status === "rejected" ? [provider_id] : []
    ),
  }
}

/** @throws DomainError `not_found` for what is not the customer's own; `conflict` where a provider that may have it is away */
export async function savedMethod(
  container: MedusaContainer,
  customer_id: string,
  id: string
): Promise<SavedPaymentMethod> {
  const { methods, unavailable_provider_ids } = await savedMethodsOf(container, customer_id)
  const method = methods.find(({ payment_method_id }) => payment_method_id === id)
  if (method) return method
  if (unavailable_provider_ids.length > 0)
    throw new DomainError("conflict", "The payment provider does not answer right now. Try again later.", {
      provider_ids: unavailable_provider_ids,
    })
  throw new DomainError("not_found", `You have no saved payment method with the id ${id}.`, { id })
}

export async function methodsOfHolder(
  container: MedusaContainer,
  { id: account_holder_id, provider_id, data }: AccountHolder
): Promise<SavedPaymentMethod[]> {
  const context = { account_holder: { data } }
  const methods = await container.resolve(Modules.PAYMENT).listPaymentMethods({ provider_id, context })
  return methods.map((method) => toSaved({ account_holder_id, provider_id }, method))
}

type Fields = Readonly<Record<string, unknown>>

/** Reads what providers share with Stripe's form: a type, and under its name what may be shown of it. */
function toSaved(
  holder: Pick<PayerMethod, "account_holder_id" | "provider_id">,
  { id: payment_method_id, data }: { readonly id: string; readonly data: unknown }
): SavedPaymentMethod {
  const told = fieldsOf(data)
  const type = text(told.type) ?? "card"
  const face = fieldsOf(told[type])
  const brand = text(face.brand)
  const last4 = text(face.last4)
  return {
    ...holder,
    ...{ payment_method_id, brand, last4, label: methodLabel({ type, brand, last4 }) },
    expires_on: lastDayOfCard({ exp_month: Number(face.exp_month), exp_year: Number(face.exp_year) }),
  }
}

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
