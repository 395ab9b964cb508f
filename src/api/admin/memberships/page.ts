import type { MedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"
import { membershipFilters } from "./filters"
import type { ListMembershipsQuery } from "./routes"

type Page = Awaited<ReturnType<typeof listOf>>

/** A page of the list, newest first unless the request orders it: the numbers are given in the order of the sales. */
export async function membershipPage(req: MedusaRequest): Promise<Page> {
  const { q, ...filters } = req.filterableFields as ListMembershipsQuery
  const words = q?.trim().split(/\s+/).filter(Boolean) ?? []
  const isOrdered = req.queryConfig.pagination.order !== undefined
  req.queryConfig.pagination.order ??= { display_id: "DESC" }
  // Three ways to a customer, of which one is enough: the search knows them, the platform's filters would join them all.
  if (words.length || filters.related_customer_id !== undefined)
    return searched(req, { words, filters, isOrdered })
  req.filterableFields = membershipFilters(filters)
  return listOf(req, "membership")
}

interface Search {
  readonly words: readonly string[]
  readonly filters: Omit<ListMembershipsQuery, "q">
  readonly isOrdered: boolean
}

/** The search finds a page by itself; where the request asks for another order, all ids, which are then ordered. */
async function searched(req: MedusaRequest, { words, filters, isOrdered }: Search): Promise<Page> {
  const { skip, take = null } = req.queryConfig.pagination
  const part = isOrdered ? { skip: 0, take: null } : { skip, take }
  const { ids, count } = await membershipModule(req).searchMemberships({ words, filters, ...part })
  req.filterableFields = { id: ids }
  if (isOrdered) return listOf(req, "membership")
  req.queryConfig.pagination.skip = 0
  const { rows } = await listOf(req, "membership")
  return { rows, count, offset: skip, limit: take ?? ids.length }
}
