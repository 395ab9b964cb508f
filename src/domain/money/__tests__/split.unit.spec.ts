import fc from "fast-check"
import { sumMinor } from "../amounts"
import { percentageShare, splitEvenly, splitMinor } from "../split"

const totals = fc.maxSafeInteger()
const weights = fc
  .array(fc.oneof(fc.nat({ max: 100 }), fc.maxSafeNat()), { minLength: 1, maxLength: 30 })
  .filter((list) => list.some((weight) => weight > 0))

describe("splits", () => {
  it.each([
    // total, weights,       parts,           why
    [100, [1, 1, 1], [34, 33, 33], "a tie goes to the first"],
    [101, [1, 1, 1], [34, 34, 33], "then to the second"],
    [-100, [1, 1, 1], [-34, -33, -33], "a refund splits as the charge did"],
    [10, [1, 2, 3], [2, 3, 5], "the largest remainder first"],
    [1, [0, 1, 0], [0, 1, 0], "a weight of zero gets nothing"],
    [5, [0, 0, 7], [0, 0, 5], "all to one"],
    [0, [0, 0], [0, 0], "nothing over nothing"],
    [0, [], [], "nothing over nobody"],
    [2, [1, 1, 1, 1], [1, 1, 0, 0], "fewer units than parts"],
    [9007199254740991, [9007199254740991, 1], [9007199254740990, 1], "products far above 2^53"],
  ])("MONEY-2: %i by %j is %j: %s", (total, list, parts) => {
    expect(splitMinor(total, list)).toEqual(parts)
  })

  it.each([
    [1, [0, 0], "nowhere to go"],
    [1, [], "nobody to take it"],
    [1, [-1, 2], "a negative weight"],
    [1, [0.5, 0.5], "fractional weights"],
    [0.5, [1], "half a unit"],
  ])("MONEY-2: %d by %j is a bug: %s", (total, list) => {
    expect(() => splitMinor(total, list)).toThrow("Invariant broken")
  })

  it("MONEY-2: parts sum to the whole, and each lies within a unit of its exact share", () => {
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const parts = splitMinor(total, list)
        expect(parts).toHaveLength(list.length)
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total))
        const whole = list.reduce((sum, weight) => sum + BigInt(weight), 0n)
        parts.forEach((part, index) => {
          const apart = BigInt(part) * whole - BigInt(total) * BigInt(list[index] ?? 0)
          expect(apart < whole && apart > -whole).toBe(true)
          expect(Object.is(part, -0)).toBe(false)
        })
      })
    )
  })

  it("MONEY-2: a negative total splits as its opposite, and equal weights differ by a unit at most", () => {
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const opposite = splitMinor(-total, list).map((part) => (part === 0 ? 0 : -part))
        expect(splitMinor(total, list)).toEqual(opposite)
      })
    )
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 60 }), (total, count) => {
        const parts = splitEvenly(total, count)
        expect(sumMinor(parts)).toBe(total)
        expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1)
      })
    )
  })

  it.each([0, -1, 1.5])("MONEY-2: %d parts are a bug", (parts) => {
    expect(() => splitEvenly(100, parts)).toThrow("Invariant broken")
  })
})

describe("percentages", () => {
  it.each<[number, number | string, number, string]>([
    [1000, 12.5, 125, "exact"],
    [999, 50, 500, "half a unit goes away from zero"],
    [-999, 50, -500, "on both sides of zero"],
    [100, "33.333", 33, "to the nearest"],
    [1, 49.999, 0, "less than half a unit"],
    [4990, 0, 0, "nothing"],
    [4990, 100, 4990, "all"],
    [-1, 0, 0, "never a negative zero"],
    [9007199254740991, 100, 9007199254740991, "products far above 2^53"],
  ])("MONEY-2: of %i, %s percent is %i: %s", (total, percent, share) => {
    expect(percentageShare(total, percent)).toBe(share)
  })

  it.each([-1, 100.01, Number.NaN, "1e1", "", "ten"])("SAFE-1: refuses %s percent", (percent) => {
    expect(() => percentageShare(100, percent)).toThrow(
      expect.objectContaining({ code: "money_invalid", details: { field: "percent", percent } })
    )
  })

  it("MONEY-2: a share lies between nothing and the whole, and grows with its percentage", () => {
    const percents = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(fc.maxSafeNat(), percents, percents, (total, a, b) => {
        const [less, more] = [Math.min(a, b), Math.max(a, b)].map((hundredths) =>
          percentageShare(total, (hundredths / 100).toFixed(2))
        ) as [number, number]
        expect(less).toBeGreaterThanOrEqual(0)
        expect(more).toBeLessThanOrEqual(total)
        expect(less).toBeLessThanOrEqual(more)
      })
    )
  })
})
