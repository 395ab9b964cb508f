import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { DOMAIN_ERROR_CODES, type DomainErrorCode } from "../../domain/errors"

/** HTTP status of each code; every code that does not stand here is a 400. */
const STATUS: Partial<Record<DomainErrorCode, number>> = {
  not_found: 404,
  code_unknown: 404,
  invitation_invalid: 404,
  already_canceled: 409,
  cart_has_memberships: 409,
  charge_not_confirmable: 409,
  charge_settled: 409,
  charge_unresolved: 409,
  chart_not_draft: 409,
  chart_not_finalized: 409,
  classification_in_use: 409,
  clock_is_moving: 409,
  code_expired: 409,
  code_revoked: 409,
  conflict: 409,
  credits_ended: 409,
  hold_overlaps: 409,
  idempotency_key_in_progress: 409,
  insufficient_credits: 409,
  intro_already_used: 409,
  issue_already_resolved: 409,
  lease_running: 409,
  membership_line_locked: 409,
  membership_not_pending: 409,
  name_taken: 409,
  not_canceled: 409,
  not_on_hold: 409,
  not_your_seat: 403,
  notices_unconfirmed: 409,
  nothing_to_give_back: 409,
  payer_unchanged: 409,
  already_started: 409,
  membership_ended: 409,
  seat_empty: 409,
  plan_change_planned: 409,
  plan_was_sold: 409,
  quote_stale: 409,
  renewal_unknown: 409,
  seat_required: 409,
  seat_taken: 409,
  service_in_use: 409,
  idempotency_key_reused: 422,
}

const TYPE: Record<number, string> = {
  400: MedusaError.Types.INVALID_DATA,
  403: MedusaError.Types.FORBIDDEN,
  404: MedusaError.Types.NOT_FOUND,
  409: MedusaError.Types.CONFLICT,
  422: MedusaError.Types.INVALID_DATA,
}

/** The platform's own refusals keep their type, which also serves as their code. */
const PLATFORM_STATUS: Record<string, number> = {
  [MedusaError.Types.NOT_FOUND]: 404,
  [MedusaError.Types.INVALID_DATA]: 400,
  [MedusaError.Types.NOT_ALLOWED]: 400,
  [MedusaError.Types.UNAUTHORIZED]: 401,
  [MedusaError.Types.FORBIDDEN]: 403,
  [MedusaError.Types.DUPLICATE_ERROR]: 409,
  [MedusaError.Types.CONFLICT]: 409,
}

export interface ErrorBody {
  type: string
  code: string
  message: string
  details?: unknown
}

interface Refusal {
  code?: unknown
  type?: unknown
  message?: unknown
  details?: unknown
}

const isDomainCode = (code: unknown): code is DomainErrorCode =>
  typeof code === "string" && (DOMAIN_ERROR_CODES as readonly string[]).includes(code)

/**
 * Status and body of a refusal, or null for what is nobody's refusal (a bug, a broken invariant).
 * It compares codes, because an error that crossed a workflow is a copy, no longer an instance of its class.
 */
export function refusalOf(error: unknown): { status: number; body: ErrorBody } | null {
  const { code, type, message, details } = (error ?? {}) as Refusal
  const sentence = typeof message === "string" ? message : "The request was refused."
  if (isDomainCode(code)) {
    const status = STATUS[code] ?? 400
    const body = { type: TYPE[status] ?? MedusaError.Types.INVALID_DATA, code, message: sentence }
    return { status, body: details === undefined ? body : { ...body, details } }
  }
  const status = typeof type === "string" ? PLATFORM_STATUS[type] : undefined
  if (status === undefined || typeof type !== "string") return null
  const body = { type, code: typeof code === "string" ? code : type, message: sentence }
  return { status, body: details === undefined ? body : { ...body, details } }
}

/** Answers with the refusal; what is none is logged and answered as a 500 that tells nothing of the inside. */
export function sendError(error: unknown, req: MedusaRequest, res: MedusaResponse): void {
  const refusal = refusalOf(error)
  if (refusal) {
    res.status(refusal.status).json(refusal.body)
    return
  }
  req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(error as Error)
  res
    .status(500)
    .json({ type: "unknown_error", code: "unknown_error", message: "An unknown error occurred." })
}
