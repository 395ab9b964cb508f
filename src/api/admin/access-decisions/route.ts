import { toInstant } from "../../../domain/time/calendar"
import { handle, membershipModule } from "../../http/handler"
import type { DecideAccessBody } from "../check-ins/routes"

export const POST = handle<DecideAccessBody>(async (req, res) => {
  const { at, service_id = null, membership_id = null, grant_id = null, ...asked } = req.validatedBody
  const question = { ...asked, service_id, membership_id, grant_id }
  const decision = await membershipModule(req).decideAccess({
    ...question,
    ...(at === undefined ? {} : { at: toInstant(at, "at") }),
  })
  res.json({ decision })
})
