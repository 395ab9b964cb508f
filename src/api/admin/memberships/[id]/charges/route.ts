import { handle } from "../../../../http/handler"
import { chargePage } from "../../../membership-charges/charges"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await chargePage(req, { membership_id: req.params.id })
  res.json({ membership_charges: rows, ...page })
})
