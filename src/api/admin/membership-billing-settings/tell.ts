import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { namesOf } from "../memberships/people-names"

/** The settings, with the name of who paused renewals. */
export async function tellBillingSettings(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { pause, ...settings } = await membershipModule(req).readBillingSettings()
  res.json({ membership_billing_settings: { ...settings, pause: pause && (await named(req, pause)) } })
}

async function named<Pause extends { readonly paused_by: string | null }>(req: MedusaRequest, pause: Pause) {
  const nameOf = await namesOf(req, "user", pause.paused_by ? [pause.paused_by] : [])
  const { name, email } = nameOf(pause.paused_by)
  return { ...pause, paused_by_name: name ?? email }
}
