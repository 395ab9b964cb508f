import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { assert, DomainError } from "../../domain/errors"
import { PaymentGateway } from "./payment-gateway"
import {
  type AccountHolder,
  accountHoldersOf,
  savedMethodsOf,
  type SavedPaymentMethod,
} from "./saved-methods"

export interface SavePaymentMethodInput {
  readonly customer_id: string
  readonly provider_id: string
  /** What the provider asks for. */
  readonly data: Readonly<Record<string, unknown>>
}

export interface SavedOrToConfirm {
  /** null until the customer has confirmed it with the provider. */
  readonly method: SavedPaymentMethod | null
  /** What the storefront hands to the provider's own form; with Stripe a SetupIntent. */
  readonly confirmation: {
    readonly id: string
    readonly status: string | null
    readonly client_secret: string | null
  } | null
}

const savePaymentMethodStep = createStep(
  "membership-save-payment-method",
  async ({ customer_id, provider_id, data }: SavePaymentMethodInput, { container }) => {
    const gateway = await gatewayFor(container, provider_id)
    const holder = await accountHolder(container, customer_id, provider_id)
    const made = await gateway.saveMethod(holder, data)
    const id = text(made.id)
    assert(id !== null, `provider ${provider_id} names what it saved`)
    const told = (made.data ?? {}) as { status?: unknown; client_secret?: unknown }
    const { methods } = await savedMethodsOf(container, customer_id)
    const method = methods.find((each) => each.provider_id === provider_id && each.payment_method_id === id)
    return new StepResponse<SavedOrToConfirm>({
      method: method ?? null,
      confirmation: method
        ? null
        : { id, status: text(told.status), client_secret: text(told.client_secret) },
    })
  }
)

/** A customer has a payment method saved at a provider; whether it pays renewals is for them to choose (SALE-12). */
export const savePaymentMethodWorkflow = createWorkflow(
  "membership-save-payment-method",
  (input: SavePaymentMethodInput) => new WorkflowResponse(savePaymentMethodStep(input))
)

async function gatewayFor(container: MedusaContainer, provider_id: string): Promise<PaymentGateway> {
  const gateway = new PaymentGateway(container)
  const enabled = await container
    .resolve(Modules.PAYMENT)
    .listPaymentProviders({ id: provider_id, is_enabled: true })
  if (enabled.length > 0 && gateway.savesMethods(provider_id)) return gateway
  throw new DomainError(
    "payment_method_not_savable",
    "Nothing can be saved with this payment provider. Choose another one.",
    { field: "provider_id", provider_id }
  )
}

/** As whom the provider knows the customer, from now on if not before; linked as the platform's checkout links it. */
async function accountHolder(
  container: MedusaContainer,
  customer_id: string,
  provider_id: string
): Promise<AccountHolder> {
  const known = (await accountHoldersOf(container, customer_id)).find(
    (each) => each.provider_id === provider_id
  )
  if (known) return known
  const customer = await container.resolve(Modules.CUSTOMER).retrieveCustomer(customer_id)
  const { id, email, company_name, first_name, last_name, phone } = customer
  const made = await container.resolve(Modules.PAYMENT).createAccountHolder({
    provider_id,
    context: { customer: { id, email, company_name, first_name, last_name, phone } },
  })
  await container.resolve(ContainerRegistrationKeys.LINK).create({
    [Modules.CUSTOMER]: { customer_id },
    [Modules.PAYMENT]: { account_holder_id: made.id },
  })
  return made
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
