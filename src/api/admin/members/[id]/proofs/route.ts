import { addProofWorkflow } from "../../../../../workflows/people/add-proof"
import { actorOf, handle } from "../../../../http/handler"
import { listOf, oneOf } from "../../../../http/read"
import type { AddProofBody } from "../../routes"

const ENTITY = "membership_proof"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY, { member_id: req.params.id })
  res.json({ proofs: rows, ...page })
})

export const POST = handle<AddProofBody>(async (req, res) => {
  const input = { ...req.validatedBody, member_id: req.params.id!, actor: actorOf(req) }
  const { result } = await addProofWorkflow(req.scope).run({ input })
  res.json({ proof: await oneOf(req, ENTITY, result.id) })
})
