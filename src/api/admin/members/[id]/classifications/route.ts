import { handle, membershipModule } from "../../../../http/handler"

export const GET = handle(async (req, res) => {
  res.json({ classifications: await membershipModule(req).classificationsOfMember(req.params.id!) })
})
