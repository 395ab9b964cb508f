import type { RelatedMembership } from "../../queries/related"
import { reasonsOf } from "../reasons"

const seat = (payer_customer_id: string | null, holder: string | null, held_until: string | null = null) => ({
  id: "seat",
  payer_customer_id,
  holders: holder ? [{ id: "hold", held_until, member: { id: "member", customer_id: holder } }] : [],
})
const membership = (customer_id: string | null, seats: RelatedMembership["seats"]) =>
  ({ customer_id, seats }) as RelatedMembership

describe("why a membership stands on a customer's page", () => {
  it.each([
    ["all of it", membership("ann", [seat("ann", "ann")]), ["bought", "pays", "holds"]],
    ["bought for others", membership("ann", [seat("bob", "bob")]), ["bought"]],
    ["pays for another's seat", membership("bob", [seat("bob", "bob"), seat("ann", "tom")]), ["pays"]],
    ["sits in another's", membership("bob", [seat("bob", "ann")]), ["holds"]],
    ["sat there once", membership("ann", [seat(null, "ann", "2026-01-01T00:00:00.000Z")]), ["bought"]],
    ["a guest's, with a child without a login", membership(null, [seat(null, null)]), []],
  ])("%s", (_, row, reasons) => {
    expect(reasonsOf(row, "ann")).toEqual(reasons)
  })
})
