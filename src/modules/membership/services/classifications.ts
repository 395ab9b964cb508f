import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { validateClassification } from "../../../domain/people/classifications"
import type { Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"

type Classification = Row<"MembershipClassification">

export interface ClassificationFields {
  readonly name: string
  readonly description?: string | null
  readonly min_age?: number | null
  readonly max_age?: number | null
  readonly requires_proof?: boolean
}

export interface CreateClassificationInput extends ClassificationFields {
  readonly actor: Actor
}

export interface UpdateClassificationInput extends Partial<ClassificationFields> {
  readonly id: string
  readonly actor: Actor
}

export interface DeleteClassificationInput {
  readonly id: string
  readonly actor: Actor
}

interface Dependencies {
  membershipClassificationService: Store<"MembershipClassification">
  membershipChartRowService: Store<"MembershipChartRow">
  auditService: AuditService
}

/** Categories of person (PEOPLE-3). */
export class ClassificationService {
  private readonly classifications: Store<"MembershipClassification">
  private readonly rows: Store<"MembershipChartRow">
  private readonly audit: AuditService

  constructor(dependencies: Dependencies) {
    this.classifications = dependencies.membershipClassificationService
    this.rows = dependencies.membershipChartRowService
    this.audit = dependencies.auditService
  }

  async create({ actor, ...fields }: CreateClassificationInput, tx: Tx): Promise<string> {
    validateClassification({ min_age: null, max_age: null, requires_proof: false, ...fields })
    await this.assertNameFree(fields.name, null, tx)
    const { id } = await this.classifications.create(fields, tx)
    const subject = { type: "classification", id }
    await this.audit.record({ actor, action: "create-classification", subject, changes: { ...fields } }, tx)
    return id
  }

  async update({ id, actor, ...fields }: UpdateClassificationInput, tx: Tx): Promise<void> {
    const before = await this.retrieve(id, tx)
    validateClassification({ ...before, ...fields })
    if (fields.name !== undefined) await this.assertNameFree(fields.name, id, tx)
    await this.classifications.update({ id, ...fields }, tx)
    const subject = { type: "classification", id }
    await this.audit.record({ actor, action: "update-classification", subject, changes: { ...fields } }, tx)
  }

  /** @throws DomainError `classification_in_use` while a chart row names it: sold memberships keep their charts */
  async delete({ id, actor }: DeleteClassificationInput, tx: Tx): Promise<void> {
    const { name } = await this.retrieve(id, tx)
    const [row] = await this.rows.list({ classification_id: id }, { take: 1 }, tx)
    if (row) {
      throw new DomainError(
        "classification_in_use",
        `“${name}” stands in a price chart, so it cannot be deleted.`,
        { id }
      )
    }
    await this.classifications.softDelete([id], tx)
    const subject = { type: "classification", id }
    await this.audit.record({ actor, action: "delete-classification", subject, changes: { name } }, tx)
  }

  private async retrieve(id: string, tx: Tx): Promise<Classification> {
    const [classification] = await this.classifications.list({ id }, {}, tx)
    if (!classification)
      throw new DomainError("not_found", `There is no classification with the id ${id}.`, { id })
    return classification
  }

  private async assertNameFree(name: string, exceptId: string | null, tx: Tx): Promise<void> {
    const [taken] = await this.classifications.list({ name }, { take: 1 }, tx)
    if (taken && taken.id !== exceptId) {
      throw new DomainError(
        "name_taken",
        `There already is a classification “${name}”. Choose another name.`,
        {
          field: "name",
        }
      )
    }
  }
}
