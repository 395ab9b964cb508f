import { handle, membershipModule } from "../../http/handler"

export const GET = handle(async (req, res) => {
  const { days, offset, limit } = req.validatedQuery as { days: number; offset: number; limit: number }
  const all = await membershipModule(req).membersAgeingOut(days)
  res.json({ members_ageing_out: all.slice(offset, offset + limit), count: all.length, offset, limit })
})
