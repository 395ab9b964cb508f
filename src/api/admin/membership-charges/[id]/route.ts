import { handle } from "../../../http/handler"
import { chargeWithAttempts } from "../charges"

export const GET = handle(async (req, res) => {
  res.json({ membership_charge: await chargeWithAttempts(req, req.params.id!) })
})
