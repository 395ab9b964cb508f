import { Modules } from "@medusajs/framework/utils"
import { DomainError } from "../../../domain/errors"
import { handle } from "../../http/handler"
import { frontDeskOf } from "../authenticate"

export const GET = handle(async (req, res) => {
  const { device } = frontDeskOf(req)
  if (device === null)
    throw new DomainError("not_found", "You are logged in as staff, not as a front-desk device.")
  const [location] = await req.scope
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: device.location_id }, { select: ["name"], take: 1 })
  res.json({ front_desk_device: { ...device, location_name: location?.name ?? null } })
})
