import { handle, membershipModule } from "../../../../../../http/handler"
import type { ListCandidatesQuery } from "../../../../routes"

export const GET = handle(async (req, res) => {
  const { id, seat_id } = req.params as { id: string; seat_id: string }
  const { q, limit } = req.validatedQuery as ListCandidatesQuery
  const candidates = await membershipModule(req).seatCandidates({ membership_id: id, seat_id, q, limit })
  res.json({ candidates })
})
