import type { MedusaRequest } from "@medusajs/framework/http"
import { Modules } from "@medusajs/framework/utils"
import { oneOf } from "../../http/read"

export const ENTITY = "membership_front_desk_device"

type Row = Record<string, unknown>

/** With the names of their locations, so that no page has to ask for them. */
export async function withLocationNames(req: MedusaRequest, rows: Row[]): Promise<Row[]> {
  const ids = [
    ...new Set(rows.flatMap(({ location_id }) => (typeof location_id === "string" ? [location_id] : []))),
  ]
  if (ids.length === 0) return rows
  const locations = await req.scope
    .resolve(Modules.STOCK_LOCATION)
    .listStockLocations({ id: ids }, { select: ["id", "name"] })
  const names = new Map(locations.map(({ id, name }) => [id, name]))
  return rows.map((row) => ({ ...row, location_name: names.get(row.location_id as string) ?? null }))
}

export async function deviceAnswer(req: MedusaRequest, id: string): Promise<Row> {
  const [device] = await withLocationNames(req, [await oneOf(req, ENTITY, id)])
  return device!
}
