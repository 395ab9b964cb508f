import { decideArchive, decideDelete } from "../archive"
import { assertEligible, eligibility, type CustomerHistory } from "../eligibility"
import { assertNoChoices, choicesNeeded, type ChoiceFacts } from "../needs-choices"
import { assertSellable, sellability, type SellabilityFacts } from "../sellability"
import type { IntroductoryOffer } from "../types"
import { refusal } from "./fixtures"

const SELLABLE: SellabilityFacts = {
  status: "active",
  has_variant: true,
  published_currency_codes: ["eur", "usd"],
  currency_codes: ["EUR"],
  sold_at: null,
  location_id: "sloc_1",
}

it.each([
  ["PLAN-14", {}, [], null, "complete"],
  ["PLAN-14", { status: "archived" }, ["plan_archived"], "plan_not_sellable", "archived plans are not sold"],
  ["PLAN-14", { status: "draft" }, ["plan_draft"], "plan_not_sellable", "drafts neither"],
  ["PLAN-1", { has_variant: false }, ["variant_missing"], "plan_not_sellable", "sold as a variant"],
  ["CHART-1", { published_currency_codes: null }, ["chart_not_published"], "chart_not_published", "no price"],
  [
    "CHART-1",
    { status: "draft", published_currency_codes: null },
    ["plan_draft", "chart_not_published"],
    "chart_not_published",
    "the refusal says that the chart is missing, whatever else is",
  ],
  [
    "CHART-9",
    { currency_codes: ["eur", "gbp"] },
    ["currency_not_priced"],
    "currency_not_priced",
    "no pounds",
  ],
  ["PLAN-10", { sold_at: ["sloc_2"] }, ["location_not_covered"], "location_not_covered", "sold elsewhere"],
  ["PLAN-10", { sold_at: ["sloc_1", "sloc_2"] }, [], null, "sold here"],
  ["PLAN-10", { sold_at: ["sloc_2"], location_id: null }, [], null, "no branch asked about"],
] as [string, Partial<SellabilityFacts>, string[], string | null, string][])(
  "%s: %j finds %j and is refused with %s: %s",
  (_rule, change, codes, refused_with) => {
    const facts = { ...SELLABLE, ...change }
    const { sellable, problems } = sellability(facts)
    expect(problems.map((problem) => problem.code)).toEqual(codes)
    expect(sellable).toBe(codes.length === 0)
    if (refused_with === null) expect(() => assertSellable(facts)).not.toThrow()
    else
      expect(refusal(() => assertSellable(facts))).toMatchObject({
        code: refused_with,
        details: { problems },
      })
  }
)

const INTRO: IntroductoryOffer = {
  new_customers_only: true,
  look_back_days: 90,
  limit_per_customer: null,
  limit_per_household: null,
  converts_to_plan_id: null,
  conversion: "offer",
}
const NEW: CustomerHistory = {
  last_held_on: null,
  last_used_on: null,
  uses_by_customer: 0,
  uses_by_household: 0,
}

it.each([
  [{}, {}, [], "a new customer"],
  [{}, { last_held_on: "2026-06-15" }, ["not_eligible"], "holds a plan today"],
  [{}, { last_held_on: "2026-03-17" }, ["not_eligible"], "held one 90 days ago"],
  [{}, { last_held_on: "2026-03-16" }, [], "91 days ago is long enough"],
  [{ look_back_days: null }, { last_held_on: "1999-01-01" }, ["not_eligible"], "ever is ever"],
  [{}, { last_used_on: "2026-05-01", uses_by_customer: 1 }, ["intro_already_used"], "had it just now"],
  [{}, { last_used_on: "2024-05-01", uses_by_customer: 1 }, [], "new again, and no limit"],
  [
    { limit_per_customer: 1 },
    { last_used_on: "2024-05-01", uses_by_customer: 1 },
    ["intro_already_used"],
    "once",
  ],
  [{ limit_per_customer: 2 }, { last_used_on: "2026-05-01", uses_by_customer: 1 }, [], "the second of two"],
  [{ limit_per_household: 1 }, { uses_by_household: 1 }, ["intro_already_used"], "the family had it"],
  [{ limit_per_household: 2 }, { uses_by_household: 1 }, [], "one more for the family"],
  [
    { limit_per_household: 1, limit_per_customer: 1 },
    { last_held_on: "2026-06-01", uses_by_customer: 1, uses_by_household: 1 },
    ["not_eligible", "intro_already_used"],
    "each reason once",
  ],
] as [Partial<IntroductoryOffer>, Partial<CustomerHistory>, string[], string][])(
  "PLAN-8: offer %j, history %j gives %j: %s",
  (offer, past, codes) => {
    const input = { intro: { ...INTRO, ...offer }, history: { ...NEW, ...past }, today: "2026-06-15" }
    expect(eligibility(input).map((reason) => reason.code)).toEqual(codes)
    if (codes.length === 0) expect(() => assertEligible(input)).not.toThrow()
    else expect(refusal(() => assertEligible(input)).code).toBe(codes[0])
  }
)

it("SALE-11: a plan that is no introductory offer is for everybody", () => {
  const history = { ...NEW, last_held_on: "2026-06-15", uses_by_customer: 5 }
  expect(eligibility({ intro: null, history, today: "2026-06-15" })).toEqual([])
})

const PLAIN: ChoiceFacts = {
  locations: { sold_at: null, valid_at: null },
  audience: "individual",
  starts: "purchase",
  proration: false,
  billing: { type: "recurring", interval: "month", interval_count: 1 },
  renewal: { mode: "period_end" },
  signup_fees: [],
  introductory_offer: null,
  row_count: 1,
  has_terms: false,
  currency_code: "eur",
}

it.each([
  [{}, [], "one row, no terms, no fee"],
  [{ starts: "first_visit" }, [], "nothing to choose"],
  [{ signup_fees: [{ currency_code: "usd", amount: 20 }] }, [], "a fee in another currency"],
  [{ signup_fees: [{ currency_code: "eur", amount: 0 }] }, [], "a fee of zero"],
  [{ row_count: 2 }, ["several_rows"], "adults and seniors"],
  [{ proration: true }, ["first_period"], "BILL-7: what the first days cost is counted by the sale"],
  [{ proration: true, renewal: { mode: "none" } }, [], "BILL-7: one that ends has no shorter first period"],
  [{ audience: "household", row_count: 4 }, ["shared_audience"], "who comes?"],
  [{ has_terms: true }, ["terms"], "terms to accept"],
  [{ starts: "chosen_date" }, ["start_date"], "a day to choose"],
  [{ signup_fees: [{ currency_code: "EUR", amount: 20 }] }, ["signup_fee"], "a second line"],
  [{ introductory_offer: INTRO }, ["introductory_offer"], "asks who buys it"],
] as [Partial<ChoiceFacts>, string[], string][])("SALE-3: %j needs %j: %s", (change, codes) => {
  const facts = { ...PLAIN, ...change }
  expect(choicesNeeded(facts).map((choice) => choice.code)).toEqual(codes)
  if (codes.length === 0) expect(() => assertNoChoices(facts)).not.toThrow()
  else expect(refusal(() => assertNoChoices(facts)).code).toBe("needs_choices")
})

describe("PLAN-14: the end of a plan", () => {
  const never_sold = { id: "plan_1", status: "active", sold_count: 0 } as const

  it("PLAN-14: a plan that nobody bought can be deleted", () => {
    expect(decideDelete(never_sold)).toEqual({ deleted_id: "plan_1" })
  })

  it("PLAN-14: a plan that was ever sold cannot be deleted, but archived", () => {
    const sold = { ...never_sold, sold_count: 1 }
    expect(refusal(() => decideDelete(sold)).code).toBe("plan_was_sold")
    expect(decideArchive(sold)).toEqual({ id: "plan_1", status: "archived" })
  })
})
