import { handle, membershipModule } from "../../http/handler"
import { placeOf, visitorOf } from "../place"
import type { FrontDeskDecisionBody } from "../shapes"

export const POST = handle<FrontDeskDecisionBody>(async (req, res) => {
  const { service_id = null, membership_id = null, is_guest, ...who } = req.validatedBody
  const membership = membershipModule(req)
  const location_id = placeOf(req, who.location_id)
  const member_id = await visitorOf(req, who)
  const question = { member_id, location_id, service_id, membership_id, is_guest }
  const decision = await membership.decideAccess(question)
  const [member] = await membership.frontDeskMembers([member_id], location_id)
  res.json({ decision, member })
})
