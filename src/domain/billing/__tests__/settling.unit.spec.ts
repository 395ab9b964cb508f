import { creditsTaken, withCreditsBack } from "../dues-credits"
import { DEFAULT_DUNNING } from "../dunning"
import { type ChargeBeside, retryEffects, settlingEffects } from "../settling"

const zone = "Europe/Berlin"
const failed = (id: string, period: string, first_failed_at: string | null): ChargeBeside => ({
  ...{ id, period_key: period, due_at: "2027-03-31T22:00:00.000Z", first_failed_at },
  status: first_failed_at === null ? "scheduled" : "failed",
})
const AT = "2027-03-31T22:05:00.000Z"
const LATER = "2027-04-30T22:05:00.000Z"
const own = failed("a", "period:1", AT)
const days = { period_starts_on: "2027-04-01", period_ends_on: "2027-05-01", total_minor: 4990 }

const codesOf = (charges: readonly ChargeBeside[], charge = own) =>
  settlingEffects({
    ...{ charge: { ...charge, ...days }, charges, to: "paid", settings: DEFAULT_DUNNING, zone },
  }).map(({ code }) => code)

describe("money that was paid before, when dues are let off", () => {
  const line = (discounts: { discount_id: string; amount_minor: number; is_credit?: true }[]) =>
    ({ discounts: discounts.map((each) => ({ code: null, ...each })) }) as never

  it("BILL-10: what credits took is given back, by credit; what promotions took is not", () => {
    const lines = [
      line([
        { discount_id: "promo", amount_minor: 500 },
        { discount_id: "change_1", amount_minor: 300, is_credit: true },
      ]),
      line([
        { discount_id: "change_1", amount_minor: 200, is_credit: true },
        { discount_id: "change_2", amount_minor: 7, is_credit: true },
      ]),
    ]
    const back = creditsTaken({ payer_key: "cus_1", lines })
    expect(back).toEqual([
      { id: "change_1", payer_key: "cus_1", amount_minor: 500 },
      { id: "change_2", payer_key: "cus_1", amount_minor: 7 },
    ])
    const left = [
      { id: "change_2", payer_key: "cus_2", amount_minor: 40 },
      { id: "change_2", payer_key: "cus_1", amount_minor: 3 },
    ]
    expect(withCreditsBack(left, back)).toEqual([
      { id: "change_1", payer_key: "cus_1", amount_minor: 500 },
      { id: "change_2", payer_key: "cus_2", amount_minor: 40 },
      { id: "change_2", payer_key: "cus_1", amount_minor: 10 },
    ])
    expect(withCreditsBack(left, [])).toEqual(left)
  })

  it("BILL-6, BILL-10: it is told before, and only of dues that are let off", () => {
    const charge = { ...own, ...days, credit_minor: 800 }
    const told = (to: "paid" | "waived") =>
      settlingEffects({ charge, charges: [own], to, settings: DEFAULT_DUNNING, zone }).filter(
        ({ code }) => code === "credit_given_back"
      )
    expect(told("waived")).toEqual([{ code: "credit_given_back", amount_minor: 800 }])
    expect(told("paid")).toEqual([])
  })
})

describe("what settling a charge by hand does", () => {
  it.each([
    ["the only one that failed", [own], ["charge_paid", "period_given", "dunning_ends"]],
    [
      "another payer of the period owes still",
      [own, failed("b", "period:1", null)],
      ["charge_paid", "period_waits_for_others", "dunning_ends"],
    ],
    [
      "a later period failed too",
      [own, failed("b", "period:2", LATER)],
      ["charge_paid", "period_given", "still_past_due"],
    ],
    [
      "what is settled counts no more",
      [own, { ...failed("b", "period:1", AT), status: "paid" as const }],
      ["charge_paid", "period_given", "dunning_ends"],
    ],
  ])("BILL-6: %s", (_why, charges, codes) => {
    expect(codesOf(charges)).toEqual(codes)
  })

  it("BILL-4: another try asks for the money, but of what nobody could find out it only asks the provider", () => {
    expect(retryEffects({ status: "failed", total_minor: 4990 })).toEqual([
      { code: "payment_tried", amount_minor: 4990 },
    ])
    expect(retryEffects({ status: "parked", total_minor: 4990 })).toEqual([{ code: "provider_asked" }])
  })

  it("CREDIT-4, BILL-6: a fine gives no period, and waits for nobody", () => {
    const fine = failed("f", "fine:booking", AT)
    expect(codesOf([fine, failed("b", "period:1", null)], fine)).toEqual(["charge_paid", "dunning_ends"])
  })

  it("BILL-3: what never failed was never past due", () => {
    const charge = failed("a", "period:1", null)
    expect(codesOf([charge], charge)).toEqual(["charge_paid", "period_given"])
  })

  it("BILL-3: of several that stay open, it is past due since the first failure", () => {
    const charges = [own, failed("c", "period:3", "2027-05-31T22:05:00.000Z"), failed("b", "period:2", LATER)]
    const effects = settlingEffects({
      ...{ charge: { ...own, ...days }, charges, to: "waived", settings: DEFAULT_DUNNING, zone },
    })
    expect(effects[0]).toEqual({ code: "charge_waived", amount_minor: 4990 })
    expect(effects.at(-1)).toEqual({ code: "still_past_due", since: LATER, charges: 2 })
  })
})
