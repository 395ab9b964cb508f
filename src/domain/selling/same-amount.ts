import { toMinor } from "../money/amounts"

/** Compared in the smallest unit, so that 49.9 and 49.90 are the same; an amount with a fraction of it is not. */
export function sameAmount(a: number, b: number, currency_code: string): boolean {
  return a === b || toMinor(a, currency_code) === minorOrNull(b, currency_code)
}

function minorOrNull(amount: number, currency_code: string): number | null {
  try {
    return toMinor(amount, currency_code)
  } catch {
    return null
  }
}
