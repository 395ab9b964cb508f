import { pauseRenewalsWorkflow } from "../../../../workflows/billing/pause-renewals"
import { actorOf, handle } from "../../../http/handler"
import type { PauseRenewalsBody } from "../routes"
import { tellBillingSettings } from "../tell"

export const POST = handle<PauseRenewalsBody>(async (req, res) => {
  const { reason = null } = req.validatedBody
  await pauseRenewalsWorkflow(req.scope).run({ input: { reason, actor: actorOf(req) } })
  await tellBillingSettings(req, res)
})
