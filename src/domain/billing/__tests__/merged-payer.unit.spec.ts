import type { ChargeStatus } from "../attempt-types"
import { chargesToMove, creditsOfOther, type PayerCharge } from "../merged-payer"

const charge = (id: string, rest: Partial<PayerCharge> = {}): PayerCharge => ({
  ...{ id, membership_id: "m", membership_display_id: 12, status: "scheduled", attempt: 0, has_twin: false },
  ...rest,
})
const refused = (charges: PayerCharge[]) => {
  try {
    return chargesToMove(charges)
  } catch (error) {
    const { code, details } = error as {
      code: string
      details: { charges: { charge_id: string; why: string }[] }
    }
    return [code, ...details.charges.map(({ charge_id, why }) => `${charge_id} ${why}`)]
  }
}

describe("the open charges of an account that is merged", () => {
  it("BILL-11: those that no provider was asked for are the other account's; settled ones stay whose they were", () => {
    const settled = (["paid", "waived", "canceled"] as const).map((status) =>
      charge(status, { status, attempt: 1 })
    )
    expect(chargesToMove([charge("due"), charge("no_method", { status: "failed" }), ...settled])).toEqual([
      ...["due", "no_method"],
    ])
  })

  it.each<[ChargeStatus, number]>([
    ["processing", 1],
    ["processing", 0],
    ["unknown", 1],
    ["requires_action", 1],
    ["parked", 1],
    ["failed", 1],
    ["scheduled", 1],
  ])(
    "BILL-1, BILL-4: one that is %s after attempt %i does not change hands, and none with it",
    (status, attempt) => {
      expect(refused([charge("due"), charge("sent", { status, attempt })])).toEqual([
        "conflict",
        "sent attempted",
      ])
    }
  )

  it("BILL-1: a period that both are charged for is never charged twice to one", () => {
    expect(refused([charge("due", { has_twin: true })])).toEqual(["conflict", "due both_charged"])
    expect(chargesToMove([charge("paid", { status: "paid", has_twin: true })])).toEqual([])
  })
})

it("BILL-10: what changes of plan gave back goes to the other account; that of others stays theirs", () => {
  const credits = [
    { id: "a", payer_key: "one", amount_minor: 300 },
    { id: "b", payer_key: "bob", amount_minor: 200 },
  ]
  expect(creditsOfOther(credits, { from: "one", to: "two" })).toEqual([
    { id: "a", payer_key: "two", amount_minor: 300 },
    { id: "b", payer_key: "bob", amount_minor: 200 },
  ])
})
