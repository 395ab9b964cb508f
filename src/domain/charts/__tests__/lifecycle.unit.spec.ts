import { assertDraft, decideFinalize, decidePublish } from "../lifecycle"
import type { ChartState } from "../types"
import { refusal } from "./fixtures"

const version = (id: string, state: ChartState) => ({ id, state })

it("CHART-3: a draft is finalized", () => {
  expect(decideFinalize(version("a", "draft"))).toEqual([{ id: "a", from: "draft", to: "finalized" }])
})

it.each(["finalized", "published"] as const)(
  "CHART-3: a %s version is never finalized or edited again",
  (state) => {
    expect(refusal(() => decideFinalize(version("a", state))).code).toBe("chart_not_draft")
    expect(refusal(() => assertDraft(version("a", state)))).toMatchObject({
      code: "chart_not_draft",
      details: { chart_id: "a", state },
    })
  }
)

it("CHART-3: only a draft can be edited", () => {
  expect(() => assertDraft(version("a", "draft"))).not.toThrow()
})

it("CHART-3: the first version is published alone", () => {
  expect(decidePublish({ chart: version("a", "finalized"), published: null })).toEqual([
    { id: "a", from: "finalized", to: "published" },
  ])
})

it("CHART-3: publishing another version returns the former to finalized, and back again", () => {
  expect(decidePublish({ chart: version("b", "finalized"), published: version("a", "published") })).toEqual([
    { id: "a", from: "published", to: "finalized" },
    { id: "b", from: "finalized", to: "published" },
  ])
  expect(decidePublish({ chart: version("a", "finalized"), published: version("b", "published") })).toEqual([
    { id: "b", from: "published", to: "finalized" },
    { id: "a", from: "finalized", to: "published" },
  ])
})

it("CHART-3: publishing what is published changes nothing", () => {
  const chart = version("a", "published")
  expect(decidePublish({ chart, published: chart })).toEqual([])
})

it("CHART-3: a draft cannot be published", () => {
  expect(refusal(() => decidePublish({ chart: version("a", "draft"), published: null })).code).toBe(
    "chart_not_finalized"
  )
})
