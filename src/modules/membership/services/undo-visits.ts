import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { execute, lockRow } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditService } from "./credits"
import type { TermStartService } from "./term-starts"

export interface UndoVisitInput {
  readonly id: string
  readonly reason: string | null
  readonly actor: Actor
  /** A device undoes what was checked in at its own location. */
  readonly location_id?: string
}

interface Visit {
  readonly member_id: string
  readonly membership_id: string | null
  readonly location_id: string
  readonly is_allowed: boolean
  readonly credits: number
  readonly starts_term: boolean
}

interface Dependencies {
  auditService: AuditService
  clockService: ClockService
  creditService: CreditService
  termStartService: TermStartService
}

/** A check-in that should not have been (ACCESS-5): what it took goes back to where it came from (CREDIT-9). */
export class UndoVisitService {
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly credits: CreditService
  private readonly terms: TermStartService

  constructor(dependencies: Dependencies) {
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.credits = dependencies.creditService
    this.terms = dependencies.termStartService
  }

  /** Twice undoes once. @throws DomainError `not_found`, `reason_required`, `conflict` for one that let nobody in */
  async undo({ id, reason, actor, location_id }: UndoVisitInput, tx: Tx): Promise<void> {
    if (reason === null || reason.trim() === "")
      throw new DomainError("reason_required", "Say why this check-in is undone.", { field: "reason" })
    const visit = await load(id, tx)
    if (location_id !== undefined && visit.location_id !== location_id) throw notFound(id)
    if (!visit.is_allowed)
      throw new DomainError("conflict", "This check-in let nobody in, so there is nothing to undo.", { id })
    const { membership_id, member_id } = visit
    if (membership_id !== null) await lockRow(tx, "membership", membership_id)
    if (!(await this.mark({ id, reason, actor }, member_id, tx))) return
    const cause = { type: "visit", id }
    if (visit.credits > 0)
      await this.credits.settleUse({ of_key: id, verb: "undo", key: `undo:${id}`, cause, actor, reason }, tx)
    if (visit.starts_term && membership_id !== null) await this.terms.takeBack({ membership_id, actor }, tx)
    const changes = { credits: visit.credits }
    await this.audit.record(
      { actor, action: "undo-check-in", subject: cause, membership_id, changes, reason },
      tx
    )
  }

  /** Whoever checks the person in at the same time decides again. @returns false when it was undone before */
  private async mark(
    { id, reason, actor }: Omit<UndoVisitInput, "location_id">,
    member_id: string,
    tx: Tx
  ): Promise<boolean> {
    await execute(tx, `update membership_member set visit_revision = visit_revision + 1 where id = ?`, [
      member_id,
    ])
    const marked = await execute(
      tx,
      `update membership_visit set undone_at = ?, undone_by = ?, undo_reason = ?, updated_at = now()
       where id = ? and undone_at is null returning id`,
      [await this.clock.now(tx), actor.id, reason, id]
    )
    return marked.length > 0
  }
}

async function load(id: string, tx: Tx): Promise<Visit> {
  const [visit] = await execute<Visit>(
    tx,
    `select member_id, membership_id, location_id, is_allowed, credits, starts_term
     from membership_visit where id = ? and deleted_at is null`,
    [id]
  )
  if (visit) return visit
  throw notFound(id)
}

const notFound = (id: string) =>
  new DomainError("not_found", `There is no check-in with the id ${id}.`, { id })
