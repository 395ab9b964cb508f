import { handle } from "../../../../http/handler"
import { ownChargePage } from "../../own-charges"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await ownChargePage(req)
  res.json({ charges: rows, ...page })
})
