import { actorOf, handle, membershipModule } from "../../../../http/handler"

export const GET = handle(async (req, res) => {
  res.setHeader("Cache-Control", "no-store")
  res.json(await membershipModule(req).showRotatingCode({ member_id: req.params.id!, actor: actorOf(req) }))
})
