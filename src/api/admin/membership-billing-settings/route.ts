import { updateBillingSettingsWorkflow } from "../../../workflows/billing/update-billing-settings"
import { actorOf, handle } from "../../http/handler"
import type { UpdateBillingSettingsBody } from "./routes"
import { tellBillingSettings } from "./tell"

export const GET = handle(tellBillingSettings)

export const POST = handle<UpdateBillingSettingsBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  await updateBillingSettingsWorkflow(req.scope).run({ input })
  await tellBillingSettings(req, res)
})
