import { handle } from "../../../../http/handler"
import { changeCharge } from "../../change-charge"

export const POST = handle(async (req, res) => changeCharge(req, res, { verb: "retry" }))
