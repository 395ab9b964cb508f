import { setTimeout as sleep } from "node:timers/promises"
import { ModuleProvider, Modules, AbstractPaymentProvider, MedusaError } from "@medusajs/framework/utils"
import type * as Types from "@medusajs/framework/types"

export interface BenchBankOptions {
  /** How long each call takes; 0 answers in the same turn. */
  readonly latency_ms?: number
  /** Every so manieth call is answered 429; 0 is none. */
  readonly busy_each?: number
  /** Notes when each call began. */
  readonly notes_calls?: boolean
}

const CAPTURED: Types.PaymentSessionStatus = "captured"
const METHOD = { id: "pm_bench", data: { id: "pm_bench" } }

/**
 * A payment provider that takes whatever it is asked for, and keeps nothing but the numbers of its calls: what a renewal
 * costs beside it is what the studio itself costs. It is registered in the payment module as any provider is.
 */
export class BenchBank extends AbstractPaymentProvider<BenchBankOptions> {
  static override identifier = "bench"
  /** In milliseconds of a clock that never goes back. */
  readonly begun: number[] = []
  calls = 0

  private readonly options: BenchBankOptions

  constructor(cradle: Record<string, unknown>, options: BenchBankOptions = {}) {
    super(cradle, options)
    this.options = options
  }

  async initiatePayment(): Promise<Types.InitiatePaymentOutput> {
    const { latency_ms = 0, busy_each = 0, notes_calls = false } = this.options
    this.calls += 1
    const nth = this.calls
    if (notes_calls) this.begun.push(performance.now())
    if (latency_ms > 0) await sleep(latency_ms)
    if (busy_each > 0 && nth % busy_each === 0)
      throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, "429: too many requests", "rate_limited")
    const id = `bench_${nth}`
    return { id, status: CAPTURED, data: { id } }
  }

  authorizePayment = ({ data }: Types.AuthorizePaymentInput): Promise<Types.AuthorizePaymentOutput> =>
    Promise.resolve({ status: CAPTURED, data: data ?? {} })
  getPaymentStatus = ({ data }: Types.GetPaymentStatusInput): Promise<Types.GetPaymentStatusOutput> =>
    Promise.resolve({ status: CAPTURED, data: data ?? {} })
  capturePayment = told
  retrievePayment = told
  refundPayment = told
  updatePayment = told
  cancelPayment = told
  deletePayment = told
  listPaymentMethods = (): Promise<Types.ListPaymentMethodsOutput> => Promise.resolve([METHOD])
  savePaymentMethod = (): Promise<Types.SavePaymentMethodOutput> => Promise.resolve(METHOD)
  getWebhookActionAndData = (): Promise<Types.WebhookActionResult> =>
    Promise.resolve({ action: "not_supported" })
}

function told({ data }: { data?: Record<string, unknown> }): Promise<{ data: Record<string, unknown> }> {
  return Promise.resolve({ data: data ?? {} })
}

export default ModuleProvider(Modules.PAYMENT, { services: [BenchBank] })
