import { deleteLocationWorkflow } from "../../../../workflows/locations/delete-location"
import { updateLocationWorkflow } from "../../../../workflows/locations/update-location"
import { actorOf, handle } from "../../../http/handler"
import { oneOf } from "../../../http/read"
import type { UpdateLocationBody } from "../routes"

const ENTITY = "membership_location"

export const GET = handle(async (req, res) => {
  res.json({ membership_location: await oneOf(req, ENTITY, req.params.id!) })
})

export const POST = handle<UpdateLocationBody>(async (req, res) => {
  const id = req.params.id!
  await updateLocationWorkflow(req.scope).run({ input: { ...req.validatedBody, id, actor: actorOf(req) } })
  res.json({ membership_location: await oneOf(req, ENTITY, id) })
})

export const DELETE = handle(async (req, res) => {
  const id = req.params.id!
  await deleteLocationWorkflow(req.scope).run({ input: { id, actor: actorOf(req) } })
  res.json({ id, object: ENTITY, deleted: true })
})
