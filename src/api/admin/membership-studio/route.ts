import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { loadStore } from "../../../workflows/plans/steps/store"
import { handle, membershipModule } from "../../http/handler"
import { type BranchRow, branchesOf, categoriesOf, type PlanNameRow } from "./names"

const CLASSIFICATION = ["id", "name", "description", "min_age", "max_age", "requires_proof"]
const PLAN = ["id", "name", "handle", "status", "kind", "audience", "revenue_category"]
const SERVICE = ["id", "name", "kind", "status"]
const BY_NAME = { order: { name: "ASC" as const } }

export const GET = handle(async (req, res) => {
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const [facts, { currency_codes }, classifications, plans, services, stock_locations, branches] =
    await Promise.all([
      membershipModule(req).readStudio(),
      loadStore(req.scope),
      query.graph({ entity: "membership_classification", fields: CLASSIFICATION, pagination: BY_NAME }),
      query.graph({ entity: "membership_plan", fields: PLAN, pagination: BY_NAME }),
      query.graph({ entity: "membership_service", fields: SERVICE, pagination: BY_NAME }),
      query.graph({ entity: "stock_location", fields: ["id", "name"], pagination: BY_NAME }),
      query.graph({
        entity: "membership_location",
        fields: ["stock_location_id", "time_zone", "is_default"],
      }),
    ])
  const rows = plans.data as PlanNameRow[]
  res.json({
    studio: {
      ...facts,
      currency_codes,
      locations: branchesOf(stock_locations.data, branches.data as BranchRow[], facts.time_zone),
      classifications: classifications.data,
      plans: rows,
      services: services.data,
      revenue_categories: categoriesOf(rows),
    },
  })
})
