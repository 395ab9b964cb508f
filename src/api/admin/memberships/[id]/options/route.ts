import { handle, membershipModule } from "../../../../http/handler"
import { optionsOf } from "../../../../http/seat-options"

export const GET = handle(async (req, res) => {
  res.json({ options: optionsOf(await membershipModule(req).seatOptions(req.params.id!)) })
})
