import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { z } from "@medusajs/framework/zod"
import type { PlanChange } from "../../domain/billing/plan-change"
import type { ProratedPart } from "../../domain/billing/proration"
import { fromMinor, sumMinor } from "../../domain/money/amounts"
import type { PlanChangeAnswer, SeatAsker } from "../../modules/membership/types"
import {
  changePlanWorkflow,
  planChangeOptions,
  type PlanChangeWithTax,
} from "../../workflows/billing/change-plan"
import { takeBackPlanChangeWorkflow } from "../../workflows/billing/take-back-plan-change"
import { actorOf } from "./handler"
import { text } from "./shapes"

const wish = {
  plan_id: z.string().min(1),
  /** `end`: with the end of an introductory offer that leads to the plan (PLAN-8). */
  when: z.enum(["now", "renewal", "end"]),
  accepted_terms_version: z.int().min(1).nullish(),
}

/** What customers send: the plans' policies bind them. */
export const StorePlanChange = z.strictObject(wish)

/** What staff send: a reason goes past commitment and notice, and is kept in the history. */
export const AdminPlanChange = z.strictObject({ ...wish, reason: text.max(1000).nullish() })
export type PlanChangeBody = z.infer<typeof AdminPlanChange>

/** Decides, or with `preview` only tells; the answer is the same. */
export async function changePlan(
  req: AuthenticatedMedusaRequest<PlanChangeBody>,
  asker: SeatAsker,
  preview: boolean
): Promise<Record<string, unknown>> {
  const { plan_id, when, accepted_terms_version = null } = req.validatedBody
  const membership_id = req.params.id!
  const { result } = await changePlanWorkflow(req.scope).run({
    input: { membership_id, plan_id, when, accepted_terms_version, asker, preview, actor: actorOf(req) },
  })
  return tellChange(result)
}

export async function takeBackPlanChange(req: AuthenticatedMedusaRequest, asker: SeatAsker) {
  const input = { membership_id: req.params.id!, asker, actor: actorOf(req) }
  const { result: id } = await takeBackPlanChangeWorkflow(req.scope).run({ input })
  return { id, object: "membership_plan_change", deleted: true }
}

/** The change that waits, what is carried on to later charges, and what the membership could change to. */
export async function planChangePage(req: AuthenticatedMedusaRequest, asker: SeatAsker) {
  const membership_id = req.params.id!
  const { currency_code, options } = await planChangeOptions(req.scope, { membership_id, asker })
  return {
    planned: await plannedChange(req, membership_id),
    carried: await carriedOf(req, membership_id, currency_code),
    currency_code,
    options: options.map(({ now, renewal, end, ...option }) => ({
      ...option,
      now: tellAnswer(now, currency_code),
      renewal: tellAnswer(renewal, currency_code),
      end: end && tellAnswer(end, currency_code),
    })),
  }
}

interface Planned {
  readonly id: string
  readonly timing: string
  readonly changes_on: string
  readonly to_plan_id: string
  readonly to_membership_id: string | null
  readonly decided_at: string
}

/** The change that waits for a renewal or the end of an offer, and the shared membership where it is for a seat of one; null where none waits. */
export async function plannedChange(req: Pick<AuthenticatedMedusaRequest, "scope">, membership_id: string) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "membership_plan_change",
    fields: ["id", "timing", "changes_on", "to_plan_id", "to_membership_id", "decided_at"],
    filters: { membership_id, status: "planned" },
  })
  const [planned] = data as unknown as Planned[]
  if (!planned) return null
  const { id, timing: when, changes_on, decided_at, to_plan_id, to_membership_id } = planned
  const [[plan], [joined]] = await Promise.all([
    query.graph({ entity: "membership_plan", fields: ["name"], filters: { id: [to_plan_id] } }),
    query.graph({ entity: "membership", fields: ["display_id"], filters: { id: [to_membership_id ?? ""] } }),
  ]).then((found) => found.map((each) => each.data as unknown[]) as [{ name: string }[], Joined[]])
  const joins = joined ? { membership_id: to_membership_id, display_id: joined.display_id } : null
  return { id, when, changes_on, decided_at, plan: { id: to_plan_id, name: plan?.name ?? "" }, joins }
}

interface Joined {
  readonly display_id: number
}

async function carriedOf(
  req: AuthenticatedMedusaRequest,
  membership_id: string,
  currency_code: string
): Promise<number> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "membership",
    fields: ["dues_credits"],
    filters: { id: membership_id },
  })
  const [row] = data as unknown as { dues_credits: { amount_minor: number }[] | null }[]
  return fromMinor(sumMinor((row?.dues_credits ?? []).map(({ amount_minor }) => amount_minor)), currency_code)
}

function tellAnswer(answer: PlanChangeAnswer, currency_code: string) {
  if (!answer.can) return { ...answer, change: null }
  return { can: true, code: null, message: null, change: tellTerms(answer.change, currency_code) }
}

/** What a change means in days and money before tax, as decimals. */
export function tellTerms(change: PlanChange, currency_code: string) {
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const part = ({ amount_minor, ...days }: ProratedPart) => ({ ...days, amount: amount(amount_minor) })
  const { direction, changes_on, commitment_from_on, days_lost, revokes_credits } = change
  return {
    ...{ direction, changes_on, commitment_from_on, days_lost, revokes_credits },
    charge: part(change.charge),
    credit: change.credit && part(change.credit),
    ...{ due: amount(change.due_minor), carried: amount(change.carried_minor) },
  }
}

function tellChange({ change, charges, totals, ...result }: PlanChangeWithTax): Record<string, unknown> {
  const { currency_code, carried_minor, plan_id, plan_name, from_plan_id, from_plan_name } = result
  const amount = (minor: number) => fromMinor(minor, currency_code)
  const sum = (column: "tax_minor" | "total_minor") =>
    totals && amount(sumMinor(totals.map((each) => each[column])))
  const total_of = new Map((totals ?? []).map((each) => [each.id, each.total_minor]))
  return {
    ...{ id: result.id, membership_id: result.membership_id, when: result.when, currency_code },
    ...{ from_plan: { id: from_plan_id, name: from_plan_name }, plan: { id: plan_id, name: plan_name } },
    ...tellTerms(change, currency_code),
    carried: amount(carried_minor),
    ...{ tax: sum("tax_minor"), total: sum("total_minor") },
    payers: charges.map(({ id, charge }) => ({
      payer_customer_id: charge.payer_customer_id,
      total: totals && amount(total_of.get(id) ?? 0),
    })),
  }
}
