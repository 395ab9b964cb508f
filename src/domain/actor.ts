/** Who does something, for the audit trail (SAFE-2). */
export interface Actor {
  readonly type: "user" | "customer" | "api-key" | "system"
  /** Id of the user, customer or key; null for the system and for guests. */
  readonly id: string | null
}

export const SYSTEM: Actor = { type: "system", id: null }
