import { createMemberWorkflow } from "../../../workflows/people/create-member"
import { actorOf, handle } from "../../http/handler"
import { listOf } from "../../http/read"
import { memberAnswer } from "./answer"
import { memberFilters } from "./filters"
import type { CreateMemberBody } from "./routes"

export const GET = handle(async (req, res) => {
  req.filterableFields = memberFilters(req.filterableFields)
  const { rows, ...page } = await listOf(req, "membership_member")
  res.json({ members: rows, ...page })
})

export const POST = handle<CreateMemberBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createMemberWorkflow(req.scope).run({ input })
  res.json({ member: await memberAnswer(req, result.id) })
})
