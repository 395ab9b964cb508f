import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { handle } from "../../../../http/handler"
import {
  changePlan,
  type PlanChangeBody,
  planChangePage,
  takeBackPlanChange,
} from "../../../../http/plan-change"
import { ownMembership } from "../../own"

const asker = ({ auth_context }: AuthenticatedMedusaRequest) =>
  ({ type: "customer", customer_id: auth_context.actor_id }) as const

export const GET = handle(async (req, res) => {
  res.json({ plan_change: await planChangePage(req, asker(req)) })
})

export const POST = handle<PlanChangeBody>(async (req, res) => {
  const plan_change = await changePlan(req, asker(req), false)
  res.json({ membership: await ownMembership(req, req.params.id!), plan_change: ownChange(plan_change) })
})

export const DELETE = handle(async (req, res) => {
  res.json(await takeBackPlanChange(req, asker(req)))
})

/** Without who else pays (PEOPLE-6). */
function ownChange({ payers: _payers, ...change }: Record<string, unknown>): Record<string, unknown> {
  return change
}
