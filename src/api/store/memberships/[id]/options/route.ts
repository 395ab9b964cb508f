import { handle, membershipModule } from "../../../../http/handler"
import { optionsOf } from "../../../../http/seat-options"
import { assertOwn } from "../../own"

/** Without what the whole costs: who only sits in it, or pays for one seat, is not told (PEOPLE-6). */
export const GET = handle(async (req, res) => {
  const id = req.params.id!
  await assertOwn(req, id)
  const { dues_per_period: _whole, ...options } = optionsOf(await membershipModule(req).seatOptions(id))
  res.json({ options })
})
