import { aSeat } from "../../seats/__tests__/fixtures"
import { payerShares } from "../payer-shares"

describe("payerShares", () => {
  it("SEAT-4: sums what each pays, whoever pays most first", () => {
    const bob = { payer_customer_id: "cus_bob", payer_name: null, payer_email: "bob@example.test" }
    const guest = { payer_customer_id: null, payer_name: null, payer_email: null, amount: 1 }
    const seats = [aSeat(1, { ...bob, amount: "59.00" }), aSeat(2), aSeat(3), aSeat(4, guest)]
    expect(payerShares(seats, "eur")).toEqual([
      { payer_customer_id: "cus_bob", name: "bob@example.test", amount: 59 },
      { payer_customer_id: "cus_jane", name: "Jane", amount: 20 },
      { payer_customer_id: null, name: null, amount: 1 },
    ])
    expect(payerShares([], "eur")).toEqual([])
  })
})
