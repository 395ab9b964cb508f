export interface Problem {
  /** Path of the field, such as `hold_policy.min_days`. */
  field: string
  message: string
}

export interface Refusal {
  code?: string
  message?: string
  details?: Record<string, unknown>
}

/** The server's refusal: `{ type, code, message, details? }`. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Record<string, unknown>

  constructor(status: number, { code, message, details }: Refusal) {
    super(message ?? `The server answered ${status}.`)
    this.name = "ApiError"
    this.status = status
    this.code = code ?? "unknown_error"
    this.details = details ?? {}
  }

  /** What is wrong with which field, where the server says so. */
  get problems(): Problem[] {
    return (this.details.problems as Problem[] | undefined) ?? []
  }
}
