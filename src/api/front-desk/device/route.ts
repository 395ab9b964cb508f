import { DomainError } from "../../../domain/errors"
import { handle } from "../../http/handler"
import { frontDeskOf } from "../authenticate"
import { locationName } from "../location-name"

export const GET = handle(async (req, res) => {
  const { device } = frontDeskOf(req)
  if (device === null)
    throw new DomainError("not_found", "You are logged in as staff, not as a front-desk device.")
  const location_name = await locationName(req.scope, device.location_id)
  res.json({ front_desk_device: { ...device, location_name } })
})
