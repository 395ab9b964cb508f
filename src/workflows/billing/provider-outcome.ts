/** What became of one call to a payment provider (BILL-3, BILL-4, BILL-5). */
export type ProviderOutcome =
  | { readonly kind: "paid"; readonly reference: string | null }
  | {
      readonly kind: "declined"
      readonly reference: string | null
      readonly code: string
      readonly message: string | null
    }
  /** The payer has to confirm it, at the address where the provider gives one. */
  | { readonly kind: "requires_action"; readonly reference: string | null; readonly url: string | null }
  /** It may have happened or not: nothing is charged again before the provider says which. */
  | { readonly kind: "unknown"; readonly reference: string | null; readonly message: string | null }
  /** It certainly did not happen, for reasons that are not the payer's. */
  | { readonly kind: "provider_down"; readonly message: string | null }

/** What a storefront hands to the provider's own form, so that the payer can confirm a payment (BILL-5). */
export interface PayerConfirmation {
  readonly id: string
  readonly status: string | null
  /** Whoever has it can pay: for the payer alone, and kept nowhere. */
  readonly client_secret: string | null
  readonly payment_method_id: string | null
  readonly action_url: string | null
}

/** What providers of the platform answer when a payment is initiated. */
export interface ProviderAnswer {
  readonly id?: unknown
  readonly status?: unknown
  readonly data?: unknown
}

/** A bank wants to see the payer first: the same payment, confirmed by them, goes through. */
const NEEDS_PAYER = new Set(["authentication_required"])

/** Reads an answer by the platform's statuses, and why from the fields that its providers share with Stripe's. */
export function outcomeOf({ id, status, data }: ProviderAnswer): ProviderOutcome {
  const told = fieldsOf(data)
  const reference = text(id) ?? text(told.id)
  switch (status) {
    case "captured":
      return { kind: "paid", reference }
    case "requires_more":
      return { kind: "requires_action", reference, url: urlOf(told) }
    case "error":
    case "canceled": {
      const { code, message } = declineOf(told)
      if (NEEDS_PAYER.has(code)) return { kind: "requires_action", reference, url: urlOf(told) }
      return { kind: "declined", reference, code, message }
    }
    default:
      // Authorized but not captured, pending, or nothing that we know: what it will be is not known yet.
      return { kind: "unknown", reference, message: text(told.indeterminate_due_to) }
  }
}

/** Of a payment that waits for its payer; in the fields that providers share with Stripe's. */
export function confirmationOf({ data }: ProviderAnswer, id: string): PayerConfirmation {
  const told = fieldsOf(data)
  // Stripe takes the method off a payment that failed, and names it with the error.
  const method = told.payment_method ?? fieldsOf(told.last_payment_error).payment_method
  return {
    ...{ id, status: text(told.status), client_secret: text(told.client_secret), action_url: urlOf(told) },
    payment_method_id: text(method) ?? text(fieldsOf(method).id),
  }
}

/** An error tells nothing of the money, except where the provider turned the call away before it looked at it. */
export function outcomeOfError(error: unknown): ProviderOutcome {
  const { code, message } = fieldsOf(error)
  const why = text(message)
  if (code === "rate_limited") return { kind: "provider_down", message: why }
  return { kind: "unknown", reference: null, message: why }
}

function declineOf(told: Fields): { code: string; message: string | null } {
  const error = fieldsOf(told.last_payment_error)
  const code = text(error.decline_code) ?? text(error.code) ?? text(told.decline_code) ?? "declined"
  return { code, message: text(error.message) }
}

const urlOf = (told: Fields): string | null => text(fieldsOf(fieldsOf(told.next_action).redirect_to_url).url)

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields =>
  typeof value === "object" && value !== null ? (value as Fields) : {}

const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null)
