import { type KnownKey, replayOf, requestText } from "../keys"

const request = requestText("charge", { amount_minor: 4990, metadata: { charge: "mchg_1", seat: "mseat_1" } })
const known: KnownKey = { request, result_id: "sandpay_1", is_forgotten: false }

describe("idempotency keys at the sandbox's bank", () => {
  it("stand for the result of the same request", () => {
    expect(replayOf(known, request)).toBe("sandpay_1")
  })

  it("stand for nothing while they are new, and again once they are forgotten", () => {
    expect(replayOf(null, request)).toBeNull()
    expect(replayOf({ ...known, is_forgotten: true }, request)).toBeNull()
    expect(replayOf({ ...known, is_forgotten: true }, "another")).toBeNull()
  })

  it.each([
    ["another amount", requestText("charge", { amount_minor: 4991, metadata: { charge: "mchg_1" } })],
    ["other metadata", requestText("charge", { amount_minor: 4990, metadata: { charge: "mchg_2" } })],
    ["another operation", request.replace("charge", "refund")],
  ])("are refused with %s", (_, other) => {
    expect(() => replayOf(known, other)).toThrow(expect.objectContaining({ code: "idempotency_key_reused" }))
  })

  it("know a request whose fields come in another order", () => {
    const again = { metadata: { seat: "mseat_1", charge: "mchg_1" }, amount_minor: 4990 }
    expect(requestText("charge", again)).toBe(request)
  })
})
