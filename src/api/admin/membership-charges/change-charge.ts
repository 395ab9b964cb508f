import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { ChargeVerb } from "../../../modules/membership/types"
import { changeChargeWorkflow } from "../../../workflows/billing/change-charge"
import { actorOf } from "../../http/handler"
import { effectsOf } from "../../http/seat-effects"
import { chargeWithAttempts } from "./charges"

/** Answers with the charge as it is then; with `preview` with the effects alone. */
export async function changeCharge(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  change: ChargeVerb,
  preview = false
): Promise<void> {
  const charge_id = req.params.id!
  const input = { charge_id, change, actor: actorOf(req), preview }
  const { result } = await changeChargeWorkflow(req.scope).run({ input })
  const effects = effectsOf(result)
  if (preview) res.json({ preview: { effects } })
  else res.json({ membership_charge: await chargeWithAttempts(req, charge_id), effects })
}
