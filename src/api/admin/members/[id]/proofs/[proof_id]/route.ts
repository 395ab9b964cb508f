import { removeProofWorkflow } from "../../../../../../workflows/people/remove-proof"
import { actorOf, handle } from "../../../../../http/handler"

export const DELETE = handle(async (req, res) => {
  const { id: member_id, proof_id: id } = req.params as { id: string; proof_id: string }
  await removeProofWorkflow(req.scope).run({ input: { id, member_id, actor: actorOf(req) } })
  res.json({ id, object: "proof", deleted: true })
})
