import { handle } from "../../http/handler"
import { chargePage } from "./charges"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await chargePage(req)
  res.json({ membership_charges: rows, ...page })
})
