/** Who does something, for the audit trail (SAFE-2). */
export interface Actor {
  readonly type: "user" | "customer" | "api-key" | "device" | "system"
  /** Id of the user, customer, key or front-desk device; null for the system and for guests. */
  readonly id: string | null
}

export const SYSTEM: Actor = { type: "system", id: null }
