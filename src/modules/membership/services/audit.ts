import type { Actor } from "../../../domain/actor"
import type { HistoryAction } from "../../../domain/memberships/history"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"

interface Entry {
  readonly actor: Actor
  readonly subject: { readonly type: string; readonly id: string }
  /** What changed, without a date of birth (PEOPLE-6). */
  readonly changes?: Record<string, unknown>
  readonly reason?: string | null
}

/** What stands in a membership's history; null where there is none after all. */
interface OfMembership extends Entry {
  readonly action: HistoryAction
  readonly membership_id: string | null
}

interface OfSomethingElse extends Entry {
  /** Verb and noun, such as `publish-price-chart`. */
  readonly action: string
  readonly membership_id?: undefined
}

export type AuditInput = OfMembership | OfSomethingElse

interface Dependencies {
  clockService: ClockService
}

/** The audit trail (SAFE-2): written in the transaction of the change itself, never edited. */
export class AuditService {
  private readonly clock: ClockService

  constructor({ clockService }: Dependencies) {
    this.clock = clockService
  }

  async record(inputs: AuditInput | readonly AuditInput[], tx: Tx): Promise<void> {
    const at = await this.clock.now(tx)
    const rows = [inputs].flat().map(({ actor, action, subject, membership_id, changes, reason }) => ({
      ...{ id: newEntityId("maudit"), at, actor_type: actor.type, actor_id: actor.id, action },
      ...{ subject_type: subject.type, subject_id: subject.id, membership_id: membership_id ?? null },
      ...{ changes: changes ?? {}, reason: reason ?? null },
    }))
    if (rows.length === 0) return
    await execute(
      tx,
      `insert into membership_audit_entry (${COLUMNS})
       select ${COLUMNS} from jsonb_to_recordset(?::jsonb) as v(${TYPES})`,
      [JSON.stringify(rows)]
    )
  }
}

const TYPES = `id text, at timestamptz, actor_type text, actor_id text, action text, subject_type text, subject_id text,
  membership_id text, changes jsonb, reason text`
const COLUMNS = TYPES.replace(/ (text|jsonb|timestamptz)/g, "")
