import { continueRenewalsWorkflow } from "../../../../workflows/billing/continue-renewals"
import { actorOf, handle } from "../../../http/handler"
import { tellBillingSettings } from "../tell"

export const POST = handle(async (req, res) => {
  await continueRenewalsWorkflow(req.scope).run({ input: { actor: actorOf(req) } })
  await tellBillingSettings(req, res)
})
