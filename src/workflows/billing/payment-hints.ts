import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { PaymentHint } from "../../modules/membership/types"

/** What the platform tells of a webhook to `/hooks/payment/:provider`, as the event buses hand it on. */
export interface ReceivedWebhook {
  readonly provider: string
  readonly payload: {
    readonly data: Record<string, unknown>
    readonly rawData: string | Buffer | { readonly type: "Buffer"; readonly data: readonly number[] }
    readonly headers: Record<string, unknown>
  }
}

/**
 * Which charge a webhook is about, once its provider says that it is its own: of what it tells, only that is used. null
 * for what is not a renewal's, and for what the provider refuses (SAFE-1).
 */
export async function paymentHintOf(
  container: MedusaContainer,
  { provider, payload }: ReceivedWebhook
): Promise<PaymentHint | null> {
  const rawData = asBuffer(payload.rawData)
  try {
    await container
      .resolve(Modules.PAYMENT)
      .getWebhookActionAndData({ provider, payload: { ...payload, rawData } })
  } catch (error) {
    // Whatever it says: a forged one must not be able to write into the log.
    const { name } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`A payment webhook was refused by the provider it names (${name}), and is not heeded.`)
    return null
  }
  const named = chargeNamedIn(parsed(rawData))
  return named && { provider_id: provider.startsWith("pp_") ? provider : `pp_${provider}`, ...named }
}

const asBuffer = (raw: ReceivedWebhook["payload"]["rawData"]): string | Buffer =>
  typeof raw === "string" || Buffer.isBuffer(raw) ? raw : Buffer.from(raw.data)

function parsed(raw: string | Buffer): unknown {
  try {
    return JSON.parse(raw.toString())
  } catch {
    return null
  }
}

/** Providers wrap the payment differently; what we gave them with it they keep as `metadata` beside its id. */
const DEPTH = 3

function chargeNamedIn(value: unknown, depth = 0): Omit<PaymentHint, "provider_id"> | null {
  if (typeof value !== "object" || value === null || depth > DEPTH) return null
  const { id, metadata } = value as { id?: unknown; metadata?: Record<string, unknown> | null }
  const charge_id = text(metadata?.charge_id)
  if (charge_id !== null)
    return { charge_id, reference: text(id), idempotency_key: text(metadata?.idempotency_key) }
  for (const part of Object.values(value)) {
    const named = chargeNamedIn(part, depth + 1)
    if (named) return named
  }
  return null
}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
