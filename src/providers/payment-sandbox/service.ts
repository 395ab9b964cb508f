import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type * as Types from "@medusajs/framework/types"
import {
  AbstractPaymentProvider,
  BigNumber,
  ContainerRegistrationKeys,
  MathBN,
  MedusaError,
  PaymentActions,
  PaymentSessionStatus,
} from "@medusajs/framework/utils"
import { roundToMinor } from "../../domain/money/rounding"
import { SandboxBank } from "./bank"
import { bankError } from "./errors"
import { Holders } from "./holders"
import { paymentOfKey } from "./ledger"
import type { SandboxOptions } from "./options"
import type { Payment } from "./payments"
import { readWebhook, SIGNATURE_HEADER, type WebhookEvent, webhookSecret } from "./webhook"

type Data = Record<string, unknown> | undefined

const ACTIONS: Readonly<Record<WebhookEvent["type"], PaymentActions>> = {
  "payment.captured": PaymentActions.SUCCESSFUL,
  "payment.authorized": PaymentActions.AUTHORIZED,
  "payment.failed": PaymentActions.FAILED,
  "payment.canceled": PaymentActions.CANCELED,
}

/**
 * A payment provider for demo and tests, with a bank behind it that keeps books of its own. It takes no real cards and moves
 * no money; the numbers of its test cards say what happens (`cards.ts`).
 */
export class SandboxPaymentProvider extends AbstractPaymentProvider<SandboxOptions> {
  static override identifier = "sandbox"

  private readonly database: Knex
  private readonly bank: SandboxBank
  private readonly holders: Holders
  private readonly secret: string

  /** A studio with real customers must not give away memberships for the number of a test card. */
  static override validateOptions(options: SandboxOptions = {}): void {
    if (process.env.NODE_ENV !== "production" || options.allow_in_production === true) return
    const message =
      "The payment sandbox moves no money, and is refused in production. Set its option allow_in_production for a demo."
    throw new MedusaError(MedusaError.Types.INVALID_ARGUMENT, message)
  }

  constructor(cradle: Record<string, unknown>, options: SandboxOptions = {}) {
    super(cradle, options)
    this.database = cradle[ContainerRegistrationKeys.PG_CONNECTION] as Knex
    const config = cradle[ContainerRegistrationKeys.CONFIG_MODULE] as Types.ConfigModule
    this.bank = new SandboxBank(this.database, options)
    this.holders = new Holders(this.database)
    this.secret = webhookSecret(config.projectConfig.http.jwtSecret)
  }

  async initiatePayment(input: Types.InitiatePaymentInput): Promise<Types.InitiatePaymentOutput> {
    const { data = {}, context, currency_code } = input
    const request = {
      amount_minor: minorOf(input.amount, currency_code),
      currency_code,
      customer_id: text(context?.account_holder?.data.id),
      method_id: text(data.payment_method),
      card_number: text(data.card_number),
      confirm: data.confirm === true,
      captures_at_once: data.capture_method !== "manual",
      saves_card: data.setup_future_usage === "off_session",
      return_url: text(data.return_url),
      metadata: (data.metadata ?? {}) as Record<string, unknown>,
    }
    const payment = await this.bank.charge(request, context?.idempotency_key ?? null, text(data.session_id))
    return { id: payment.id, ...this.told(payment) }
  }

  async authorizePayment({ data }: Types.AuthorizePaymentInput): Promise<Types.AuthorizePaymentOutput> {
    return this.told(await this.bank.confirm(idOf(data)))
  }

  async getPaymentStatus({ data }: Types.GetPaymentStatusInput): Promise<Types.GetPaymentStatusOutput> {
    return this.told(await this.bank.find(idOf(data)))
  }

  async retrievePayment({ data }: Types.RetrievePaymentInput): Promise<Types.RetrievePaymentOutput> {
    return this.told(await this.bank.find(idOf(data)))
  }

  /** Beyond the platform's interface: what became of a key, without sending it again; null where nothing did. */
  async findPayment({ idempotency_key }: { readonly idempotency_key: string }) {
    const payment = await paymentOfKey(this.database, idempotency_key)
    return payment && { id: payment.id, ...this.told(payment) }
  }

  async updatePayment(input: Types.UpdatePaymentInput): Promise<Types.UpdatePaymentOutput> {
    const { amount, currency_code, data } = input
    const amount_minor = minorOf(amount, currency_code)
    return this.told(await this.bank.changeAmount(idOf(data), amount_minor, currency_code))
  }

  async capturePayment({ data, context }: Types.CapturePaymentInput): Promise<Types.CapturePaymentOutput> {
    return this.told(await this.bank.capture(idOf(data), context?.idempotency_key ?? null))
  }

  async refundPayment(input: Types.RefundPaymentInput): Promise<Types.RefundPaymentOutput> {
    const id = idOf(input.data)
    const { currency_code } = await this.bank.find(id)
    const amount_minor = minorOf(input.amount, currency_code)
    return this.told(await this.bank.refund(id, amount_minor, input.context?.idempotency_key ?? null))
  }

  async cancelPayment({ data }: Types.CancelPaymentInput): Promise<Types.CancelPaymentOutput> {
    // A session whose payment the store has lost.
    if (!data?.id) return { data: data ?? {} }
    return this.told(await this.bank.cancel(idOf(data)))
  }

  async deletePayment(input: Types.DeletePaymentInput): Promise<Types.DeletePaymentOutput> {
    return this.cancelPayment(input)
  }

  async createAccountHolder({
    context: { account_holder, customer },
  }: Types.CreateAccountHolderInput): Promise<Types.CreateAccountHolderOutput> {
    const holder = await this.holders.keep(text(account_holder?.data.id), faceOf(customer))
    return { id: holder.id, data: holder }
  }

  async updateAccountHolder({
    context: { account_holder, customer },
  }: Types.UpdateAccountHolderInput): Promise<Types.UpdateAccountHolderOutput> {
    if (!customer) return {}
    return { data: await this.holders.keep(holderOf(account_holder), faceOf(customer)) }
  }

  async deleteAccountHolder({
    context: { account_holder },
  }: Types.DeleteAccountHolderInput): Promise<Types.DeleteAccountHolderOutput> {
    await this.holders.forget(holderOf(account_holder))
    return {}
  }

  async listPaymentMethods({
    context,
  }: Types.ListPaymentMethodsInput): Promise<Types.ListPaymentMethodsOutput> {
    const customer_id = text(context?.account_holder?.data.id)
    const methods = customer_id ? await this.holders.methodsOf(customer_id) : []
    return methods.map((method) => ({ id: method.id, data: { ...method } }))
  }

  async savePaymentMethod({
    context,
    data,
  }: Types.SavePaymentMethodInput): Promise<Types.SavePaymentMethodOutput> {
    const method = await this.holders.saveCard(
      holderOf(context?.account_holder),
      text(data?.card_number) ?? ""
    )
    return { id: method.id, data: { ...method } }
  }

  async deletePaymentMethod({
    data,
  }: Types.DeletePaymentMethodInput): Promise<Types.DeletePaymentMethodOutput> {
    await this.holders.detach(data.id)
    return {}
  }

  /** @throws `webhook_signature_invalid` */
  async getWebhookActionAndData({
    rawData,
    headers,
  }: Types.ProviderWebhookPayload["payload"]): Promise<Types.WebhookActionResult> {
    const { type, payment } = readWebhook(this.secret, rawData, headers[SIGNATURE_HEADER])
    if (!payment.session_id) return { action: PaymentActions.NOT_SUPPORTED }
    const { session_id, amount } = payment
    return { action: ACTIONS[type], data: { session_id, amount: new BigNumber(amount) } }
  }

  private told(payment: Payment): { status: PaymentSessionStatus; data: Record<string, unknown> } {
    const url = `${this.config.backend_url ?? ""}/payment-sandbox/confirm/${payment.id}`
    const next_action =
      payment.status === "requires_action" ? { type: "redirect_to_url", redirect_to_url: { url } } : null
    return { status: sessionStatus(payment), data: { ...payment, next_action } }
  }
}

function sessionStatus({ status, decline_code }: Payment): PaymentSessionStatus {
  switch (status) {
    case "requires_payment_method":
      return decline_code ? PaymentSessionStatus.ERROR : PaymentSessionStatus.PENDING
    case "requires_confirmation":
      return PaymentSessionStatus.PENDING
    case "requires_action":
      return PaymentSessionStatus.REQUIRES_MORE
    case "requires_capture":
      return PaymentSessionStatus.AUTHORIZED
    case "succeeded":
      return PaymentSessionStatus.CAPTURED
    case "canceled":
      return PaymentSessionStatus.CANCELED
  }
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)

/** What the platform computed may have more decimals than the currency; a bank takes whole smallest units. */
function minorOf(amount: Types.BigNumberInput, currency_code: string): number {
  return roundToMinor(MathBN.convert(amount).toFixed(), currency_code)
}

function idOf(data: Data): string {
  const id = text(data?.id)
  if (id === null) throw bankError("unknown_payment", "Say which payment of the bank is meant.")
  return id
}

function holderOf(account_holder: { data?: Record<string, unknown> | null } | undefined): string {
  const id = text(account_holder?.data?.id)
  if (id === null) throw bankError("unknown_customer", "Saved cards need an account holder.")
  return id
}

function faceOf({ email, company_name, first_name, last_name }: Types.PaymentCustomerDTO) {
  const name = company_name ?? [first_name, last_name].filter(Boolean).join(" ")
  return { email, name: name || null }
}
