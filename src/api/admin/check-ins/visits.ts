import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listOf, oneOf } from "../../http/read"
import { withActorNames } from "../memberships/with-actor-names"

interface VisitRow extends Record<string, unknown> {
  member_id?: string
  service_id?: string | null
  location_id?: string
}

/** A page of visits, the newest first, with the names behind their ids. */
export async function visitPage(req: MedusaRequest, filters: Record<string, unknown> = {}) {
  req.queryConfig.pagination.order ??= { at: "DESC", id: "DESC" }
  const { rows, ...page } = await listOf(req, "membership_visit", filters)
  return { rows: await withNames(req, rows), ...page }
}

/** @throws DomainError `not_found` */
export async function visitOf(req: MedusaRequest, id: string): Promise<VisitRow> {
  const [visit] = await withNames(req, [await oneOf(req, "membership_visit", id)])
  return visit!
}

async function withNames(req: MedusaRequest, rows: readonly VisitRow[]): Promise<VisitRow[]> {
  const [member, service, location, visits] = await Promise.all([
    labels(req, "membership_member", ["first_name", "last_name"], rows, "member_id"),
    labels(req, "membership_service", ["name"], rows, "service_id"),
    labels(req, "stock_location", ["name"], rows, "location_id"),
    withActorNames(req, rows),
  ])
  return visits.map((visit: VisitRow) => ({
    ...visit,
    ...("member_id" in visit ? { member_name: member(visit.member_id) } : {}),
    ...("service_id" in visit ? { service_name: service(visit.service_id) } : {}),
    ...("location_id" in visit ? { location_name: location(visit.location_id) } : {}),
  }))
}

type Id = string | null | undefined

/** What rows of another table are called, by id; one question for all of them. */
async function labels(
  req: MedusaRequest,
  entity: string,
  fields: string[],
  rows: readonly VisitRow[],
  key: "member_id" | "service_id" | "location_id"
): Promise<(id: Id) => string | null> {
  const known = [...new Set(rows.flatMap((row) => row[key] ?? []))]
  if (known.length === 0) return () => null
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: ["id", ...fields], filters: { id: known } })
  const names = new Map(
    (data as Record<string, string>[]).map((row) => [
      row.id,
      fields
        .map((field) => row[field])
        .filter(Boolean)
        .join(" "),
    ])
  )
  return (id) => names.get(id ?? "") ?? null
}
