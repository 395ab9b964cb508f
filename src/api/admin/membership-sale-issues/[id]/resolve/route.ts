import { resolveSaleIssueWorkflow } from "../../../../../workflows/selling/resolve-sale-issue"
import { actorOf, handle } from "../../../../http/handler"
import { oneOf } from "../../../../http/read"
import { effectsOf } from "../../../../http/seat-effects"
import type { ResolveSaleIssueBody } from "../../routes"

export const POST = handle<ResolveSaleIssueBody>(async (req, res) => {
  const id = req.params.id!
  const { preview, action, reason = null } = req.validatedBody
  const input = { id, action, reason, preview, actor: actorOf(req) }
  const { result } = await resolveSaleIssueWorkflow(req.scope).run({ input })
  const { effects: done, currency_code } = result
  const effects = currency_code === null ? done : effectsOf({ effects: done, currency_code })
  res.json(
    preview
      ? { preview: { effects } }
      : { membership_sale_issue: await oneOf(req, "membership_sale_issue", id), effects }
  )
})
