import { addDays, assertCalendarDate, localDate } from "../../../domain/time/calendar"
import { dayTotals, kindTotals } from "../../../domain/forecast/days"
import { forecastMemberships } from "../../../workflows/billing/forecast-memberships"
import { handle, membershipModule } from "../../http/handler"
import { dayAnswer, happeningsAnswer, kindAnswer } from "./answer"
import type { ForecastQuery } from "./routes"

export const GET = handle(async (req, res) => {
  const { kind, limit, offset, ...query } = req.validatedQuery as unknown as ForecastQuery
  const { membership_id = null, customer_id = null } = query
  const membership = membershipModule(req)
  const today = localDate(await membership.now(), await membership.zoneOf(null))
  const from = query.from ?? today
  const until = query.until ?? addDays(assertCalendarDate(from, "from"), 1)
  const question = { membership_id, customer_id, from_on: from, until_on: until }
  const all = await forecastMemberships(req.scope, question)
  const kinds = kind === undefined ? null : [kind].flat()
  const happenings = all.filter((each) => kinds === null || kinds.includes(each.kind))
  res.json({
    membership_forecast: {
      ...{ from, until, today },
      days: dayTotals(happenings).map(dayAnswer),
      totals: kindTotals(happenings).map(kindAnswer),
    },
    happenings: await happeningsAnswer(req, happenings.slice(offset, offset + limit)),
    ...{ count: happenings.length, offset, limit },
  })
})
