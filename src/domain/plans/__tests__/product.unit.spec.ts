import { decideProduct, type ProductPlan } from "../product"
import { variantPrices, type VariantPriceFacts } from "../variant-prices"
import { compareInWindow, isListed, type WindowPlan } from "../shop-window"
import type { PlanStatus } from "../types"
import { plan } from "./fixtures"

const owned = (change: Partial<ProductPlan> = {}): ProductPlan => ({
  ...{ id: "p1", name: "Ten classes", description: "Ten.", image_url: "https://shop.test/ten.png" },
  ...{ status: "active", owns_product: true },
  ...change,
})

describe("the product of a plan", () => {
  it("PLAN-1: made for one plan, it has the plan's name, text, picture and status", () => {
    expect(decideProduct({ plans: [owned()], variant_count: 1 })).toEqual({
      ...{ title: "Ten classes", description: "Ten.", thumbnail: "https://shop.test/ten.png" },
      status: "published",
    })
  })

  it.each<[PlanStatus[], string]>([
    // statuses of its plans,  status
    [["draft", "archived"], "draft"],
    [["archived", "active"], "published"],
    [["active", "active"], "published"],
  ])("PLAN-2: holding only plans that are %j, it is %s and keeps its own name", (statuses, status) => {
    const plans = statuses.map((each, index) => owned({ id: `p${index}`, status: each, owns_product: false }))
    expect(decideProduct({ plans, variant_count: 2 })).toEqual({ status })
  })

  it.each([
    ["with one plan among other goods", [owned({ owns_product: false })], 3],
    ["without a plan", [], 1],
  ])("PLAN-2: the shop's own product %s is left alone", (_why, plans, variant_count) => {
    expect(decideProduct({ plans, variant_count })).toEqual({})
  })
})

const row = {
  ...{ label: "Ten", classification_id: null, required: false, unlimited: false, tax_rate: null },
  prices: [
    { currency_code: "eur", amount: 149 },
    { currency_code: "usd", amount: 179.5 },
  ],
}
const facts = (change: Partial<VariantPriceFacts> = {}): VariantPriceFacts => ({
  ...{ plan: { ...plan(), status: "active" }, rows: [row], has_terms: false, currency_codes: ["EUR", "usd"] },
  ...change,
})

describe("the prices of a plan's variant", () => {
  it("SALE-3: are those of its only row, in every currency it sells in", () => {
    expect(variantPrices(facts())).toEqual(row.prices)
  })

  it.each<[string, Partial<VariantPriceFacts>]>([
    ["is a draft", { plan: { ...plan(), status: "draft" } }],
    ["is archived", { plan: { ...plan(), status: "archived" } }],
    ["has no published prices", { rows: null }],
    ["lets the customer choose a row", { rows: [row, { ...row, label: "Student" }] }],
    ["asks for terms to be accepted", { has_terms: true }],
    ["asks for a first day", { plan: { ...plan({ starts: "chosen_date" }), status: "active" } }],
  ])("SALE-3: there are none for a plan that %s, so that no cart takes it unasked", (_why, change) => {
    expect(variantPrices(facts(change))).toEqual([])
  })

  it("MONEY-1: a currency without a price in the chart has none", () => {
    expect(variantPrices(facts({ currency_codes: ["jpy", "eur"] }))).toEqual([row.prices[0]])
  })
})

const shown = (change: Partial<WindowPlan["portal"]> = {}, more: Partial<WindowPlan> = {}): WindowPlan => ({
  ...{ name: "A", status: "active", locations: { sold_at: null, valid_at: null } },
  portal: { visible: true, featured: false, preselected: false, sort_order: 0, ...change },
  ...more,
})

describe("the shop window", () => {
  it.each<[string, WindowPlan, string | null, boolean]>([
    ["an active, visible plan", shown(), null, true],
    ["a hidden one", shown({ visible: false }), null, false],
    ["a draft", shown({}, { status: "draft" }), null, false],
    ["an archived one", shown({}, { status: "archived" }), null, false],
    ["one sold here", shown({}, { locations: { sold_at: ["here"], valid_at: null } }), "here", true],
    ["one sold elsewhere", shown({}, { locations: { sold_at: ["there"], valid_at: null } }), "here", false],
    [
      "one sold somewhere, asked for everywhere",
      shown({}, { locations: { sold_at: ["there"], valid_at: null } }),
      null,
      true,
    ],
  ])("SALE-11, PLAN-10: %s is listed or not", (_what, plan_shown, location_id, listed) => {
    expect(isListed(plan_shown, location_id)).toBe(listed)
  })

  it("PLAN-1: featured plans come first, then as staff sorted them, then by name", () => {
    const last = shown({ sort_order: 2 }, { name: "A" })
    const b = shown({ sort_order: 1 }, { name: "B" })
    const a = shown({ sort_order: 1 }, { name: "A" })
    const featured = shown({ featured: true, sort_order: 9 }, { name: "Z" })
    expect([last, b, featured, a].sort(compareInWindow)).toEqual([featured, a, b, last])
  })
})
