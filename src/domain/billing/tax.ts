import { assert } from "../errors"
import { sumMinor } from "../money/amounts"
import { splitExact } from "../money/split"
import type { Charge } from "./charges"
import { type DiscountedLine, netOf } from "./discounts"

/** One rate of a line, as the platform found it for the payer's address; several add up. */
export interface TaxRate {
  readonly code: string | null
  readonly name: string
  /** Percent. */
  readonly rate: number
}

export interface TaxedLine extends DiscountedLine {
  readonly taxes: readonly TaxRate[]
  /** A part of the amount where prices include tax, on top of it otherwise. */
  readonly tax_minor: number
}

export interface TaxedCharge extends Charge {
  readonly lines: readonly TaxedLine[]
  readonly is_tax_inclusive: boolean
  readonly tax_minor: number
  /** What the payer pays. Zero settles without a provider. */
  readonly total_minor: number
}

export interface ChargeTaxes {
  /** By the key of the line; a line that is not named has none. */
  readonly rates: ReadonlyMap<string, readonly TaxRate[]>
  /** Whether the prices of the currency include tax. */
  readonly is_tax_inclusive: boolean
}

/** What the chart's own rate is called where it stands for the platform's (CHART-4). */
const CHART_RATE = { code: null, name: "Tax" }

/**
 * A charge with its tax. As on the platform, the tax of a line is computed exactly on what its discounts leave, the sum
 * is rounded once, halves up, and its units go to the lines by largest remainder (MONEY-2).
 */
export function withTax(charge: Charge, { rates, is_tax_inclusive }: ChargeTaxes): TaxedCharge {
  const taxes = charge.lines.map((line) => ratesOf(line, rates))
  const exact = toCommonDenominator(
    charge.lines.map((line, index) => exactTax(netOf(line), taxes[index]!, is_tax_inclusive))
  )
  const whole = exact.numerators.reduce((sum, each) => sum + each, 0n)
  const tax_minor = Number((2n * whole + exact.denominator) / (2n * exact.denominator))
  const parts = splitExact(tax_minor, exact.numerators)
  const net_minor = sumMinor([charge.subtotal_minor, -charge.discount_minor])
  return {
    ...charge,
    is_tax_inclusive,
    lines: charge.lines.map((line, index) => ({
      ...line,
      ...{ taxes: taxes[index]!, tax_minor: parts[index]! },
    })),
    tax_minor,
    total_minor: is_tax_inclusive ? net_minor : sumMinor([net_minor, tax_minor]),
  }
}

function ratesOf(
  { key, tax_rate }: DiscountedLine,
  rates: ReadonlyMap<string, readonly TaxRate[]>
): readonly TaxRate[] {
  return tax_rate === null ? (rates.get(key) ?? []) : [{ ...CHART_RATE, rate: tax_rate }]
}

interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Percent of an amount, or the part of it that is tax already. */
function exactTax(net_minor: number, taxes: readonly TaxRate[], is_tax_inclusive: boolean): Fraction {
  const { numerators, denominator: scale } = toCommonDenominator(taxes.map(({ rate }) => fractionOf(rate)))
  const percent = numerators.reduce((sum, each) => sum + each, 0n)
  const hundred = 100n * scale
  return {
    numerator: BigInt(net_minor) * percent,
    denominator: is_tax_inclusive ? hundred + percent : hundred,
  }
}

function fractionOf(rate: number): Fraction {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(String(rate))
  assert(match, `a tax rate is a plain percentage, not below zero, got ${rate}`)
  const [, whole = "", fraction = ""] = match
  return { numerator: BigInt(whole + fraction), denominator: 10n ** BigInt(fraction.length) }
}

function toCommonDenominator(fractions: readonly Fraction[]): {
  readonly numerators: bigint[]
  readonly denominator: bigint
} {
  const distinct = new Set(fractions.map(({ denominator }) => denominator))
  const denominator = [...distinct].reduce((product, each) => product * each, 1n)
  return {
    denominator,
    numerators: fractions.map((each) => each.numerator * (denominator / each.denominator)),
  }
}
