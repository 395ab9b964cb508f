import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { fromMinor } from "../../domain/money/amounts"
import { outcomeOf, outcomeOfError, type ProviderAnswer, type ProviderOutcome } from "./provider-outcome"

/** One attempt to charge a saved payment method (BILL-3). */
export interface PaymentRequest {
  readonly provider_id: string
  /** Of the provider; the same for the same attempt, however often it is sent (BILL-4). */
  readonly idempotency_key: string
  readonly amount_minor: number
  readonly currency_code: string
  readonly payment_method_id: string
  /** As the provider knows the payer. */
  readonly account_holder: { readonly data: Record<string, unknown> }
  /** Kept by the provider with the payment, to be found by. */
  readonly metadata: Readonly<Record<string, string>>
}

/** What the payment module calls its providers with. It is not part of its interface: see ADR 0007. */
interface ProviderService {
  createSession: (provider_id: string, input: object) => Promise<ProviderAnswer>
  getStatus: (provider_id: string, input: object) => Promise<ProviderAnswer>
}

/** Charges saved payment methods. Nothing that a provider does or fails to do makes it throw. */
export class PaymentGateway {
  private readonly providers: ProviderService

  /** @throws when the platform's payment module has changed so that its providers cannot be reached */
  constructor(container: MedusaContainer) {
    const { paymentProviderService_ } = container.resolve(Modules.PAYMENT) as unknown as {
      paymentProviderService_?: ProviderService
    }
    if (!paymentProviderService_?.createSession || !paymentProviderService_.getStatus)
      throw new Error(
        "This version of Medusa's payment module gives no access to its providers, so nothing can be renewed. Use the version that the plugin names."
      )
    this.providers = paymentProviderService_
  }

  async charge({
    provider_id,
    amount_minor,
    currency_code,
    ...request
  }: PaymentRequest): Promise<ProviderOutcome> {
    const { idempotency_key, account_holder, payment_method_id: payment_method, metadata } = request
    const data = { payment_method, off_session: true, confirm: true, capture_method: "automatic", metadata }
    const amount = fromMinor(amount_minor, currency_code)
    return told(() =>
      this.providers.createSession(provider_id, {
        ...{ amount, currency_code, data },
        context: { idempotency_key, account_holder },
      })
    )
  }

  /** What has become of a payment that the provider has named. */
  async statusOf(provider_id: string, reference: string): Promise<ProviderOutcome> {
    return told(() => this.providers.getStatus(provider_id, { data: { id: reference } }))
  }
}

async function told(call: () => Promise<ProviderAnswer>): Promise<ProviderOutcome> {
  try {
    return outcomeOf(await call())
  } catch (error) {
    return outcomeOfError(error)
  }
}
