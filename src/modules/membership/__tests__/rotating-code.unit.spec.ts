import { isCurrent, isGenuine, newSecret, parseCode, showCode } from "../services/rotating-code"

const KEY = "01KAYZ0000000000000000000A"
const secret = newSecret()
const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1, 12, 0, 0) + seconds * 1000).toISOString()
const shown = (seconds = 0) => parseCode(showCode(KEY, secret, at(seconds)).code)!

describe("a rotating code", () => {
  it("ACCESS-7: is the key, the half minute and ten letters, all of which fit a small QR code", () => {
    const { code, valid_until } = showCode(KEY, secret, at(0))
    expect(code).toMatch(/^MR1\.[0-9A-Z]{26}\.\d+\.[A-Z2-7]{10}$/)
    expect(valid_until).toBe(at(30))
    expect(showCode(KEY, secret, at(29.999)).code).toBe(code)
    expect(showCode(KEY, secret, at(30)).code).not.toBe(code)
  })

  it.each([
    [-30.001, false, "two steps early"],
    [-30, true, "one step early"],
    [0, true, "at once"],
    [59.999, true, "the end of the step after"],
    [60, false, "two steps late"],
  ])("TIME-5: scanned %s s after it was made it is current: %s (%s)", (seconds, expected) => {
    expect(isCurrent(shown(), at(seconds))).toBe(expected)
  })

  it("is genuine with its own secret, key and step alone", () => {
    const code = shown()
    expect(isGenuine(code, secret)).toBe(true)
    expect(isGenuine(code, newSecret())).toBe(false)
    expect(isGenuine({ ...code, step: code.step + 1 }, secret)).toBe(false)
    expect(isGenuine({ ...code, key: `${KEY.slice(0, -1)}B` }, secret)).toBe(false)
    expect(isGenuine({ ...code, mac: "AAAAAAAAAA" }, secret)).toBe(false)
  })

  it.each([
    "",
    "MR1",
    `MR1.${KEY}.1`,
    `MR1.${KEY}.1.ABC`,
    `MR1.${KEY}.-1.ABCDEFGHIJ`,
    `MR1.${KEY}.1.ABCDEFGHIJ.K`,
    `MR2.${KEY}.1.ABCDEFGHIJ`,
    `MR1.${KEY.toLowerCase()}.1.ABCDEFGHIJ`,
  ])("%j cannot be one", (text) => {
    expect(parseCode(text)).toBeNull()
  })

  it("has a secret of 160 bits, each another", () => {
    expect(secret).toMatch(/^[A-Z2-7]{32}$/)
    expect(newSecret()).not.toBe(secret)
  })
})
