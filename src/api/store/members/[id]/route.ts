import { updateDependentWorkflow } from "../../../../workflows/people/update-dependent"
import { actorOf, handle } from "../../../http/handler"
import { oneOf } from "../../../http/read"
import { customerIdOf } from "../own"
import type { UpdateDependentBody } from "../routes"

export const POST = handle<UpdateDependentBody>(async (req, res) => {
  const id = req.params.id!
  const input = { ...req.validatedBody, id, customer_id: customerIdOf(req), actor: actorOf(req) }
  await updateDependentWorkflow(req.scope).run({ input })
  res.json({ member: await oneOf(req, "membership_member", id) })
})
