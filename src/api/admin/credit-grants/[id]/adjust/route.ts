import { type AdjustCreditsBody, whyOf } from "../../../../http/credits"
import { handle } from "../../../../http/handler"
import { changeCredits } from "../../../memberships/change-credits"

export const POST = handle<AdjustCreditsBody>(async (req, res) => {
  const { credits } = req.validatedBody
  const why = whyOf(req, "adjust_credits", req.validatedBody)
  await changeCredits(req, res, { verb: "adjust_credits", grant_id: req.params.id!, credits, ...why })
})
