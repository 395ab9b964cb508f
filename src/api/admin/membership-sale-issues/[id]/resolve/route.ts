import { resolveSaleIssueWorkflow } from "../../../../../workflows/selling/resolve-sale-issue"
import { actorOf, handle } from "../../../../http/handler"
import { oneOf } from "../../../../http/read"
import type { ResolveSaleIssueBody } from "../../routes"

export const POST = handle<ResolveSaleIssueBody>(async (req, res) => {
  const id = req.params.id!
  await resolveSaleIssueWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor: actorOf(req) } })
  res.json({ membership_sale_issue: await oneOf(req, "membership_sale_issue", id) })
})
