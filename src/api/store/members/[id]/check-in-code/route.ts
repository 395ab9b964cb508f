import { actorOf, handle, membershipModule } from "../../../../http/handler"
import { customerIdOf } from "../../own"

export const GET = handle(async (req, res) => {
  const input = { member_id: req.params.id!, customer_id: customerIdOf(req), actor: actorOf(req) }
  res.setHeader("Cache-Control", "no-store")
  res.json(await membershipModule(req).showRotatingCode(input))
})
