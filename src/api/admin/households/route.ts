import { createHouseholdWorkflow } from "../../../workflows/people/create-household"
import { actorOf, handle } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import type { CreateHouseholdBody } from "./routes"
import { withGuardians } from "./with-guardians"

const ENTITY = "membership_household"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY)
  res.json({ households: rows.map(withGuardians), ...page })
})

export const POST = handle<CreateHouseholdBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createHouseholdWorkflow(req.scope).run({ input })
  res.json({ household: withGuardians(await oneOf(req, ENTITY, result.id)) })
})
