import { minorDigits } from "../../domain/money/currency"
import { toMinor } from "../../domain/money/amounts"

export type AmountTextProblem = "amount_unreadable" | "amount_decimals"

export type ReadAmount =
  | { readonly kind: "blank" }
  | { readonly kind: "amount"; readonly amount: number }
  | { readonly kind: "unreadable"; readonly problem: AmountTextProblem }

const BLANK: ReadAmount = { kind: "blank" }
const unreadable = (problem: AmountTextProblem): ReadAmount => ({ kind: "unreadable", problem })

/** Spaces and apostrophes that group thousands, and the sign of a currency that was pasted along. */
const NOISE = /[\s'’\p{Sc}]/gu

/**
 * An amount as people type it: `49`, `49.5`, `49,50`, `1.234,50`, `1,234.50`. One separator alone is the decimal
 * one; what it leaves behind may not be longer than the currency's decimals, so that `1,000` is asked about and never
 * taken for one. Zero is an amount, blank is none; whether a negative one is a price is the chart's rule.
 */
export function readAmount(text: string, currency_code: string): ReadAmount {
  const compact = text.replace(NOISE, "")
  if (compact === "") return BLANK
  const plain = plainDecimal(compact)
  if (plain === null) return unreadable("amount_unreadable")
  const fraction = plain.split(".")[1] ?? ""
  if (fraction.length > minorDigits(currency_code)) return unreadable("amount_decimals")
  return { kind: "amount", amount: Number(plain) }
}

/** A percentage as people type it, with any number of decimals. */
export function readPercent(text: string): ReadAmount {
  const compact = text.replace(/[\s%]/g, "")
  if (compact === "") return BLANK
  const plain = /^-?\d+([.,]\d+)?$/.test(compact) ? compact.replace(",", ".") : null
  return plain === null ? unreadable("amount_unreadable") : { kind: "amount", amount: Number(plain) }
}

/** With all decimals of its currency: `49.50`, or `49,50` where that is how decimals are written. */
export function writeAmount(amount: number, currency_code: string, separator: string): string {
  const digits = minorDigits(currency_code)
  return (toMinor(amount, currency_code) / 10 ** digits).toFixed(digits).replace(".", separator)
}

export const writePercent = (rate: number, separator: string): string => String(rate).replace(".", separator)

const GROUPED = { ",": /^-?\d{1,3}(,\d{3})+$/, ".": /^-?\d{1,3}(\.\d{3})+$/ }

/** Digits with a point before the decimals; null where the separators make no sense. */
function plainDecimal(text: string): string | null {
  const decimal = text.lastIndexOf(",") > text.lastIndexOf(".") ? "," : "."
  const grouping = decimal === "," ? "." : ","
  const [whole = "", fraction = "", ...more] = text.split(decimal)
  if (more.length > 0) return GROUPED[decimal].test(text) ? text.replaceAll(decimal, "") : null
  if (whole.includes(grouping) && !GROUPED[grouping].test(whole)) return null
  const plain = `${whole.replaceAll(grouping, "")}${fraction ? `.${fraction}` : ""}`
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : null
}
