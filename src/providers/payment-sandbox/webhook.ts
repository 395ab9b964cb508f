import { createHmac, timingSafeEqual } from "node:crypto"
import { bankError } from "./errors"
import type { Payment, PaymentStatus } from "./payments"

export const SIGNATURE_HEADER = "payment-sandbox-signature"

export interface WebhookEvent {
  readonly type: "payment.captured" | "payment.authorized" | "payment.failed" | "payment.canceled"
  readonly payment: Payment
}

const EVENTS: Readonly<Partial<Record<PaymentStatus, WebhookEvent["type"]>>> = {
  succeeded: "payment.captured",
  requires_capture: "payment.authorized",
  canceled: "payment.canceled",
}

/** What a payment's status means for whoever waits for it. */
export const eventOf = ({ status }: Payment): WebhookEvent["type"] => EVENTS[status] ?? "payment.failed"

/** The bank and the store share this without having exchanged it: each makes it from the store's own secret. */
export function webhookSecret(jwtSecret: unknown): string {
  if (typeof jwtSecret !== "string" || !jwtSecret) throw new Error("The sandbox bank needs http.jwtSecret.")
  return createHmac("sha256", jwtSecret).update("payment-sandbox webhook").digest("hex")
}

export const sign = (secret: string, body: string | Buffer): string =>
  createHmac("sha256", secret).update(body).digest("hex")

/** @throws `webhook_signature_invalid` */
export function readWebhook(secret: string, body: string | Buffer, signature: unknown): WebhookEvent {
  const wanted = Buffer.from(sign(secret, body))
  const given = Buffer.from(typeof signature === "string" ? signature : "")
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw bankError("webhook_signature_invalid", "This webhook was not signed by the sandbox bank.")
  return JSON.parse(body.toString()) as WebhookEvent
}

/** What the bank tells the store when the holder has decided on its page. */
export async function sendWebhook(url: string, secret: string, event: WebhookEvent): Promise<void> {
  const body = JSON.stringify(event)
  const headers = { "content-type": "application/json", [SIGNATURE_HEADER]: sign(secret, body) }
  const answer = await fetch(url, { method: "POST", headers, body, signal: AbortSignal.timeout(10_000) })
  if (!answer.ok) throw new Error(`The store answered ${answer.status} to a webhook of the sandbox bank.`)
}
