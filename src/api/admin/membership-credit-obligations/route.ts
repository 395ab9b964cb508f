import { assertCalendarDate, compareDates } from "../../../domain/time/calendar"
import { DomainError } from "../../../domain/errors"
import { obligationsAnswer } from "./answer"
import { handle, membershipModule } from "../../http/handler"
import type { ObligationsQuery } from "./routes"

export const GET = handle(async (req, res) => {
  const query = req.validatedQuery as unknown as ObligationsQuery
  const from = assertCalendarDate(query.from, "from")
  const to = assertCalendarDate(query.to, "to")
  if (compareDates(from, to) >= 0)
    throw new DomainError("date_invalid", "The range ends before it begins.", { field: "to" })
  const { location_id = null, plan_id = null } = query
  const all = await membershipModule(req).creditObligations({ from, to, location_id, plan_id })
  res.json({ obligations: all.map(obligationsAnswer) })
})
