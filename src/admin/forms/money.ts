import { minorDigits } from "../../domain/money/currency"
import { toMinor } from "../../domain/money/amounts"

/** Amounts as they are typed ("49.50"), by currency code in lower case; blank is none. */
export type MoneyRecord = Record<string, string>

export interface Amount {
  currency_code: string
  amount: number
}

/** A decimal comma is one as well. A second separator makes it no amount, as "1,234.50" would be read two ways. */
const plain = (typed: string) => typed.trim().replace(",", ".")

/**
 * What was typed, as the server takes it; blank ones, and those that are no amount, are left out.
 * @param codes those that the form shows: others that were typed before are not sent
 */
export function amountsOf(record: MoneyRecord, codes: readonly string[] = Object.keys(record)): Amount[] {
  return codes.flatMap((currency_code) => {
    const typed = record[currency_code] ?? ""
    return isBlank(typed) || !isAmount(typed, currency_code)
      ? []
      : [{ currency_code, amount: Number(plain(typed)) }]
  })
}

/**
 * A blank or typed amount for every currency, those in which there is an amount already included.
 * @param decimal the sign that the reader writes before cents
 */
export function recordOf(
  amounts: readonly Amount[] | null,
  codes: readonly string[],
  decimal: "." | "," = "."
): MoneyRecord {
  const typed = (amounts ?? []).map(({ currency_code, amount }): [string, string] => {
    const code = currency_code.toLowerCase()
    return [code, amount.toFixed(minorDigits(code)).replace(".", decimal)]
  })
  return { ...Object.fromEntries(codes.map((code) => [code, ""])), ...Object.fromEntries(typed) }
}

export const isBlank = (typed: string): boolean => typed.trim() === ""

/** Zero or more, without more decimals than the currency has (MONEY-1): `1,000` euros could be one or a thousand. */
export function isAmount(typed: string, currency_code: string): boolean {
  const decimals = plain(typed).split(".")[1] ?? ""
  if (decimals.length > minorDigits(currency_code)) return false
  try {
    return toMinor(plain(typed), currency_code) >= 0
  } catch {
    return false
  }
}

/** The currencies at which something was typed that is no amount. */
export function wrongAmounts(record: MoneyRecord, codes: readonly string[] = Object.keys(record)): string[] {
  return codes.filter((code) => {
    const typed = record[code] ?? ""
    return !isBlank(typed) && !isAmount(typed, code)
  })
}
