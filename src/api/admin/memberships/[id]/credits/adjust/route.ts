import { type GiveCreditsBody, whyOf } from "../../../../../http/credits"
import { handle } from "../../../../../http/handler"
import { changeCredits } from "../../../change-credits"

export const POST = handle<GiveCreditsBody>(async (req, res) => {
  const { credits, seat_id = null, service_ids = null, expires_on = null } = req.validatedBody
  const gift = { membership_id: req.params.id!, credits, seat_id, service_ids, expires_on }
  await changeCredits(req, res, {
    verb: "give_credits",
    ...gift,
    ...whyOf(req, "give_credits", req.validatedBody),
  })
})
