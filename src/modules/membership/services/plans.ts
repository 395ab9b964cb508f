import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { decideDelete } from "../../../domain/plans/archive"
import { freeHandle, handleOf } from "../../../domain/plans/handle"
import { assertStatusChange } from "../../../domain/plans/status"
import type { PlanDefinition } from "../../../domain/plans/types"
import { assertPlanValid } from "../../../domain/plans/validate-plan"
import { changedDefinition, newDefinition, type NewPlanFields, type PlanFields } from "../mapping/plan-fields"
import { fromDefinition, type Plan, toPlan } from "../mapping/plans"
import { execute, lockRow } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import { assertServicesKnown } from "./plan-services"
import type { PlanTermsService } from "./plan-terms"

/** The variant that a plan is sold as. */
export interface PlanVariant {
  readonly product_id: string
  readonly variant_id: string
  readonly owns_product: boolean
}

export interface CreatePlanInput extends PlanVariant {
  readonly fields: NewPlanFields
  readonly actor: Actor
}

export interface UpdatePlanInput {
  readonly id: string
  readonly fields: PlanFields
  readonly actor: Actor
}

export interface DeletePlanInput {
  readonly id: string
  readonly actor: Actor
}

export interface CategorizePlansInput {
  readonly ids: readonly string[]
  readonly revenue_category: string | null
  readonly actor: Actor
}

interface Dependencies {
  membershipPlanService: Store<"MembershipPlan">
  planTermsService: PlanTermsService
  auditService: AuditService
}

/** What a studio sells (PLAN-1…16). */
export class PlanService {
  private readonly plans: Store<"MembershipPlan">
  private readonly terms: PlanTermsService
  private readonly audit: AuditService

  constructor({ membershipPlanService, planTermsService, auditService }: Dependencies) {
    this.plans = membershipPlanService
    this.terms = planTermsService
    this.audit = auditService
  }

  /**
   * A new plan as it would be stored, its handle chosen, nothing written: a product is made from it first.
   * @throws DomainError `plan_invalid`, `name_taken` (handle), `conflict` (variant_id), `not_found` (conversion)
   */
  async prepare(fields: NewPlanFields, variant_id: string | null, tx: Tx): Promise<PlanDefinition> {
    const definition = newDefinition(fields, await this.handleFor(fields, tx))
    if (fields.status) assertStatusChange("draft", fields.status)
    assertPlanValid(definition)
    await this.assertConversionKnown(definition, tx)
    await assertServicesKnown(definition, null, tx)
    if (variant_id) await this.assertVariantFree(variant_id, tx)
    return definition
  }

  async create({ fields, actor, ...variant }: CreatePlanInput, tx: Tx): Promise<string> {
    const definition = await this.prepare(fields, variant.variant_id, tx)
    const { status = "draft", metadata = null } = fields
    const currency_codes = lowerCase(fields.currency_codes ?? null)
    const row: Record<string, unknown> = {
      ...fromDefinition(definition),
      ...variant,
      status,
      metadata,
      currency_codes,
    }
    const { id } = await this.plans.create(row, tx)
    await this.terms.write(id, fields.terms ?? null, tx)
    const changes = { name: definition.name, handle: definition.handle, status }
    await this.audit.record({ actor, action: "create-plan", subject: { type: "plan", id }, changes }, tx)
    return id
  }

  /** @returns the fields as they were, with which the change can be taken back */
  async update({ id, fields, actor }: UpdatePlanInput, tx: Tx): Promise<PlanFields> {
    const [row] = (await lockRow(tx, "membership_plan", id)) ? await this.plans.list({ id }, {}, tx) : []
    if (!row) throw unknownPlan(id)
    const before = toPlan(row)
    const after = changedDefinition(before, fields)
    await this.assertChangeAllowed(before, after, fields, tx)
    const settings = {
      ...(fields.status === undefined ? {} : { status: fields.status }),
      ...(fields.metadata === undefined ? {} : { metadata: fields.metadata }),
      ...(fields.currency_codes === undefined ? {} : { currency_codes: lowerCase(fields.currency_codes) }),
    }
    await this.plans.update({ id, ...fromDefinition(after), ...settings } as never, tx)
    const former_terms = await this.terms.current(id, tx)
    if (fields.terms !== undefined) await this.terms.write(id, fields.terms, tx)
    const changes = fields.terms === undefined ? { ...fields } : { ...fields, terms: "changed" }
    await this.audit.record({ actor, action: "update-plan", subject: { type: "plan", id }, changes }, tx)
    return formerFields(
      before,
      row.metadata,
      fields.terms === undefined ? undefined : (former_terms?.text ?? null)
    )
  }

  /** Puts a plan's settings back after a later step of a change failed. */
  async revert({ id, fields, actor }: UpdatePlanInput, tx: Tx): Promise<void> {
    const [row] = await this.plans.list({ id }, {}, tx)
    if (!row) return
    const { status, metadata, currency_codes } = fields
    const former = {
      ...fromDefinition(changedDefinition(toPlan(row), fields)),
      status,
      metadata,
      currency_codes,
    }
    await this.plans.update({ id, ...former } as never, tx)
    if (fields.terms !== undefined) await this.terms.write(id, fields.terms, tx)
    await this.audit.record({ actor, action: "revert-plan", subject: { type: "plan", id } }, tx)
  }

  /** @throws DomainError `plan_was_sold` (PLAN-14) */
  async delete({ id, actor }: DeletePlanInput, tx: Tx): Promise<Plan> {
    const [row] = (await lockRow(tx, "membership_plan", id)) ? await this.plans.list({ id }, {}, tx) : []
    if (!row) throw unknownPlan(id)
    decideDelete({ id, status: row.status, sold_count: await this.soldCount(id, tx) })
    await this.plans.softDelete([id], tx)
    const subject = { type: "plan", id }
    await this.audit.record({ actor, action: "delete-plan", subject, changes: { name: row.name } }, tx)
    if (row.owns_product) await this.handOverProduct(row.product_id, tx)
    return toPlan(row)
  }

  /** Takes a deletion back after a later step failed. */
  async restore({ id, actor }: DeletePlanInput, tx: Tx): Promise<void> {
    await this.plans.restore([id], tx)
    await this.audit.record({ actor, action: "restore-plan", subject: { type: "plan", id } }, tx)
  }

  /**
   * Sets the revenue category of many, or of none when one is unknown (PLAN-16).
   * @returns what each had before
   */
  async categorize(
    { ids, revenue_category, actor }: CategorizePlansInput,
    tx: Tx
  ): Promise<FormerCategory[]> {
    const rows = await this.plans.list({ id: [...ids] }, {}, tx)
    const known = new Set(rows.map((row) => row.id))
    const unknown = ids.filter((id) => !known.has(id))
    if (unknown.length) {
      throw new DomainError(
        "not_found",
        `These plans do not exist, so none was changed: ${unknown.join(", ")}.`,
        {
          ids: unknown,
        }
      )
    }
    await this.plans.update(rows.map(({ id }) => ({ id, revenue_category })) as never, tx)
    await this.audit.record(
      rows.map(({ id }) => ({
        actor,
        action: "categorize-plan",
        subject: { type: "plan", id },
        changes: { revenue_category },
      })),
      tx
    )
    return rows.map(({ id, revenue_category: former }) => ({ id, revenue_category: former }))
  }

  /** Ids of the plans that a branch sells (PLAN-10, PLAN-16). */
  async idsSoldAt(location_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select id from membership_plan
       where deleted_at is null
         and (coalesce(locations->'sold_at', 'null'::jsonb) = 'null'::jsonb or locations->'sold_at' @> to_jsonb(?::text))`,
      [location_id]
    )
    return rows.map((row) => row.id)
  }

  /** All plans that are sold as variants of one product. */
  async ofProduct(product_id: string, tx: Tx): Promise<Plan[]> {
    return (await this.plans.list({ product_id }, {}, tx)).map(toPlan)
  }

  private async assertChangeAllowed(
    before: Plan,
    after: PlanDefinition,
    fields: PlanFields,
    tx: Tx
  ): Promise<void> {
    if (fields.status) assertStatusChange(before.status, fields.status)
    assertPlanValid(after)
    if (fields.introductory_offer) await this.assertConversionKnown(after, tx)
    await assertServicesKnown(after, before, tx)
    if (after.handle !== before.handle) await this.assertHandleFree(after.handle, tx)
    if (after.audience === before.audience) return
    const frozen = await execute(
      tx,
      `select id from membership_price_chart where plan_id = ? and state <> 'draft' and deleted_at is null limit 1`,
      [before.id]
    )
    if (!frozen.length) return
    const message = "Its finalized price charts were made for its audience; make a new plan for another one."
    const problems = [{ field: "audience", message }]
    throw new DomainError("plan_invalid", message, { field: "audience", problems })
  }

  private async handleFor(fields: NewPlanFields, tx: Tx): Promise<string> {
    if (fields.handle !== undefined) {
      await this.assertHandleFree(fields.handle, tx)
      return fields.handle
    }
    const handle = handleOf(fields.name)
    const taken = await this.plans.list({ handle: { $like: `${handle}%` } }, { select: ["handle"] }, tx)
    return freeHandle(handle, new Set(taken.map((plan) => plan.handle)))
  }

  private async assertHandleFree(handle: string, tx: Tx): Promise<void> {
    const [taken] = await this.plans.list({ handle }, { take: 1 }, tx)
    if (!taken) return
    throw new DomainError(
      "name_taken",
      `There already is a plan with the handle “${handle}”. Choose another one.`,
      {
        field: "handle",
      }
    )
  }

  private async assertVariantFree(variant_id: string, tx: Tx): Promise<void> {
    const [taken] = await this.plans.list({ variant_id }, { take: 1 }, tx)
    if (!taken) return
    const message = `The plan “${taken.name}” is sold as this variant already; choose another variant.`
    throw new DomainError("conflict", message, { field: "variant_id", plan_id: taken.id })
  }

  private async assertConversionKnown({ introductory_offer }: PlanDefinition, tx: Tx): Promise<void> {
    const id = introductory_offer?.converts_to_plan_id
    if (!id) return
    const [plan] = await this.plans.list({ id }, { take: 1 }, tx)
    const field = "introductory_offer.converts_to_plan_id"
    if (!plan) throw new DomainError("not_found", `There is no plan ${id} to convert into.`, { field, id })
  }

  private async soldCount(id: string, tx: Tx): Promise<number> {
    // One that memberships came from, or are to come to, has a history too (BILL-10).
    const [row] = await execute<{ count: string }>(
      tx,
      `select (select count(*) from membership where plan_id = ?)
            + (select count(*) from membership_plan_change where from_plan_id = ? or to_plan_id = ?) as count`,
      [id, id, id]
    )
    return Number(row?.count ?? 0)
  }

  /** The product that was made for a deleted plan belongs to the next plan on it, so that it still follows one. */
  private async handOverProduct(product_id: string, tx: Tx): Promise<void> {
    const [heir] = await this.plans.list({ product_id }, { take: 1, order: { id: "ASC" } }, tx)
    if (heir) await this.plans.update({ id: heir.id, owns_product: true } as never, tx)
  }
}

export interface FormerCategory {
  readonly id: string
  readonly revenue_category: string | null
}

function unknownPlan(id: string): DomainError {
  return new DomainError("not_found", `There is no membership plan with the id ${id}.`, { id })
}

function lowerCase(codes: readonly string[] | null): string[] | null {
  return codes?.length ? codes.map((code) => code.toLowerCase()) : null
}

/** A plan as the fields that would write it so. */
function formerFields(plan: Plan, metadata: unknown, terms: string | null | undefined): PlanFields {
  const { introductory_offer, ...row } = fromDefinition(plan)
  const { is_recurring: _, ...fields } = row
  return {
    ...fields,
    introductory_offer,
    services: fields.services ? [...fields.services] : null,
    signup_fee: [...fields.signup_fee],
    status: plan.status,
    currency_codes: plan.currency_codes ? [...plan.currency_codes] : null,
    metadata: metadata as Record<string, unknown> | null,
    ...(terms === undefined ? {} : { terms }),
  }
}
