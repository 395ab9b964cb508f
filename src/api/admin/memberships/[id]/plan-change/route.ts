import {
  changePlan,
  type PlanChangeBody,
  planChangePage,
  takeBackPlanChange,
} from "../../../../http/plan-change"
import { handle } from "../../../../http/handler"
import { membershipOf } from "../../with-status"

const staff = (reason: string | null = null) => ({ type: "staff", reason }) as const

export const GET = handle(async (req, res) => {
  res.json({ plan_change: await planChangePage(req, staff()) })
})

export const POST = handle<PlanChangeBody>(async (req, res) => {
  const plan_change = await changePlan(req, staff(req.validatedBody.reason), false)
  res.json({ membership: await membershipOf(req, req.params.id!), plan_change })
})

export const DELETE = handle(async (req, res) => {
  res.json(await takeBackPlanChange(req, staff()))
})
