import { assert } from "../errors"

/**
 * What `credits` out of `of` are worth when they hold `value_minor` together: each its exact share rounded down, and
 * the odd units go one each to those that are taken first (CREDIT-10, MONEY-2). Taking all takes all, so that however
 * often it is asked nothing is created or lost, and nothing goes below zero.
 */
export function valueOf(credits: number, { of, value_minor }: { of: number; value_minor: number }): number {
  assert(Number.isSafeInteger(credits) && credits >= 0, `credits are whole and not negative, got ${credits}`)
  if (value_minor === 0 || credits === 0) return 0
  assert(credits <= of, `${credits} of ${of} credits cannot be taken`)
  const odd = value_minor % of
  return ((value_minor - odd) / of) * credits + Math.min(credits, odd)
}
