import { recordPaymentWorkflow } from "../../../../../workflows/selling/record-payment"
import { actorOf, handle } from "../../../../http/handler"
import type { RecordPaymentBody } from "../../routes"
import { membershipOf } from "../../with-status"

export const POST = handle<RecordPaymentBody>(async (req, res) => {
  const membership_id = req.params.id!
  const input = { membership_id, note: req.validatedBody.note ?? null, actor: actorOf(req) }
  await recordPaymentWorkflow(req.scope).run({ input })
  res.json({ membership: await membershipOf(req, membership_id) })
})
