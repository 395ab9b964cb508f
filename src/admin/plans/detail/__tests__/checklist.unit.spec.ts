import type { SellabilityProblem } from "../../../../domain/plans/sellability"
import type { ChartVersion } from "../../types"
import { checklistOf } from "../checklist"

const problem = (
  code: SellabilityProblem["code"],
  more: Partial<SellabilityProblem> = {}
): SellabilityProblem => ({
  ...{ code, message: "", field: "" },
  ...more,
})
const version = (number: number, state: ChartVersion["state"]): ChartVersion => ({
  ...{ id: `mchart_${number}`, version: number, state },
  ...{ template_id: null, finalized_at: null, published_at: null },
})
const checklist = (problems: SellabilityProblem[], price_charts: ChartVersion[] = []) =>
  checklistOf({ sellability: { sellable: problems.length === 0, problems }, price_charts })

describe("what is missing before a plan can be sold", () => {
  it("CHART-1: says how far its prices are, and sets the plan active last", () => {
    const problems = [problem("plan_draft"), problem("chart_not_published")]
    expect(checklist(problems)).toEqual([{ code: "chart_none" }, { code: "plan_draft" }])
    expect(checklist(problems, [version(1, "draft")])[0]).toEqual({ code: "chart_draft", version: 1 })
    const both = [version(1, "finalized"), version(2, "draft")]
    expect(checklist(problems, both)[0]).toEqual({ code: "chart_finalized", version: 1 })
  })

  it("CHART-9: names the currency without prices", () => {
    const missing = problem("currency_not_priced", { currency_code: "usd" })
    expect(checklist([missing])).toEqual([{ code: "currency_not_priced", currency_code: "usd" }])
  })

  it("PLAN-14: nothing is missing of a plan that can be sold", () => {
    expect(checklist([])).toEqual([])
  })
})
