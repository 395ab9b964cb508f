import { assert, DomainError } from "../errors"
import { displayCode, minorDigits } from "./currency"

/**
 * The largest amount, in smallest units either way of zero. A decimal of 15 digits is the longest that a
 * JavaScript number, as the platform's API carries amounts, always gives back unchanged.
 */
export const AMOUNT_MINOR_MAX = 999_999_999_999_999

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/

/**
 * A decimal amount in the currency's major unit, as an exact whole number of its smallest unit: 49.9 EUR is
 * 4990. Read digit by digit, never multiplied: 0.1 + 0.2 has too many decimals and is refused instead of
 * rounded (MONEY-1). Zeros beyond the currency's decimals say nothing and pass ("49.9000", as a database
 * writes it).
 * @param field what the caller sent it as, which the refusal then names (SAFE-1)
 * @throws DomainError `money_invalid`, naming the amount, when it is no plain decimal, has more decimals
 *   than the currency, or is beyond `AMOUNT_MINOR_MAX`
 */
export function toMinor(amount: number | string, currency_code: string, field?: string): number {
  const digits = minorDigits(currency_code)
  const no = (why: string) => refuse({ amount, currency_code, ...(field ? { field } : {}) }, why)
  const [, sign, whole = "", fraction = ""] =
    DECIMAL.exec(String(amount)) ?? no("is not a plain decimal such as 49.90")
  const kept = fraction.replace(/0+$/, "")
  if (kept.length > digits) no(`has more decimals than the ${digits} of its currency`)
  const minor = Number(whole + kept.padEnd(digits, "0"))
  if (minor > AMOUNT_MINOR_MAX) no("is too large")
  return sign === "-" && minor !== 0 ? -minor : minor
}

/**
 * The platform's decimal for a whole number of smallest units: 4990 is 49.9 in EUR. `toMinor` gives it back
 * exactly.
 */
export function fromMinor(amount_minor: number, currency_code: string): number {
  return Number(decimalText(amount_minor, currency_code))
}

/** The sum of whole amounts of one currency; 0 of none. Throws where the sum would no longer be exact. */
export function sumMinor(amounts_minor: readonly number[]): number {
  return amounts_minor.reduce((sum, amount) => assertMinor(sum + assertMinor(amount)), 0)
}

/** An amount inside a sentence, with all its decimals: "49.90 EUR", "-1.500 KWD", "500 JPY". */
export function formatAmount(amount_minor: number, currency_code: string): string {
  return `${decimalText(amount_minor, currency_code)} ${displayCode(currency_code)}`
}

/** @internal Anything but a safe integer is a bug of ours: an amount that escaped conversion. */
export function assertMinor(amount_minor: number): number {
  assert(Number.isSafeInteger(amount_minor), `amounts are whole smallest units, got ${amount_minor}`)
  return amount_minor
}

function decimalText(amount_minor: number, currency_code: string): string {
  assertMinor(amount_minor)
  const digits = minorDigits(currency_code)
  const text = String(Math.abs(amount_minor)).padStart(digits + 1, "0")
  if (Math.abs(amount_minor) > AMOUNT_MINOR_MAX)
    refuse({ amount: amount_minor, currency_code }, "smallest units are too large")
  const sign = amount_minor < 0 ? "-" : ""
  const whole = text.slice(0, text.length - digits)
  return digits === 0 ? sign + whole : `${sign}${whole}.${text.slice(-digits)}`
}

interface Refused {
  readonly amount: number | string
  readonly currency_code: string
  readonly field?: string
}

function refuse(refused: Refused, why: string): never {
  const { amount, currency_code } = refused
  const message = `The amount ${amount} ${displayCode(currency_code)} ${why}.`
  throw new DomainError("money_invalid", message, { ...refused })
}
