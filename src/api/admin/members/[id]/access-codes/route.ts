import { addCardWorkflow } from "../../../../../workflows/access-codes/add-card"
import { renewRotatingCodeWorkflow } from "../../../../../workflows/access-codes/renew-rotating-code"
import { actorOf, handle, membershipModule } from "../../../../http/handler"
import { listOf, oneOf } from "../../../../http/read"
import type { AddAccessCodeBody } from "../../access-code-routes"

const ENTITY = "membership_access_code"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, ENTITY, { member_id: req.params.id })
  res.json({ access_codes: rows, ...page })
})

export const POST = handle<AddAccessCodeBody>(async (req, res) => {
  const member = { member_id: req.params.id!, actor: actorOf(req) }
  const { kind, ...card } = req.validatedBody
  if ("code" in card) {
    const { result } = await addCardWorkflow(req.scope).run({ input: { ...card, ...member } })
    res.json({ access_code: await oneOf(req, ENTITY, result.id) })
    return
  }
  await renewRotatingCodeWorkflow(req.scope).run({ input: member })
  const live = { member_id: member.member_id, kind, revoked_at: null }
  const [{ id } = { id: "" }] = await membershipModule(req).listMembershipAccessCodes(live, {
    select: ["id"],
  })
  res.json({ access_code: await oneOf(req, ENTITY, id) })
})
