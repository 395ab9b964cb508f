import { createPlanWorkflow } from "../../../workflows/plans/create-plan"
import { actorOf, handle, membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"
import { planAnswer, planListAnswer } from "./answer"
import type { CreatePlanBody } from "./shapes"

export const GET = handle(async (req, res) => {
  const { location_id, recurring, ...filters } = req.filterableFields
  req.filterableFields = {
    ...filters,
    ...(recurring === undefined ? {} : { is_recurring: recurring }),
    ...(typeof location_id === "string"
      ? { $and: [{ id: await membershipModule(req).planIdsSoldAt(location_id) }] }
      : {}),
  }
  const { rows, ...page } = await listOf(req, "membership_plan")
  res.json({ membership_plans: await planListAnswer(req, rows), ...page })
})

export const POST = handle<CreatePlanBody>(async (req, res) => {
  const { product_id, variant_id, ...fields } = req.validatedBody
  const input = { fields, product_id, variant_id, actor: actorOf(req) }
  const { result } = await createPlanWorkflow(req.scope).run({ input })
  res.json({ membership_plan: await planAnswer(req, result.id) })
})
