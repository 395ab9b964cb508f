import { deleteServiceWorkflow } from "../../../../workflows/services/delete-service"
import { updateServiceWorkflow } from "../../../../workflows/services/update-service"
import { actorOf, handle } from "../../../http/handler"
import { oneOf } from "../../../http/read"
import type { UpdateServiceBody } from "../routes"

const ENTITY = "membership_service"

export const GET = handle(async (req, res) => {
  res.json({ membership_service: await oneOf(req, ENTITY, req.params.id!) })
})

export const POST = handle<UpdateServiceBody>(async (req, res) => {
  const id = req.params.id!
  await updateServiceWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor: actorOf(req) } })
  res.json({ membership_service: await oneOf(req, ENTITY, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deleteServiceWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: ENTITY, deleted: true })
})
