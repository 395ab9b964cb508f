import { assertConfirmed, type HeldMembership, type SaleNoticeFacts, saleNotices } from "../sale-notices"

/** Mia's of the same plan, which renews. */
const held = (change: Partial<HeldMembership> = {}): HeldMembership => ({
  ...{ membership_id: "ms_1", display_id: 7, plan_id: "plan", plan_name: "Solo", currency_code: "eur" },
  ...{ starts_on: "2027-01-01", ends_on: null, is_pending: false, is_past_due: false, unpaid: [] },
  seats: [{ member_id: "mia", starts_on: null, canceled_on: null }],
  ...change,
})
const unpaid = (payer_customer_id: string, total_minor: number | null = 6200) => ({
  ...{ charge_id: `of ${payer_customer_id}`, status: "failed", due_on: "2027-02-01" },
  ...{ total_minor, payer_customer_id },
})

/** Somebody sells her the plan on 10 February, for a month. */
const notices = (of: readonly HeldMembership[], change: Partial<SaleNoticeFacts> = {}) =>
  saleNotices({
    ...{ plan: { id: "plan", kind: "membership" }, today: "2027-02-10", member_ids: ["mia"], held: of },
    ...{ term: { starts_on: "2027-02-10", ends_on: "2027-03-10" }, only_of_customer_id: null },
    ...change,
  })

const seat = (change: Partial<HeldMembership["seats"][number]>) => [{ ...held().seats[0]!, ...change }]

describe("what a buyer has already", () => {
  it.each<[string, HeldMembership, Partial<SaleNoticeFacts>, object[]]>([
    [
      "the same plan, which renews",
      held(),
      {},
      [{ code: "already_covered", until_on: null, member_ids: ["mia"] }],
    ],
    [
      "the same plan, ordered and not paid yet",
      held({ is_pending: true }),
      {},
      [{ code: "already_ordered", until_on: null, member_ids: ["mia"] }],
    ],
    ["an order of another plan", held({ is_pending: true, plan_id: "other" }), {}, []],
    [
      "a term that ends within the new one",
      held({ ends_on: "2027-02-20" }),
      {},
      [{ until_on: "2027-02-20" }],
    ],
    ["a term that ends on the new one's first day", held({ ends_on: "2027-02-10" }), {}, []],
    ["a seat that ends before", held({ seats: seat({ canceled_on: "2027-02-10" }) }), {}, []],
    [
      "a seat that ends later",
      held({ seats: seat({ canceled_on: "2027-02-11" }) }),
      {},
      [{ until_on: "2027-02-11" }],
    ],
    ["a term that begins after the new one", held({ starts_on: "2027-03-10" }), {}, []],
    ["somebody else's seat", held({ seats: seat({ member_id: "ben" }) }), {}, []],
    ["another plan of the same product", held({ plan_id: "other" }), {}, []],
    ["a credit pack, bought on purpose", held(), { plan: { id: "plan", kind: "credit_pack" } }, []],
    [
      "a first visit that is still to come: it could be any day",
      held(),
      { term: { starts_on: null, ends_on: null } },
      [{ code: "already_covered" }],
    ],
    [
      "dues of the same product that failed, in place of what they cover",
      held({ plan_id: "other", is_past_due: true, unpaid: [unpaid("cus_mia"), unpaid("cus_ben", null)] }),
      {},
      [{ code: "dues_unpaid", total_minor: 6200, charges: [{ total_minor: 6200 }, { total_minor: null }] }],
    ],
    [
      "PEOPLE-6: what others owe is told to staff alone",
      held({ is_past_due: true, unpaid: [unpaid("cus_ben")] }),
      { only_of_customer_id: "cus_mia" },
      [{ code: "already_covered" }],
    ],
    ["dues that are not late", held({ plan_id: "other", unpaid: [unpaid("cus_mia")] }), {}, []],
  ])("BILL-11: %s", (_why, of, change, expected) => {
    const told = notices([of], change)
    expect(told).toHaveLength(expected.length)
    expected.forEach((each, at) => expect(told[at]).toMatchObject(each))
    expect(JSON.stringify(told)).not.toContain("payer_customer_id")
  })

  it.each([
    ["a customer who says nothing", { by_staff: false, confirmed: [] }, true],
    [
      "a customer who confirms another notice",
      { by_staff: false, confirmed: ["dues_unpaid"] as const },
      true,
    ],
    ["a customer who confirms this one", { by_staff: false, confirmed: ["already_covered"] as const }, false],
    ["staff who confirm nothing, whatever their reason", { by_staff: true, confirmed: [] }, true],
    ["staff who confirm it", { by_staff: true, confirmed: ["already_covered"] as const }, false],
  ])("BILL-11: %s", (_who, confirmation, is_refused) => {
    const ask = () => assertConfirmed(notices([held()]), confirmation)
    if (is_refused) expect(ask).toThrow(expect.objectContaining({ code: "notices_unconfirmed" }))
    else expect(ask).not.toThrow()
  })
})
