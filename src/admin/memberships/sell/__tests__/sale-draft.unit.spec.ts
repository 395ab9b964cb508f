import type { Conversion } from "../quote-types"
import { emptySale, missingFor, quoteBody, saleBody, type SaleDraft } from "../sale-draft"

const plan = { starts: "purchase" as const, terms: { id: "mterms_1", version: 3, text: "Be kind." } }
const filled = (changes: Partial<SaleDraft> = {}): SaleDraft => ({
  ...emptySale("mplan_1"),
  ...{ customer: { id: "cus_1", name: "Ann" }, region_id: "reg_1", location_id: "sloc_1" },
  counts: [
    { classification_id: "adult", count: 2 },
    { classification_id: "child", count: 0 },
  ],
  ...changes,
})

describe("quoteBody", () => {
  it("SALE-9: asks for the counts that are chosen, or for people by name", () => {
    expect(quoteBody(filled(), plan)).toMatchObject({ seats: [{ classification_id: "adult", count: 2 }] })
    const people = [{ id: "mmemb_1", name: "Tom" }]
    const named = quoteBody(filled({ by: "people", people }), plan)
    expect(named).toMatchObject({ people: [{ member_id: "mmemb_1" }] })
    expect(named).not.toHaveProperty("seats")
  })

  it.each<[string, Partial<SaleDraft>]>([
    ["customer", { customer: null }],
    ["region", { region_id: "" }],
    ["seat", { counts: [{ classification_id: "adult", count: 0 }] }],
    ["person", { by: "people" }],
  ])("waits while there is no %s", (_, changes) => {
    expect(quoteBody(filled(changes), plan)).toBeNull()
  })

  it("takes a first day where the plan lets one choose, and none else", () => {
    const dated = { ...plan, starts: "chosen_date" as const }
    expect(quoteBody(filled(), dated)).toBeNull()
    expect(quoteBody(filled({ starts_on: "2027-03-01" }), dated)).toMatchObject({ starts_on: "2027-03-01" })
    expect(quoteBody(filled({ starts_on: "2027-03-01" }), plan)).not.toHaveProperty("starts_on")
  })

  it("PLAN-8: goes past who an offer is for only with a reason; reads codes and no location", () => {
    expect(quoteBody(filled({ reason: "  " }), plan)).not.toHaveProperty("override_eligibility")
    const typed = {
      reason: " Their first visit ",
      promo_codes: "SPRING, welcome  x",
      location_id: "anywhere",
    }
    expect(quoteBody(filled(typed), plan)).toMatchObject({
      ...{ override_eligibility: true, reason: "Their first visit", location_id: null },
      promo_codes: ["SPRING", "welcome", "x"],
    })
  })
})

const follows = (mode: Conversion["mode"]): Conversion => ({
  ...{ mode, plan_id: "mplan_2", plan_name: "Monthly", converts_on: "2027-03-15", price: 100, terms: null },
  interval: { unit: "month", count: 1 },
})
const priced = (id: string, conversion: Conversion | null = null) => ({ id, conversion, notices: [] })

describe("missingFor", () => {
  it.each([
    ["automatic", false, ["accepts_conversion"]],
    ["automatic", true, []],
    ["offer", false, []],
    ["offer", true, []],
  ] as const)("PLAN-8: %s, with consent %s, still asks for %j", (mode, accepts_conversion, missing) => {
    expect(missingFor(priced("quote_1", follows(mode)), filled({ accepts_conversion }))).toEqual(missing)
  })

  it("BILL-11: asks why it is sold all the same, unless that was said", () => {
    const notice = {
      ...{ code: "already_covered" as const, until_on: null },
      ...{ membership_id: "m", display_id: 1, plan_name: "P" },
    }
    const quote = { ...priced("quote_1"), notices: [notice] }
    expect(missingFor(quote, filled())).toEqual(["despite"])
    expect(missingFor(quote, filled({ despite: "For the sister" }))).toEqual([])
    expect(missingFor(null, filled())).toEqual([])
  })
})

describe("saleBody", () => {
  it("PLAN-8: sends the consent where something follows, and never else", () => {
    const agreed = filled({ accepts_conversion: true })
    expect(saleBody(agreed, plan, priced("q", follows("automatic")))).toMatchObject({
      accepts_conversion: true,
    })
    expect(saleBody(agreed, plan, priced("q"))).not.toHaveProperty("accepts_conversion")
    expect(saleBody(filled(), plan, priced("q", follows("offer")))).not.toHaveProperty("accepts_conversion")
  })

  const quoted = priced("quote_1")

  it("BILL-11: what is sold in spite of a notice says so by its code, and goes past nothing", () => {
    const of = { membership_id: "m1", display_id: 7, plan_name: "Solo" }
    const notices = [{ ...of, code: "already_ordered" as const, until_on: null }]
    const body = saleBody(filled({ despite: " For her mother " }), plan, { ...quoted, notices })
    expect(body).toMatchObject({ confirmed_notices: ["already_ordered"], confirmed_reason: "For her mother" })
    expect(body.reason).toBeUndefined()
  })

  it("SALE-1, SALE-4: sells at the price that was shown, with the terms that were accepted", () => {
    const body = saleBody(filled({ accepts_terms: true, note: " Cash " }), plan, quoted)
    expect(body).toMatchObject({
      plan_id: "mplan_1",
      quote_id: "quote_1",
      accepted_terms_version: 3,
      note: "Cash",
    })
    expect(body).toMatchObject({ payment: "paid" })
    expect(saleBody(filled(), plan, quoted)).not.toHaveProperty("accepted_terms_version")
  })

  it("SALE-9: an existing draft order is a draft order with its id; another payment names none", () => {
    const draft_order = { id: "order_1", name: "#7" }
    expect(saleBody(filled({ payment: "existing", draft_order }), plan, quoted)).toMatchObject({
      ...{ payment: "draft_order", draft_order_id: "order_1" },
    })
    expect(saleBody(filled({ payment: "draft_order", draft_order }), plan, quoted)).not.toHaveProperty(
      "draft_order_id"
    )
  })
})
