import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { changeCreditsWorkflow, type ChangeCreditsInput } from "../../../workflows/credits/change-credits"
import { staffCredits } from "../../http/credits"
import { membershipModule } from "../../http/handler"
import { effectsOf } from "../../http/seat-effects"

/** A change of credits by staff: what it would do, or what it did and what is there now. */
export async function changeCredits(
  req: AuthenticatedMedusaRequest,
  res: MedusaResponse,
  input: ChangeCreditsInput
): Promise<void> {
  const { result } = await changeCreditsWorkflow(req.scope).run({ input })
  const effects = effectsOf(result)
  if (input.preview) {
    res.json({ preview: { effects } })
    return
  }
  const { membership_id } = result
  const {
    entries: _e,
    count: _c,
    ...credits
  } = await membershipModule(req).readCredits({
    ...{ membership_id, limit: 0, offset: 0 },
  })
  res.json({ credits: staffCredits(credits), effects })
}
