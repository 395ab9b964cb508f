import type { SellabilityProblem } from "../../../domain/plans/sellability"
import type { Plan } from "../types"

type Code = Exclude<SellabilityProblem["code"], "chart_not_published" | "location_not_covered">

/** One thing that is missing, as staff see it: a chart that is not published is at one of three places on its way. */
export interface Missing {
  code: Code | "chart_none" | "chart_draft" | "chart_finalized"
  /** Of the version that is nearest to being published. */
  version?: number
  currency_code?: string
}

/** In the order in which it is best solved: the prices first, the sale last. */
export function checklistOf({
  sellability,
  price_charts,
}: Pick<Plan, "sellability" | "price_charts">): Missing[] {
  const missing = sellability.problems.flatMap(({ code, currency_code }): Missing[] => {
    if (code === "location_not_covered") return []
    if (code === "chart_not_published") return [chartOnItsWay(price_charts)]
    return [{ code, ...(currency_code ? { currency_code } : {}) }]
  })
  const isStatus = ({ code }: Missing) => code === "plan_draft" || code === "plan_archived"
  return [...missing.filter((item) => !isStatus(item)), ...missing.filter(isStatus)]
}

function chartOnItsWay(versions: Plan["price_charts"]): Missing {
  const newest = newestFirst(versions)
  const found = newest.find(({ state }) => state === "finalized") ?? newest[0]
  if (!found) return { code: "chart_none" }
  return { code: found.state === "finalized" ? "chart_finalized" : "chart_draft", version: found.version }
}

export const newestFirst = <Version extends { version: number }>(versions: readonly Version[]): Version[] =>
  [...versions].sort((a, b) => b.version - a.version)
