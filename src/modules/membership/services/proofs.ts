import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { assertCalendarDate } from "../../../domain/time/calendar"
import type { CalendarDate } from "../../../domain/time/types"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import { lockMember } from "./people-loading"

export interface AddProofInput {
  readonly member_id: string
  readonly classification_id: string
  readonly note?: string | null
  /** Last day on which it counts; null never expires. */
  readonly expires_on?: CalendarDate | null
  readonly actor: Actor
}

export interface RemoveProofInput {
  readonly id: string
  readonly member_id: string
  readonly actor: Actor
}

interface Dependencies {
  membershipProofService: Store<"MembershipProof">
  membershipClassificationService: Store<"MembershipClassification">
  auditService: AuditService
}

/** What staff saw that proves a classification (PEOPLE-3). */
export class ProofService {
  private readonly proofs: Store<"MembershipProof">
  private readonly classifications: Store<"MembershipClassification">
  private readonly audit: AuditService

  constructor(dependencies: Dependencies) {
    this.proofs = dependencies.membershipProofService
    this.classifications = dependencies.membershipClassificationService
    this.audit = dependencies.auditService
  }

  async add({ actor, ...fields }: AddProofInput, tx: Tx): Promise<string> {
    const { member_id, classification_id, expires_on } = fields
    if (expires_on) assertCalendarDate(expires_on, "expires_on")
    if (!(await lockMember(member_id, tx))) {
      throw new DomainError("not_found", `There is no member with the id ${member_id}.`, { id: member_id })
    }
    const [classification] = await this.classifications.list({ id: classification_id }, {}, tx)
    if (!classification) {
      throw new DomainError(
        "classification_unknown",
        `There is no classification with the id ${classification_id}.`,
        {
          field: "classification_id",
          classification_id,
        }
      )
    }
    const { id } = await this.proofs.create(fields, tx)
    const changes = { proof_id: id, classification_id, expires_on: expires_on ?? null }
    await this.audit.record(
      { actor, action: "add-proof", subject: { type: "member", id: member_id }, changes },
      tx
    )
    return id
  }

  async remove({ id, member_id, actor }: RemoveProofInput, tx: Tx): Promise<void> {
    const [proof] = await this.proofs.list({ id, member_id }, {}, tx)
    if (!proof) throw new DomainError("not_found", `This member has no proof with the id ${id}.`, { id })
    await this.proofs.softDelete([id], tx)
    const changes = { proof_id: id, classification_id: proof.classification_id }
    await this.audit.record(
      { actor, action: "remove-proof", subject: { type: "member", id: member_id }, changes },
      tx
    )
  }
}
