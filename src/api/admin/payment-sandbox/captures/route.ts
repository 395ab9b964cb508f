import { listCaptures } from "../../../../providers/payment-sandbox"
import { handle } from "../../../http/handler"
import { pageOf } from "../../../http/read"
import { sandboxOf } from "../../../http/sandbox"
import type { ListCapturesQuery } from "../routes"

export const GET = handle(async (req, res) => {
  const { database } = sandboxOf(req.scope)
  const filters = req.filterableFields as Partial<ListCapturesQuery>
  const page = pageOf(req)
  res.json({ ...(await listCaptures(database, filters, page)), ...page })
})
