import type { Actor } from "../../../domain/actor"
import { decideConversion } from "../../../domain/billing/decide-conversion"
import { DomainError } from "../../../domain/errors"
import type { AcceptedConversion } from "../../../domain/selling/conversion"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"
import { planChangeFacts } from "./plan-change-facts"
import type { PlanChangeService } from "./plan-changes"
import type { SalePlanService } from "./sale-plans"

interface Dependencies {
  auditService: AuditService
  planChangeService: PlanChangeService
  salePlanService: SalePlanService
}

interface Accepted {
  readonly sale_draft_id: string
  readonly conversion: AcceptedConversion
}

/** Introductory offers that go on as another plan, because whoever bought them agreed to it (PLAN-8). */
export class ConversionService {
  private readonly audit: AuditService
  private readonly changes: PlanChangeService
  private readonly plans: SalePlanService

  constructor({ auditService, planChangeService, salePlanService }: Dependencies) {
    this.audit = auditService
    this.changes = planChangeService
    this.plans = salePlanService
  }

  /**
   * Paid memberships whose offer's end is known, and whose conversion is not planned yet, in the order of their ids: what
   * cannot be planned for now stands in the way of no other.
   * @param after_id the last one that was looked at; an empty text before the first
   */
  async due(limit: number, after_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select m.id from ${UNPLANNED_CONVERSIONS} and m.id > ? order by m.id limit ?`,
      [after_id, limit]
    )
    return rows.map(({ id }) => id)
  }

  /**
   * Plans what was agreed to at the sale, once, at the price of then. What the rules refuse by now is not planned, and stands
   * in the history.
   * @returns null: done before, or to be tried again
   */
  async plan(membership_id: string, tx: Tx): Promise<{ readonly refused_code: string | null } | null> {
    const asker = { type: "staff", reason: null } as const
    const of = await this.changes.load({ membership_id, asker, paid: null }, { lock: true }, tx)
    const [accepted] = await execute<Accepted>(
      tx,
      `select d.id as sale_draft_id, d.conversion from membership m join membership_sale_draft d on d.id = m.sale_draft_id
       where m.id = ? and d.conversion is not null and ${NOT_PLANNED}`,
      [membership_id]
    )
    if (!accepted) return null
    const { conversion } = accepted
    const actor: Actor = { type: conversion.accepted_by_type, id: conversion.accepted_by }
    const { now, loaded } = of
    try {
      const sale = await this.plans.load({ id_or_handle: conversion.plan_id }, tx)
      const [published_chart = null] = await this.plans.loadCharts([conversion.price_chart_id], tx)
      const id = newEntityId("mpchg")
      const wish = { when: "end", asker, id } as const
      const facts = await planChangeFacts(of, { ...sale, published_chart }, wish, tx)
      const { introductory_offer: offer, validity } = loaded
      const from = { offer: offer && { converts_to_plan_id: conversion.plan_id }, validity }
      const decision = decideConversion({ ...facts, from })
      const { terms_version: accepted_terms_version } = conversion
      const kept = { membership_id, when: "end", accepted_terms_version, actor, reason: null, now } as const
      await this.changes.keep({ ...kept, loaded, to: facts.to, decision }, tx)
      return { refused_code: null }
    } catch (error) {
      // Decided before anything was written. What cannot be any more is refused for good: the offer ends by itself.
      if (!(error instanceof DomainError)) throw error
      if (isPassing(error)) return null
      await execute(
        tx,
        `update membership_sale_draft set conversion_refused_code = ?, updated_at = now() where id = ?`,
        [error.code, accepted.sale_draft_id]
      )
      const subject = { type: "membership", id: membership_id }
      const changes = { plan_id: conversion.plan_id, refused: error.code }
      await this.audit.record({ actor, action: "refuse-conversion", subject, membership_id, changes }, tx)
      return { refused_code: error.code }
    }
  }
}

/** It is on hold without an end, canceled, or to have another plan: each of them may be taken back. */
const isPassing = ({ code, details }: DomainError): boolean =>
  code === "plan_change_planned" || code === "already_canceled" || details.reason === "no_period"

const NOT_PLANNED = `d.conversion_refused_code is null and not exists (
  select from membership_plan_change c where c.membership_id = m.id and c.timing = 'end' and c.deleted_at is null)`

/** @internal */
export const UNPLANNED_CONVERSIONS = `
  membership_sale_draft d join membership m on m.sale_draft_id = d.id
  where d.conversion is not null and m.activated_at is not null and m.voided_at is null
    and m.ends_on is not null and m.deleted_at is null and ${NOT_PLANNED}`
