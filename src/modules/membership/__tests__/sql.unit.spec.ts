import { Client } from "@medusajs/framework/pg"
import fc from "fast-check"
import { literal } from "../sql"

describe("literal", () => {
  it("is what the driver makes of a text, whatever stands in it", () => {
    const { escapeLiteral } = Client.prototype
    const tricky = fc.constantFrom("'", "\\", '"', "?", "$1", "--", "\n", "''", "\\'")
    const text = fc.array(fc.oneof(tricky, fc.string({ unit: "binary" }))).map((parts) => parts.join(""))
    fc.assert(fc.property(text, (each) => expect(literal(each)).toBe(escapeLiteral(each))))
  })
})
