import { removeMembershipFromCartWorkflow } from "../../../../../../workflows/selling/remove-membership-from-cart"
import { actorOf, handle } from "../../../../../http/handler"
import { answerCart } from "../../../answer"

export const DELETE = handle(async (req, res) => {
  const { id: cart_id, draft_id } = req.params as { id: string; draft_id: string }
  await removeMembershipFromCartWorkflow(req.scope).run({ input: { cart_id, draft_id, actor: actorOf(req) } })
  res.json({ cart: await answerCart(req, cart_id), draft_id })
})
