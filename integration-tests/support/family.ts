import {
  EXAMPLE_CLASSIFICATIONS,
  FAMILY_CHART,
  type ExampleChart,
  exampleRows,
} from "../../src/domain/charts/examples"
import type { Api, Headers, Json } from "./shop"
import { createSellablePlan } from "./plans"

/** The example classifications, by name. */
export async function createClassifications(api: Api, admin: Headers): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const body of EXAMPLE_CLASSIFICATIONS) {
    const { data } = await api.post("/admin/membership-classifications", body, admin)
    ids.set(body.name, data.membership_classification.id)
  }
  return ids
}

/** The family plan of CHART-11 (a): monthly, with terms and a signup fee. */
export async function createFamilyPlan(
  api: Api,
  admin: Headers,
  ids: ReadonlyMap<string, string>,
  { chart = FAMILY_CHART, ...body }: { chart?: ExampleChart; [field: string]: unknown } = {}
): Promise<Json> {
  const plan = {
    name: "Family",
    audience: "household",
    billing: { type: "recurring", interval: "month", interval_count: 1 },
    signup_fee: [{ currency_code: "eur", amount: 19.9 }],
    terms: "Be kind.",
    ...body,
  }
  return createSellablePlan(api, admin, plan, exampleRows(chart, ids) as Json[])
}

/** A birth date of somebody who is so old today. */
function bornYearsAgo(years: number): string {
  const today = new Date()
  return `${today.getUTCFullYear() - years}-01-01`
}

/** Two adults, a child of six and one of twelve. */
export const FAMILY_OF_FOUR = [40, 38, 6, 12].map((age) => ({ date_of_birth: bornYearsAgo(age) }))
