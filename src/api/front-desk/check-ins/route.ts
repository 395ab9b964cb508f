import { DomainError } from "../../../domain/errors"
import { visitFilters } from "../../admin/check-ins/filters"
import { visitPage } from "../../admin/check-ins/visits"
import type { SeenVisit } from "../../../modules/membership/types"
import { checkInAnswer } from "../../http/check-in"
import { handle, membershipModule } from "../../http/handler"
import { frontDeskOf } from "../authenticate"
import { locationName } from "../location-name"
import { placeOf, visitorOf } from "../place"
import type { FrontDeskCheckInBody } from "../shapes"

export const GET = handle(async (req, res) => {
  const { location_id: asked } = req.filterableFields as { location_id?: string }
  const location_id = placeOf(req, asked)
  const today = await membershipModule(req).today(location_id)
  req.filterableFields = visitFilters({ location_id, from_on: today, to_on: today })
  const { rows, ...page } = await visitPage(req)
  res.json({ check_ins: rows, ...page })
})

export const POST = handle<FrontDeskCheckInBody>(async (req, res) => {
  const { device, actor } = frontDeskOf(req)
  const { code: _code, location_id: asked, ...wish } = req.validatedBody
  if (device !== null && wish.override_reason)
    throw new DomainError("not_eligible", "Only staff who are logged in let somebody in against the rules.", {
      field: "override_reason",
    })
  const location_id = placeOf(req, asked)
  const member_id = await visitorOf(req, req.validatedBody)
  const place = { location_id, device_id: device?.id ?? null, actor }
  const { visit, member, repeated } = await checkInAnswer(req, { ...wish, member_id, ...place })
  const location_name = await locationName(req.scope, location_id)
  const told = withNames(req.queryConfig.fields, { ...visit, location_name })
  res.json({ decision: visit.decision, repeated, member, visit: told })
})

/** The fields that were asked for; the name of what an id stands for comes with the id, as on every route. */
function withNames(fields: readonly string[], visit: SeenVisit & { readonly location_name: string | null }) {
  const named = fields.map((field) => field.replace(/^(member|service|location)_id$/, "$1_name"))
  const asked = new Set(["id", ...fields, ...named])
  return Object.fromEntries(Object.entries(visit).filter(([field]) => asked.has(field)))
}
