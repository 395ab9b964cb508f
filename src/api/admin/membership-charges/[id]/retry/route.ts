import { handle } from "../../../../http/handler"
import { changeCharge } from "../../change-charge"
import type { RetryChargeBody } from "../../routes"

export const POST = handle<RetryChargeBody>(async (req, res) =>
  changeCharge(req, res, { verb: "retry" }, req.validatedBody.preview)
)
