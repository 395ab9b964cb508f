import { recordPaymentWorkflow } from "../../../../../workflows/selling/record-payment"
import { actorOf, handle } from "../../../../http/handler"
import type { RecordPaymentBody } from "../../routes"
import { membershipOf } from "../../with-status"

export const POST = handle<RecordPaymentBody>(async (req, res) => {
  const membership_id = req.params.id!
  const { note = null, order_id } = req.validatedBody
  const input = { membership_id, order_id, note, actor: actorOf(req) }
  await recordPaymentWorkflow(req.scope).run({ input })
  res.json({ membership: await membershipOf(req, membership_id) })
})
