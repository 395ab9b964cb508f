import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DomainError } from "../../domain/errors"

type Rows = Record<string, unknown>[]

/** One page of an entity, with the filters, fields and order that the request asked for. */
export async function listOf(req: MedusaRequest, entity: string, filters: Record<string, unknown> = {}) {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data, metadata } = await query.graph({
    entity,
    fields: req.queryConfig.fields,
    filters: { ...req.filterableFields, ...filters },
    pagination: { ...req.queryConfig.pagination, order: req.queryConfig.pagination.order ?? { id: "DESC" } },
  })
  const {
    count = 0,
    skip = 0,
    take = 0,
  } = (metadata ?? {}) as { count?: number; skip?: number; take?: number }
  return { rows: data as Rows, count, offset: skip, limit: take }
}

/** One row by its id with the fields that the request asked for. @throws DomainError `not_found` */
export async function oneOf(
  req: MedusaRequest,
  entity: string,
  id: string,
  filters: Record<string, unknown> = {}
): Promise<Record<string, unknown>> {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: req.queryConfig.fields, filters: { id, ...filters } })
  const [row] = data as Rows
  if (!row)
    throw new DomainError("not_found", `There is no ${entity.replaceAll("_", " ")} with the id ${id}.`, {
      id,
    })
  return row
}

/** The page that was asked for, of what is no entity of the platform's query. */
export function pageOf(req: MedusaRequest): { limit: number; offset: number } {
  const { take, skip } = req.queryConfig.pagination
  return { limit: take ?? 50, offset: skip }
}
