import { reconcileChargeWorkflow } from "../../../../../workflows/billing/reconcile-charge"
import { actorOf, handle } from "../../../../http/handler"
import { chargeWithAttempts } from "../../charges"

export const POST = handle(async (req, res) => {
  const charge_id = req.params.id!
  const { result } = await reconcileChargeWorkflow(req.scope).run({
    input: { charge_id, actor: actorOf(req) },
  })
  const { found, refusal } = result
  res.json({ membership_charge: await chargeWithAttempts(req, charge_id), found, refusal })
})
