import type { Membership, Seat } from "../../types"
import { payableOf } from "../payable"

const seat = (change: Partial<Seat>) =>
  ({ is_pending: false, canceled_on: null, order_id: null, ...change }) as Seat
const sold = (status: Membership["status"], order_id: string | null, ...seats: Seat[]) => ({
  status,
  order_id,
  seats,
})
const waiting = seat({ is_pending: true, order_id: "order_2" })

describe("SALE-7: what staff can record the payment of", () => {
  it.each([
    ["the membership, before its seats", sold("pending", "order_1", waiting), { added_by: null }],
    ["seats that an order added", sold("active", "order_1", seat({}), waiting), { added_by: "order_2" }],
    ["nothing where all is paid", sold("active", "order_1", seat({ order_id: "order_2" })), null],
    [
      "nothing of a seat that ended unpaid",
      sold("active", "order_1", { ...waiting, canceled_on: "2027-02-10" }),
      null,
    ],
    ["nothing without an order", sold("pending", null), null],
  ])("SALE-7: %s", (_name, membership, expected) => {
    expect(payableOf(membership)).toEqual(expected)
  })
})
