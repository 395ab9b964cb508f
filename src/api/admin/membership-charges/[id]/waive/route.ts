import { DomainError } from "../../../../../domain/errors"
import { handle } from "../../../../http/handler"
import { changeCharge } from "../../change-charge"
import type { WaiveChargeBody } from "../../routes"

export const POST = handle<WaiveChargeBody>(async (req, res) => {
  const { reason, preview } = req.validatedBody
  if (!preview && !reason) throw new DomainError("reason_required", "Say why.", { field: "reason" })
  await changeCharge(req, res, { verb: "waive", reason: reason ?? "" }, preview)
})
