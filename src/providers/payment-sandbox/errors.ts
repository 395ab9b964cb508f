import { MedusaError } from "@medusajs/framework/utils"

/** Why the bank refuses or fails; compare these, an error that crossed a workflow is a copy. */
const TYPES = {
  unknown_card: MedusaError.Types.INVALID_DATA,
  unknown_payment_method: MedusaError.Types.INVALID_DATA,
  unknown_payment: MedusaError.Types.NOT_FOUND,
  unknown_customer: MedusaError.Types.INVALID_DATA,
  idempotency_key_reused: MedusaError.Types.INVALID_DATA,
  payment_captured: MedusaError.Types.NOT_ALLOWED,
  payment_not_capturable: MedusaError.Types.NOT_ALLOWED,
  payment_not_changeable: MedusaError.Types.NOT_ALLOWED,
  refund_above_captured: MedusaError.Types.NOT_ALLOWED,
  webhook_signature_invalid: MedusaError.Types.UNAUTHORIZED,
  timeout: MedusaError.Types.UNEXPECTED_STATE,
  rate_limited: MedusaError.Types.UNEXPECTED_STATE,
  bank_error: MedusaError.Types.UNEXPECTED_STATE,
} as const

type BankErrorCode = keyof typeof TYPES

export const bankError = (code: BankErrorCode, message: string): MedusaError =>
  new MedusaError(TYPES[code], message, code)

export const isTimeout = (error: unknown): boolean => (error as { code?: unknown }).code === "timeout"
