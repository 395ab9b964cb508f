import { renewRotatingCodeWorkflow } from "../../../../../../workflows/access-codes/renew-rotating-code"
import { actorOf, handle } from "../../../../../http/handler"
import { customerIdOf } from "../../../own"

export const POST = handle(async (req, res) => {
  const input = { member_id: req.params.id!, customer_id: customerIdOf(req), actor: actorOf(req) }
  const { result } = await renewRotatingCodeWorkflow(req.scope).run({ input })
  res.setHeader("Cache-Control", "no-store")
  res.json(result)
})
