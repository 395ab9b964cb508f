import { handle } from "../../../../http/handler"
import { visitPage } from "../../../check-ins/visits"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await visitPage(req, { membership_id: req.params.id })
  res.json({ visits: rows, ...page })
})
