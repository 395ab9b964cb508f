import { createMemberWorkflow } from "../../../workflows/people/create-member"
import { actorOf, handle } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import type { CreateMemberBody } from "./routes"

const ENTITY = "membership_member"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY)
  res.json({ members: rows, ...page })
})

export const POST = handle<CreateMemberBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createMemberWorkflow(req.scope).run({ input })
  res.json({ member: await oneOf(req, ENTITY, result.id) })
})
