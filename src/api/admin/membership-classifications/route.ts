import { createClassificationWorkflow } from "../../../workflows/people/create-classification"
import { actorOf, handle } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import type { CreateClassificationBody } from "./routes"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, "membership_classification")
  res.json({ membership_classifications: rows, ...page })
})

export const POST = handle<CreateClassificationBody>(async (req, res) => {
  const input = { ...req.validatedBody, actor: actorOf(req) }
  const { result } = await createClassificationWorkflow(req.scope).run({ input })
  res.json({ membership_classification: await oneOf(req, "membership_classification", result.id) })
})
