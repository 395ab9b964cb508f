import { handle, membershipModule } from "../../../../http/handler"
import { optionsOf } from "../../../../http/seat-options"
import { assertOwn } from "../../own"

/** Without what the whole costs and could cost: who only sits in it, or pays for one seat, is not told (PEOPLE-6). */
export const GET = handle(async (req, res) => {
  const id = req.params.id!
  await assertOwn(req, id)
  const {
    dues_per_period: _whole,
    next_seats,
    ...options
  } = optionsOf(await membershipModule(req).seatOptions(id))
  const managed = await membershipModule(req).ownMemberships({
    ...{ customer_id: req.auth_context.actor_id, role: "managed" as const },
  })
  res.json({ options: managed.includes(id) ? { ...options, next_seats } : options })
})
