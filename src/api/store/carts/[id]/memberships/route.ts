import { addMembershipToCartWorkflow } from "../../../../../workflows/selling/add-membership-to-cart"
import { actorOf, handle } from "../../../../http/handler"
import { wishOf } from "../../../../http/seat-wish"
import { answerCart } from "../../answer"
import type { AddMembershipBody } from "../../routes"

export const POST = handle<AddMembershipBody>(async (req, res) => {
  const cart_id = req.params.id!
  const { plan_id, seats, people, ...choices } = req.validatedBody
  const { result } = await addMembershipToCartWorkflow(req.scope).run({
    input: {
      ...{ cart_id, subject: { plan: plan_id }, wish: wishOf({ seats, people }) },
      ...choices,
      actor: actorOf(req),
    },
  })
  res.json({ cart: await answerCart(req, cart_id), draft_id: result.draft_id, quote: result.quote })
})
