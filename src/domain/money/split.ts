import { assert, DomainError } from "../errors"
import { assertMinor } from "./amounts"

/**
 * Splits an amount in proportion to weights without creating or losing a unit (MONEY-2): each part is its
 * exact share rounded down, and the units left over go one each to the largest remainders, the first of
 * equals first. A negative total splits as its opposite does. A weight of zero gets nothing.
 * @param weights whole, not negative, at least one above zero unless the total is zero
 * @returns one part a weight, in the same order; they sum to `total_minor`
 */
export function splitMinor(total_minor: number, weights: readonly number[]): number[] {
  return splitExact(total_minor, weights.map(toWeight))
}

/** `splitMinor` by weights that may be larger than a number carries; none is negative. */
export function splitExact(total_minor: number, exact: readonly bigint[]): number[] {
  assertMinor(total_minor)
  const whole = exact.reduce((sum, weight) => sum + weight, 0n)
  if (whole === 0n) return splitOverNothing(total_minor, exact.length)

  const size = BigInt(Math.abs(total_minor))
  const shares = exact.map((weight, index) => {
    const share = size * weight
    return { index, units: share / whole, remainder: share % whole }
  })
  const left = size - shares.reduce((sum, share) => sum + share.units, 0n)
  const extra = new Set(byLargestRemainder(shares).slice(0, Number(left)))
  return shares.map((share) => signed(Number(share.units) + (extra.has(share.index) ? 1 : 0), total_minor))
}

/**
 * Splits an amount in equal parts; the first ones carry the odd units (MONEY-2).
 * @param parts whole, at least 1
 */
export function splitEvenly(total_minor: number, parts: number): number[] {
  assert(Number.isSafeInteger(parts) && parts >= 1, `an amount splits into one part or more, got ${parts}`)
  return splitMinor(total_minor, new Array<number>(parts).fill(1))
}

/**
 * A percentage of an amount, to the nearest smallest unit, halves away from zero. Whoever bears the rest
 * bears `total_minor` minus this, never a second percentage (MONEY-2).
 * @param percent 0 to 100, plain decimal: 12.5
 * @throws DomainError `money_invalid` when the percentage is out of range or no plain decimal
 */
export function percentageShare(total_minor: number, percent: number | string): number {
  const [, whole = "", fraction = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(percent)) ?? refusePercent(percent)
  const parts = BigInt(whole + fraction)
  const hundred = 100n * 10n ** BigInt(fraction.length)
  if (parts > hundred) refusePercent(percent)
  const doubled = 2n * BigInt(Math.abs(assertMinor(total_minor))) * parts
  return signed(Number((doubled + hundred) / (2n * hundred)), total_minor)
}

interface Share {
  readonly index: number
  readonly remainder: bigint
}

function byLargestRemainder(shares: readonly Share[]): number[] {
  const ordered = [...shares].sort((a, b) => {
    if (a.remainder === b.remainder) return a.index - b.index
    return a.remainder > b.remainder ? -1 : 1
  })
  return ordered.map((share) => share.index)
}

function toWeight(weight: number): bigint {
  assert(Number.isSafeInteger(weight) && weight >= 0, `weights are whole and not negative, got ${weight}`)
  return BigInt(weight)
}

function splitOverNothing(total_minor: number, parts: number): number[] {
  assert(total_minor === 0, `${total_minor} cannot be split where every weight is zero`)
  return new Array<number>(parts).fill(0)
}

/** Gives a size the sign of the total; never a negative zero, which JSON and tests would tell from zero. */
function signed(size: number, total_minor: number): number {
  return total_minor < 0 && size !== 0 ? -size : size
}

function refusePercent(percent: number | string): never {
  throw new DomainError("money_invalid", `${percent} is not a percentage from 0 to 100.`, {
    field: "percent",
    percent,
  })
}
