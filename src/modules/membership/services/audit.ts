import type { Actor } from "../../../domain/actor"
import type { Store, Tx } from "../types"
import type { ClockService } from "./clock"

export interface AuditInput {
  readonly actor: Actor
  /** Verb and noun, such as `publish-price-chart`. */
  readonly action: string
  readonly subject: { readonly type: string; readonly id: string }
  readonly membership_id?: string | null
  /** What changed, without a date of birth (PEOPLE-6). */
  readonly changes?: Record<string, unknown>
  readonly reason?: string | null
}

interface Dependencies {
  membershipAuditEntryService: Store<"MembershipAuditEntry">
  clockService: ClockService
}

/** The audit trail (SAFE-2): written in the transaction of the change itself, never edited. */
export class AuditService {
  private readonly entries: Store<"MembershipAuditEntry">
  private readonly clock: ClockService

  constructor({ membershipAuditEntryService, clockService }: Dependencies) {
    this.entries = membershipAuditEntryService
    this.clock = clockService
  }

  async record(inputs: AuditInput | readonly AuditInput[], tx: Tx): Promise<void> {
    const at = await this.clock.now(tx)
    const rows = [inputs].flat().map((input) => ({
      at: new Date(at),
      actor_type: input.actor.type,
      actor_id: input.actor.id,
      action: input.action,
      subject_type: input.subject.type,
      subject_id: input.subject.id,
      membership_id: input.membership_id ?? null,
      changes: input.changes ?? {},
      reason: input.reason ?? null,
    }))
    if (rows.length) await this.entries.create(rows, tx)
  }
}
