import { deleteClassificationWorkflow } from "../../../../workflows/people/delete-classification"
import { updateClassificationWorkflow } from "../../../../workflows/people/update-classification"
import { actorOf, handle } from "../../../http/handler"
import { oneOf } from "../../../http/read"
import type { UpdateClassificationBody } from "../routes"

const ENTITY = "membership_classification"

export const GET = handle(async (req, res) => {
  res.json({ membership_classification: await oneOf(req, ENTITY, req.params.id!) })
})

export const POST = handle<UpdateClassificationBody>(async (req, res) => {
  const id = req.params.id!
  await updateClassificationWorkflow(req.scope).run({
    input: { ...req.validatedBody, id, actor: actorOf(req) },
  })
  res.json({ membership_classification: await oneOf(req, ENTITY, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deleteClassificationWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: ENTITY, deleted: true })
})
