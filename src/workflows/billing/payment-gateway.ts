import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { LookupFinding } from "../../domain/billing/attempt-types"
import { fromMinor } from "../../domain/money/amounts"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import {
  confirmationOf,
  outcomeOf,
  outcomeOfError,
  type PayerConfirmation,
  type ProviderAnswer,
  type ProviderOutcome,
} from "./provider-outcome"
import { limiterOf, type PaymentLimits } from "./rate-limiter"
import { findStripePayment } from "./stripe-payments"

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

/** A payment of which nobody knows what became of it. */
export interface PaymentLookUp {
  readonly provider_id: string
  readonly idempotency_key: string
  /** What the provider has called it; null where it never answered. */
  readonly reference: string | null
  /** The provider still remembers the key, so that sending it again makes no second payment. */
  readonly key_is_alive: boolean
  readonly payment_method_id: string
  /** As the provider knows the payer whom it was asked to charge. */
  readonly account_holder: { readonly data: Record<string, unknown> }
}

/** What the provider knows of it, and the outcome by which it is kept. */
export interface LookedUp {
  readonly found: LookupFinding
  readonly outcome: ProviderOutcome | null
}

/** What the payment module calls its providers with. It is not part of its interface: see ADR 0007. */
interface ProviderService {
  createSession: (provider_id: string, input: object) => Promise<ProviderAnswer>
  getStatus: (provider_id: string, input: object) => Promise<ProviderAnswer>
  cancelPayment: (provider_id: string, input: object) => Promise<unknown>
  savePaymentMethod: (provider_id: string, input: object) => Promise<ProviderAnswer>
  retrieveProvider: (provider_id: string) => FindsPayments
}

/** What a provider may offer beyond the platform's interface: the payment of a key, or null where there is none. */
interface FindsPayments {
  savePaymentMethod?: unknown
  listPaymentMethods?: (input: object) => Promise<readonly { readonly id: string }[]>
  findPayment?: (input: { readonly idempotency_key: string }) => Promise<ProviderAnswer | null>
}

/** Charges saved payment methods. Nothing that a provider does or fails to do makes a charge or a look-up throw. */
export class PaymentGateway {
  private readonly providers: ProviderService
  private readonly limits: Partial<PaymentLimits>

  /** @throws when the platform's payment module has changed so that its providers cannot be reached */
  constructor(container: MedusaContainer) {
    const { paymentProviderService_: providers } = container.resolve(Modules.PAYMENT) as unknown as {
      paymentProviderService_?: Partial<ProviderService>
    }
    if (
      !providers?.createSession ||
      !providers.getStatus ||
      !providers.cancelPayment ||
      !providers.savePaymentMethod ||
      !providers.retrieveProvider
    )
      throw new Error(
        "This version of Medusa's payment module gives no access to its providers, so nothing can be renewed. Use the version that the plugin names."
      )
    this.providers = providers as ProviderService
    this.limits = container.resolve(MEMBERSHIP_MODULE).paymentLimits() ?? {}
  }

  /** Whether a provider keeps methods that can be charged later (SALE-12); one that is not there keeps none. */
  savesMethods(provider_id: string): boolean {
    try {
      const { savePaymentMethod, listPaymentMethods } = this.providers.retrieveProvider(provider_id)
      return Boolean(savePaymentMethod && listPaymentMethods)
    } catch {
      return false
    }
  }

  /** As the payment module does, which keeps no more of a refusal than its sentence. @throws what the provider throws */
  async saveMethod(
    { provider_id, data }: { readonly provider_id: string; readonly data: Record<string, unknown> },
    asked: Readonly<Record<string, unknown>>
  ): Promise<ProviderAnswer> {
    return this.providers.savePaymentMethod(provider_id, {
      data: asked,
      context: { account_holder: { data } },
    })
  }

  /** @param urgent a person waits for it: it goes before what a run does by itself */
  async charge(
    { provider_id, ...request }: PaymentRequest,
    { urgent = false } = {}
  ): Promise<ProviderOutcome> {
    const { amount_minor, currency_code, idempotency_key, account_holder, metadata } = request
    const { payment_method_id: payment_method } = request
    const data = {
      ...{ payment_method, off_session: true, confirm: true, capture_method: "automatic" },
      // By the key a payment is found also where a provider tells of none (BILL-4).
      metadata: { ...metadata, idempotency_key },
    }
    const amount = fromMinor(amount_minor, currency_code)
    const session = { amount, currency_code, data, context: { idempotency_key, account_holder } }
    return told(() =>
      limiterOf(provider_id, this.limits).run(() => this.providers.createSession(provider_id, session), {
        urgent,
      })
    )
  }

  /**
   * What became of a payment, without ever making one (BILL-4). Where a provider cannot be asked for a key, it counts as
   * not found while the key lives: sending the same key again finds the payment, or makes the one that is wanted.
   */
  async lookUp(asked: PaymentLookUp, { urgent = false } = {}): Promise<LookedUp> {
    return limiterOf(asked.provider_id, this.limits).run(() => this.find(asked), { urgent })
  }

  private async find(asked: PaymentLookUp): Promise<LookedUp> {
    const { provider_id, idempotency_key, reference, key_is_alive } = asked
    if (reference !== null) return this.look(provider_id, reference)
    try {
      // One that was taken out of the configuration is away, like one that does not answer.
      const provider = this.providers.retrieveProvider(provider_id)
      if (provider.findPayment) {
        const answer = await provider.findPayment({ idempotency_key })
        return answer ? lookedUp(await this.closed(provider_id, answer)) : NOT_FOUND
      }
      const found = await findStripePayment(provider, asked)
      if (found === "cannot_be_asked")
        return { found: { result: key_is_alive ? "not_found" : "pending" }, outcome: null }
      if (found) return await this.look(provider_id, found.id)
      return (await stillKeeps(provider, asked)) ? NOT_FOUND : lookedUp(METHOD_GONE)
    } catch {
      return { found: { result: "provider_down" }, outcome: null }
    }
  }

  /** @throws what the provider throws */
  async confirmation(provider_id: string, reference: string): Promise<PayerConfirmation> {
    return confirmationOf(await this.providers.getStatus(provider_id, { data: { id: reference } }), reference)
  }

  private async look(provider_id: string, id: string): Promise<LookedUp> {
    try {
      const answer = await this.providers.getStatus(provider_id, { data: { id } })
      return lookedUp(await this.closed(provider_id, { id, ...answer }))
    } catch (error) {
      return lookedUp(outcomeOfError(error))
    }
  }

  /**
   * What an answer means, once it cannot change any more: a payment that failed is called off at its provider, lest its
   * payer confirms it later, when another one was made in its place (BILL-1).
   */
  private async closed(provider_id: string, answer: ProviderAnswer): Promise<ProviderOutcome> {
    const outcome = outcomeOf(answer)
    if (outcome.kind !== "declined" || outcome.reference === null || isCanceled(answer)) return outcome
    const { reference: id } = outcome
    try {
      await this.providers.cancelPayment(provider_id, { data: { id } })
      return outcome
    } catch {
      // Confirmed just now, or called off by somebody else.
      const after = { id, ...(await this.providers.getStatus(provider_id, { data: { id } })) }
      const now = outcomeOf(after)
      if (now.kind !== "declined" || isCanceled(after)) return now
      return { kind: "unknown", reference: id, message: "It failed, and cannot be called off." }
    }
  }
}

/** Whoever keeps as many may keep more than are listed. */
const METHODS_MAX = 100

/** A method that was taken off its payer is refused like any wrong request: without a payment, and without saying why. */
async function stillKeeps(
  provider: FindsPayments,
  { payment_method_id, account_holder }: PaymentLookUp
): Promise<boolean> {
  const kept = await provider.listPaymentMethods?.({ context: { account_holder } })
  return !kept || kept.length >= METHODS_MAX || kept.some(({ id }) => id === payment_method_id)
}

const METHOD_GONE: ProviderOutcome = {
  ...{ kind: "declined", reference: null, code: "payment_method_missing" },
  message: "The provider does not keep this payment method any more.",
}

const NOT_FOUND: LookedUp = { found: { result: "not_found" }, outcome: null }

const isCanceled = ({ status }: ProviderAnswer) => status === "canceled"

function lookedUp(outcome: ProviderOutcome): LookedUp {
  switch (outcome.kind) {
    case "declined":
      return { found: { result: "failed", code: outcome.code }, outcome }
    case "unknown":
      return { found: { result: "pending" }, outcome: null }
    case "provider_down":
      return { found: { result: "provider_down" }, outcome: null }
    default:
      return { found: { result: outcome.kind }, outcome }
  }
}

async function told(call: () => Promise<ProviderAnswer>): Promise<ProviderOutcome> {
  try {
    return outcomeOf(await call())
  } catch (error) {
    return outcomeOfError(error)
  }
}
