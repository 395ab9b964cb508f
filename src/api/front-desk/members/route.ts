import { handle, membershipModule } from "../../http/handler"
import { frontDeskOf } from "../authenticate"
import type { FrontDeskSearchQuery } from "../shapes"

export const GET = handle(async (req, res) => {
  const { q, location_id = null } = req.validatedQuery as FrontDeskSearchQuery
  const place = frontDeskOf(req).device?.location_id ?? location_id
  res.json({ members: await membershipModule(req).searchFrontDesk({ q, location_id: place }) })
})
