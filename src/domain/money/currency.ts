import { DomainError } from "../errors"

/**
 * Currencies whose smallest unit is not a hundredth, as the platform counts them (MONEY-1). Where the
 * platform differs from ISO 4217 (AMD, CRC, MNT, MUR, RSD, TZS, UZS and others without decimals) it wins,
 * or an amount would not survive the way through a cart. Codes that the platform lacks follow ISO.
 */
const CODES_BY_DIGITS: readonly (readonly [digits: number, codes: string])[] = [
  [
    0,
    "AFN ALL AMD BIF CLP COP CRC DJF GNF HUF IDR IQD IRR IRT ISK JPY KMF KRW LBP MGA MMK MNT MUR PKR " +
      "PYG RSD RWF SOS SYP TZS UGX UYI UZS VND VUV XAF XOF XPF YER ZMK ZWL",
  ],
  [3, "BHD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
]

const EXCEPTIONS: ReadonlyMap<string, number> = new Map(
  CODES_BY_DIGITS.flatMap(([digits, codes]) => codes.split(" ").map((code) => [code, digits] as const))
)

/**
 * Decimals of a currency's smallest unit: 2 for EUR, 0 for JPY, 3 for KWD.
 * @param currency_code three letters in either case, as the platform writes them in lower case
 * @throws DomainError `money_invalid` when it is not three letters
 */
export function minorDigits(currency_code: string): number {
  return EXCEPTIONS.get(displayCode(currency_code)) ?? 2
}

/** The code as people read it: `EUR`. @throws DomainError `money_invalid` when it is not three letters */
export function displayCode(currency_code: string): string {
  if (/^[A-Za-z]{3}$/.test(currency_code)) return currency_code.toUpperCase()
  const details = { field: "currency_code", currency_code }
  throw new DomainError("money_invalid", `"${currency_code}" is not a three-letter currency code.`, details)
}
