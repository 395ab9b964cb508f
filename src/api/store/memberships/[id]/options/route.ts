import { handle, membershipModule } from "../../../../http/handler"
import { optionsOf } from "../../../../http/seat-options"
import { assertOwn } from "../../own"

export const GET = handle(async (req, res) => {
  const id = req.params.id!
  await assertOwn(req, id)
  res.json({ options: optionsOf(await membershipModule(req).seatOptions(id)) })
})
