import type { Json } from "../shop"

/** An answer that is no success: its status, and what stands in `error`. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly error: Json
  ) {
    super(error.message)
  }
}

export const invalid = (message: string, code?: string, more: Json = {}): Refusal =>
  new Refusal(400, { type: "invalid_request_error", message, ...(code ? { code } : {}), ...more })

export const missing = (what: string, id: string): Refusal =>
  new Refusal(404, {
    type: "invalid_request_error",
    code: "resource_missing",
    message: `No such ${what}: '${id}'`,
  })

/** The payment is in no state in which this can be done. */
export const unexpectedState = (intent: Json, verb: string): Refusal =>
  invalid(`A payment intent that is ${intent.status} cannot be ${verb}.`, "payment_intent_unexpected_state", {
    payment_intent: intent,
  })

export const cardError = (error: Json, intent: Json): Refusal =>
  new Refusal(402, { type: "card_error", ...error, payment_intent: intent })

export const rateLimited = (): Refusal =>
  new Refusal(429, { type: "invalid_request_error", code: "rate_limit", message: "Too many requests." })

export const serverError = (): Refusal =>
  new Refusal(500, { type: "api_error", message: "Something went wrong." })
