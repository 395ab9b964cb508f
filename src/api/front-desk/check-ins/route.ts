import { DomainError } from "../../../domain/errors"
import { visitFilters } from "../../admin/check-ins/filters"
import { visitOf, visitPage } from "../../admin/check-ins/visits"
import { checkInAnswer } from "../../http/check-in"
import { handle, membershipModule } from "../../http/handler"
import { frontDeskOf } from "../authenticate"
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
  const { visit_id, ...answer } = await checkInAnswer(req, { ...wish, member_id, ...place })
  const membership = membershipModule(req)
  const [member] = await membership.frontDeskMembers([member_id], location_id)
  res.json({ ...answer, member, visit: await visitOf(req, visit_id) })
})
