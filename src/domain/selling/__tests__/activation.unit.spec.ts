import fc from "fast-check"
import { decideActivation } from "../activation"
import type { ActivationFacts, DraftToSell, OrderLine, PlanToSell } from "../activation-types"
import { lineKey } from "../lines"
import { membershipOfSale, type MembershipOfSaleInput } from "../membership-of-sale"
import { wasChecked } from "../stale-findings"

const ordered_at = "2027-03-10T12:00:00.000Z"

const row = (label: string, amount: number) => ({
  ...{ label, classification_id: null, required: false, unlimited: false, tax_rate: null },
  prices: [{ currency_code: "eur", amount }],
})

const pack: PlanToSell = {
  ...{ id: "pack", variant_id: "v_pack", status: "active", audience: "individual", starts: "purchase" },
  ...{ proration: false, billing: { type: "one_time" }, renewal: { mode: "none" } },
  ...{ signup_fees: [], introductory_offer: null, locations: { sold_at: null, valid_at: null } },
  ...{ validity: { unit: "month", count: 1 }, must_start_within: null },
  ...{ published_chart: { id: "c1", rows: [row("Ten", 99.5)] }, current_terms_id: null, ineligible: [] },
}
const family: PlanToSell = {
  ...pack,
  ...{ id: "family", variant_id: "v_family", audience: "household" },
  published_chart: { id: "f1", rows: [row("Adult", 60), row("Child", 30)] },
}

function draftOf(changes: Partial<DraftToSell> = {}): DraftToSell {
  const seat = (row_position: number, amount: number) => ({
    ...{ row_position, label: "Seat", classification_id: null, sequence: 1, amount, tax_rate: null },
    ...{ required: false, member_id: null },
  })
  const line = (row_position: number, quantity: number, unit_price: number) => ({
    ...{ kind: "seat" as const, row_position, quantity, unit_price, tax_rate: null },
  })
  return {
    ...{
      id: "d1",
      cart_id: "cart",
      order_id: null,
      membership_id: null,
      override_reason: null,
      quote_id: "q",
      plan_id: "family",
      price_chart_id: "f1",
      currency_code: "eur",
    },
    ...{ region_id: "reg", location_id: null, customer_id: "cus", starts_on: null, signup_fee: 0 },
    first_period: null,
    ...{ accepted_terms_id: null, accepted_terms_at: null, accepted_terms_by: null, checked_at: null },
    seats: [seat(1, 60), seat(2, 30), seat(2, 30)],
    lines: [line(1, 1, 60), line(2, 2, 30)],
    ...changes,
  }
}

const linesOf = (draft: DraftToSell): OrderLine[] =>
  draft.lines.map((line, index) => ({
    ...{
      id: `${draft.id}_l${index}`,
      variant_id: "v_family",
      quantity: line.quantity,
      unit_price: line.unit_price,
    },
    compare_at_unit_price: null,
    metadata: { membership_draft_id: draft.id, membership_line: lineKey(line) },
  }))

const plainLine = (changes: Partial<OrderLine> = {}): OrderLine => ({
  ...{
    id: "l1",
    variant_id: "v_pack",
    quantity: 1,
    unit_price: 99.5,
    compare_at_unit_price: null,
    metadata: null,
  },
  ...changes,
})

function activate(lines: OrderLine[], facts: Partial<ActivationFacts> = {}) {
  const order = {
    id: "order",
    cart_id: "cart",
    currency_code: "eur",
    region_id: "reg",
    customer_id: "cus",
    ordered_at,
    lines,
  }
  return decideActivation({ order, drafts: [], plans: [pack, family], done: new Set(), ...facts })
}

const codes = (activation: ReturnType<typeof activate>) =>
  activation.sales.map((sale) => [sale.draft.id, sale.findings.map(({ code }) => code)])

describe("activation of drafts", () => {
  const sell = (draft: Partial<DraftToSell>, lines?: OrderLine[], plan: Partial<PlanToSell> = {}) => {
    const full = draftOf(draft)
    return codes(activate(lines ?? linesOf(full), { drafts: [full], plans: [pack, { ...family, ...plan }] }))
  }
  const [adult, children] = linesOf(draftOf()) as [OrderLine, OrderLine]

  it.each<[string, Partial<DraftToSell>, OrderLine[] | undefined, Partial<PlanToSell>, string[]]>([
    ["as quoted", {}, undefined, {}, []],
    ["another version is published", { price_chart_id: "f0" }, undefined, {}, ["quote_stale"]],
    ["the plan was archived", {}, undefined, { status: "archived" }, ["plan_not_sellable"]],
    ["no version is published", {}, undefined, { published_chart: null }, ["plan_not_sellable"]],
    ["the region changed", { region_id: "other" }, undefined, {}, ["quote_stale"]],
    ["the terms were not accepted", {}, undefined, { current_terms_id: "t2" }, ["terms_not_accepted"]],
    ["the terms were accepted", { accepted_terms_id: "t2" }, undefined, { current_terms_id: "t2" }, []],
    [
      "the offer was used before",
      {},
      undefined,
      { ineligible: [{ code: "intro_already_used", message: "You have had it." }] },
      ["intro_already_used"],
    ],
    ["a price was changed", {}, [adult, { ...children, unit_price: 3 }], {}, ["line_mismatch"]],
    ["a quantity was changed", {}, [adult, { ...children, quantity: 1 }], {}, ["line_mismatch"]],
    ["a line is missing", {}, [adult], {}, ["line_mismatch"]],
    ["a line stands there twice", {}, [adult, children, { ...children, id: "again" }], {}, ["line_mismatch"]],
    ["the currency changed", { currency_code: "usd" }, undefined, {}, ["line_mismatch"]],
    [
      "its metadata was taken off a line",
      {},
      [adult, { ...children, metadata: null }],
      {},
      ["line_mismatch"],
    ],
  ])("SALE-5: sold all the same when %s", (_why, draft, lines, plan, expected) => {
    expect(sell(draft, lines, plan)).toEqual([["d1", expected]])
  })

  it("SALE-5: what was checked right before the order is not questioned again, but its lines are", () => {
    const draft = { checked_at: "2027-03-10T11:45:00.000Z", price_chart_id: "f0" }
    expect(sell(draft)).toEqual([["d1", []]])
    expect(sell(draft, [adult])).toEqual([["d1", ["line_mismatch"]]])
  })

  it.each<[string | null, boolean, string]>([
    [null, false, "never"],
    ["2027-03-10T11:29:59.999Z", false, "half an hour and a moment before"],
    ["2027-03-10T11:30:00.000Z", true, "half an hour before"],
    ["2027-03-10T12:00:30.000Z", true, "by a machine whose clock is ahead"],
    ["2027-03-10T12:02:00.000Z", false, "long after"],
  ])("SALE-5: checked at %s counts: %s, %s", (checked_at, expected) => {
    expect(wasChecked(checked_at, ordered_at)).toBe(expected)
  })

  it("SALE-6: a draft of which nothing was ordered is closed, and one that is a membership is left alone", () => {
    const draft = draftOf()
    expect(activate([plainLine()], { drafts: [draft] })).toMatchObject({ unbought_draft_ids: ["d1"] })
    const again = activate(linesOf(draft), { drafts: [draft], done: new Set(["d1"]) })
    expect(again).toEqual({ sales: [], issues: [], unbought_draft_ids: [] })
  })

  it("SALE-2: a T-shirt that names a draft stays a T-shirt", () => {
    const draft = draftOf()
    const shirt = plainLine({
      variant_id: "v_shirt",
      metadata: { membership_draft_id: "d1", membership_line: "seat:1" },
    })
    expect(codes(activate([...linesOf(draft), shirt], { drafts: [draft] }))).toEqual([["d1", []]])
  })
})

describe("activation of plain lines", () => {
  it("SALE-3: each unit is one sale, whose id follows from the line", () => {
    const activation = activate([plainLine({ quantity: 2 })])
    expect(codes(activation)).toEqual([
      ["msdr_l1_1", []],
      ["msdr_l1_2", []],
    ])
    expect(activation.sales[0]).toMatchObject({
      is_new: true,
      draft: { price_chart_id: "c1", seats: [{ amount: 99.5 }] },
    })
  })

  it.each<[string, Partial<OrderLine>, Partial<PlanToSell>, string[]]>([
    ["the price is another", { unit_price: 50 }, {}, ["quote_stale"]],
    ["a sale price list lowered it", { unit_price: 50, compare_at_unit_price: 99.5 }, {}, []],
    ["the plan was archived", {}, { status: "archived" }, ["plan_not_sellable"]],
  ])("SALE-3: sold when %s", (_why, line, plan, expected) => {
    expect(codes(activate([plainLine(line)], { plans: [{ ...pack, ...plan }] }))).toEqual([
      ["msdr_l1_1", expected],
    ])
  })

  it.each<[string, Partial<OrderLine>, Partial<PlanToSell>, string]>([
    ["it needs choices", { variant_id: "v_family" }, {}, "needs_choices"],
    ["its terms have to be accepted", {}, { current_terms_id: "t1" }, "needs_choices"],
    ["it has no published chart", {}, { published_chart: null }, "plan_not_sellable"],
    ["it names a sale of another cart", { metadata: { membership_draft_id: "d9" } }, {}, "line_mismatch"],
  ])("SALE-3: is an issue that holds the line when %s", (_why, line, plan, expected) => {
    const { sales, issues } = activate([plainLine(line)], { plans: [{ ...pack, ...plan }, family] })
    expect({ sales, issues }).toMatchObject({ sales: [], issues: [{ line_id: "l1", code: expected }] })
  })
})

describe("the membership of a sale", () => {
  const adults = { id: "adult", name: "Adult", min_age: 18, max_age: null, requires_proof: false }
  const grown = { date_of_birth: "1990-01-01", proofs: [] }
  const become = (changes: Partial<MembershipOfSaleInput> = {}) => {
    const [sale] = activate([plainLine()]).sales
    return membershipOfSale({
      ...{ sale: sale!, plan: pack, zone: "Europe/Stockholm", purchased_at: ordered_at, now: ordered_at },
      ...{ payment: { paid: true, canceled: false }, purchaser_member_id: "jane" },
      people: new Map([["jane", grown]]),
      classifications: new Map([["adult", adults]]),
      ...changes,
    })
  }
  const only = (classification_id: string) => {
    const [sale] = activate([plainLine()]).sales
    const seats = sale!.draft.seats.map((seat) => ({ ...seat, classification_id }))
    return { ...sale!, draft: { ...sale!.draft, seats } }
  }
  const found = {
    ...activate([plainLine()]).sales[0]!,
    findings: [{ code: "quote_stale" as const, message: "", details: {} }],
  }

  it.each<[string, Partial<MembershipOfSaleInput>, string]>([
    ["paid", {}, "active"],
    ["not paid", { payment: { paid: false, canceled: false } }, "pending"],
    ["paid, with something for staff to decide", { sale: found }, "pending"],
    ["canceled though paid", { payment: { paid: true, canceled: true } }, "void"],
  ])("SALE-7: %s", (_why, changes, status) => {
    expect(become(changes).status).toBe(status)
  })

  it("SALE-7: a start that lies ahead is upcoming; one that has passed meanwhile is for staff to mend", () => {
    const from = (starts_on: string) => {
      const [sale] = activate([plainLine()]).sales
      return become({
        sale: { ...sale!, draft: { ...sale!.draft, starts_on } },
        plan: { ...pack, starts: "chosen_date" },
      })
    }
    expect(from("2027-04-01")).toMatchObject({
      ...{ status: "upcoming", starts_on: "2027-04-01", ends_on: "2027-05-01" },
      status_changes_at: "2027-03-31T22:00:00.000Z",
    })
    expect(from("2027-03-01")).toMatchObject({
      ...{ status: "pending", starts_on: "2027-03-10" },
      findings: [{ code: "start_not_allowed" }],
    })
  })

  it("SEAT-2: the purchaser sits on an individual plan's seat only where they qualify", () => {
    const holder = (changes: Partial<MembershipOfSaleInput>) => become(changes).seats[0]?.holder_member_id
    expect(holder({})).toBe("jane")
    expect(holder({ sale: only("adult") })).toBe("jane")
    expect(
      holder({ sale: only("adult"), people: new Map([["jane", { ...grown, date_of_birth: "2015-01-01" }]]) })
    ).toBeNull()
    expect(holder({ people: new Map() })).toBeNull()
    expect(holder({ plan: { ...pack, audience: "shared" } })).toBeNull()
  })
})

describe("properties", () => {
  const anyLine = fc.record({
    variant_id: fc.constantFrom("v_pack", "v_family", "v_shirt", null),
    quantity: fc.integer({ min: 1, max: 4 }),
    unit_price: fc.constantFrom(99.5, 60, 30, 0),
    compare_at_unit_price: fc.constant(null),
    metadata: fc.option(
      fc.record({
        membership_draft_id: fc.constantFrom("d1", "d2", "d9"),
        membership_line: fc.constantFrom("seat:1", "seat:2", "signup_fee"),
      })
    ),
  })

  it("SALE-6: no line of a plan is ever lost or sold twice, whatever a shopper did to the cart", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (given) => {
        const lines = given.map((line, index) => ({ ...line, id: `l${index}` }))
        const drafts = [draftOf(), draftOf({ id: "d2" })]
        const { sales, issues, unbought_draft_ids } = activate(lines, { drafts })
        const ids = sales.map((sale) => sale.draft.id)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of unbought_draft_ids) expect(ids).not.toContain(id)
        const told = JSON.stringify([issues, sales.map((sale) => sale.findings)])
        for (const line of lines.filter(
          ({ variant_id }) => variant_id === "v_pack" || variant_id === "v_family"
        )) {
          const named = drafts.some(
            ({ id, plan_id }) =>
              line.metadata?.membership_draft_id === id && line.variant_id === `v_${plan_id}`
          )
          const sold = ids.filter((id) => id.startsWith(`msdr_${line.id}_`)).length
          const accounted = named ? ids.includes(line.metadata!.membership_draft_id) : sold === line.quantity
          expect(accounted || told.includes(`"${line.id}"`)).toBe(true)
        }
      })
    )
  })

  it("SALE-6: deciding again with everything done sells nothing", () => {
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 8 }), (given) => {
        const lines = given.map((line, index) => ({ ...line, id: `l${index}` }))
        const drafts = [draftOf(), draftOf({ id: "d2" })]
        const { sales, issues } = activate(lines, { drafts })
        const done = new Set([...sales.map((sale) => sale.draft.id), ...issues.map((issue) => issue.line_id)])
        expect(activate(lines, { drafts, done })).toMatchObject({ sales: [], issues: [] })
      })
    )
  })
})
