import { assert } from "../errors"
import { minorDigits } from "./currency"
import { assertMinor } from "./amounts"

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * A computed decimal (the platform's tax totals are not rounded) to the nearest smallest unit, halves away from
 * zero. Exact: it works on the digits, not on a binary float.
 * @param amount decimal text in the major unit, such as `11.381`
 * @param extra_digits keep so many further decimals, for weights of a split
 */
export function roundToMinor(amount: string, currency_code: string, extra_digits = 0): number {
  const match = DECIMAL.exec(amount)
  assert(match, `a computed amount is a plain decimal, got ${amount}`)
  const [, sign = "", whole = "0", fraction = ""] = match
  const digits = minorDigits(currency_code) + extra_digits
  const kept = BigInt(whole + fraction.slice(0, digits).padEnd(digits, "0"))
  const up = (fraction[digits] ?? "0") >= "5" ? 1n : 0n
  const minor = Number(kept + up)
  return assertMinor(sign === "-" && minor !== 0 ? -minor : minor)
}
