import { chartProblems } from "../../../../domain/charts/completeness"
import type { StudioClassification } from "../../../platform/studio"
import { likelyAdult, likelyChild } from "../likely-classifications"
import { draftProblems } from "../draft-problems"
import { chartBody, planBody } from "../plan-body"
import {
  changedCase,
  type PlanDraft,
  USUAL,
  USUAL_CASES,
  type UsualCase,
  usualDraft,
  type UsualWords,
} from "../usual-cases"

const words: UsualWords = { name: (usual) => `The ${usual}`, row: (row) => `The ${row}` }

const classification = (id: string, name: string, min_age: number | null, max_age: number | null) =>
  ({ id, name, description: null, min_age, max_age, requires_proof: false }) satisfies StudioClassification

const ADULT = classification("mclass_a", "Adult", 18, null)
const CHILD = classification("mclass_c", "Child", 0, 17)
const studio = { currency_codes: ["eur", "usd"], classifications: [ADULT, CHILD] }

const draft = (usual: UsualCase, change: Partial<PlanDraft> = {}): PlanDraft => ({
  ...usualDraft(usual, studio, words),
  ...change,
})
const priced = (usual: UsualCase): PlanDraft => {
  const plan = draft(usual, { ending: "sale" })
  return { ...plan, rows: plan.rows.map((row) => ({ ...row, prices: { eur: "10", usd: "12,50" } })) }
}
const paths = (plan: PlanDraft) => draftProblems(plan).map(({ path, problem }) => `${path}: ${problem}`)

describe("the five usual plans", () => {
  it.each(USUAL_CASES)(
    "CHART-9: %s, priced, has nothing wrong, and its first version is complete",
    (usual) => {
      const plan = priced(usual)
      expect(draftProblems(plan)).toEqual([])
      const { audience } = USUAL[usual]
      expect(chartProblems(chartBody(plan), { audience, currency_codes: studio.currency_codes })).toEqual([])
    }
  )

  it("PLAN-9, CHART-4: a family is two adults that every sale has, and as many children as come", () => {
    expect(chartBody(priced("family"))).toMatchObject([
      {
        classification_id: ADULT.id,
        required: true,
        unlimited: false,
        prices: [{ amount: 10 }, { amount: 12.5 }],
      },
      { classification_id: ADULT.id, required: true },
      { classification_id: CHILD.id, required: false, unlimited: true },
    ])
  })

  it("CHART-4: without classifications the seats are for anyone", () => {
    const plan = usualDraft("family", { ...studio, classifications: [] }, words)
    expect(plan.rows.map(({ classification_id }) => classification_id)).toEqual([null, null, null])
  })

  it("PLAN-8: an introductory offer ends by itself and sends its limits; others send no offer", () => {
    expect(planBody(draft("intro"), studio.currency_codes)).toMatchObject({
      billing: { type: "one_time" },
      validity: { count: 14, unit: "day" },
      introductory_offer: { limit_per_customer: 1, limit_per_household: 1, converts_to_plan_id: null },
    })
    expect(planBody(draft("unlimited"), studio.currency_codes)).not.toHaveProperty("introductory_offer")
  })

  it("PLAN-4: a pack gives its classes once", () => {
    expect(planBody(draft("pack"), studio.currency_codes)).toMatchObject({
      kind: "credit_pack",
      billing: { type: "one_time" },
      entitlement: { type: "credits", credits: 10, per: "term" },
      validity: { count: 12, unit: "month" },
    })
  })

  it("all currencies of the store are sent as all, so that later ones are sold in as well", () => {
    expect(planBody(draft("unlimited"), studio.currency_codes).currency_codes).toBeNull()
    const one = draft("unlimited", { currency_codes: ["usd"] })
    expect(planBody(one, studio.currency_codes).currency_codes).toEqual(["usd"])
  })

  it("a row without a label has the plan's name, and no price means no version", () => {
    expect(chartBody(priced("unlimited"))).toMatchObject([{ label: "The unlimited" }])
    expect(chartBody(draft("unlimited"))).toEqual([])
  })

  it("another case keeps what was written and the name that was given", () => {
    const written = draft("unlimited", { terms: "Be kind.", description: "All of it" })
    expect(changedCase(written, "family", studio, words)).toMatchObject({
      name: "The family",
      terms: "Be kind.",
    })
    expect(changedCase({ ...written, name: "Gold" }, "family", studio, words).name).toBe("Gold")
  })
})

describe("what keeps the form from being sent", () => {
  it.each<[change: Partial<PlanDraft>, found: string[]]>([
    [{ name: " " }, ["name: required"]],
    [{ currency_codes: [] }, ["currency_codes: currencyMissing"]],
    [{ billing: { interval: "month", interval_count: null } }, ["billing.interval_count: required"]],
    [{ billing: { interval: "month", interval_count: 1.5 } }, ["billing.interval_count: wholeNumber"]],
    [{ signup_fees: { eur: "ten", usd: "" } }, ["signup_fees.eur: amount"]],
    // What the case does not ask for cannot be wrong.
    [{ entitlement: { credits: null }, validity: { count: null, unit: "day" } }, []],
  ])("%j", (change, found) => {
    expect(paths(draft("unlimited", change))).toEqual(found)
  })

  it("CHART-4: seats of a shared plan are told apart by their labels", () => {
    const plan = draft("corporate")
    const rows = plan.rows.map((row, index) => (index === 1 ? { ...row, label: " " } : row))
    expect(paths({ ...plan, rows })).toEqual(["rows.1.label: required"])
  })

  it("CHART-9: prices may wait in a draft, and are all needed to sell at once", () => {
    expect(paths(draft("unlimited"))).toEqual([])
    expect(paths(draft("unlimited", { ending: "sale" }))).toEqual([
      "rows.0.prices.eur: priceMissing",
      "rows.0.prices.usd: priceMissing",
    ])
  })

  it("PLAN-8: an introductory offer has an end; a pack may have none", () => {
    const endless = { validity: { count: null, unit: "day" as const } }
    expect(paths(draft("intro", endless))).toEqual(["validity.count: required"])
    expect(paths(draft("pack", endless))).toEqual([])
  })
})

describe("which classification is probably the adults'", () => {
  it.each<[StudioClassification[], string | undefined, string | undefined]>([
    [[ADULT, CHILD], "mclass_a", "mclass_c"],
    [[classification("1", "Kind", 0, 15), classification("2", "Erwachsene", 16, null)], "2", "1"],
    [[classification("1", "Grown-ups", 18, null), classification("2", "Juniors", null, 17)], "1", "2"],
    [
      [classification("1", "Senior", 65, null), classification("2", "Young child", 5, 8)],
      undefined,
      undefined,
    ],
    [[], undefined, undefined],
  ])("%j", (all, adult, child) => {
    expect([likelyAdult(all)?.id, likelyChild(all)?.id]).toEqual([adult, child])
  })
})
