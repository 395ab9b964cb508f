import { createHouseholdWorkflow } from "../../../workflows/people/create-household"
import { actorOf, handle } from "../../http/handler"
import { listOf } from "../../http/read"
import { householdAnswer, withGuardians } from "./answer"
import { householdFilters } from "./filters"
import type { CreateHouseholdBody } from "./routes"

export const GET = handle(async (req, res) => {
  req.filterableFields = householdFilters(req.filterableFields)
  const { rows, ...page } = await listOf(req, "membership_household")
  res.json({ households: rows.map(withGuardians), ...page })
})

export const POST = handle<CreateHouseholdBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createHouseholdWorkflow(req.scope).run({ input })
  res.json({ household: await householdAnswer(req, result.id) })
})
