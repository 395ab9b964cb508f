import { readAmount, writeAmount } from "./amount-text"

/** Amounts as they are typed ("49.50"), by currency code in lower case; blank is none. */
export type MoneyRecord = Record<string, string>

export interface Amount {
  currency_code: string
  amount: number
}

/** Zero or more; null is blank or no amount. */
function priceOf(typed: string, currency_code: string): number | null {
  const read = readAmount(typed, currency_code)
  return read.kind === "amount" && read.amount >= 0 ? read.amount : null
}

/**
 * What was typed, as the server takes it; blank ones, and those that are no amount, are left out.
 * @param codes those that the form shows: others that were typed before are not sent
 */
export function amountsOf(record: MoneyRecord, codes: readonly string[] = Object.keys(record)): Amount[] {
  return codes.flatMap((currency_code) => {
    const amount = priceOf(record[currency_code] ?? "", currency_code)
    return amount === null ? [] : [{ currency_code, amount }]
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
    return [code, writeAmount(amount, code, decimal)]
  })
  return { ...Object.fromEntries(codes.map((code) => [code, ""])), ...Object.fromEntries(typed) }
}

export const isBlank = (typed: string): boolean => typed.trim() === ""

/** Zero or more, without more decimals than the currency has (MONEY-1): `1,000` euros could be one or a thousand. */
export const isAmount = (typed: string, currency_code: string): boolean =>
  priceOf(typed, currency_code) !== null

/** The currencies at which something was typed that is no amount. */
export function wrongAmounts(record: MoneyRecord, codes: readonly string[] = Object.keys(record)): string[] {
  return codes.filter((code) => {
    const typed = record[code] ?? ""
    return !isBlank(typed) && !isAmount(typed, code)
  })
}
