import { sumMinor } from "../money/amounts"
import { splitMinor } from "../money/split"
import { type DiscountedLine, netOf } from "./discounts"

/** Money that a payer has paid and that was not used: what a change of plan gave back and no charge has taken yet (BILL-10). */
export interface DuesCredit {
  /** Of the change of plan. */
  readonly id: string
  readonly payer_key: string
  /** What is left of it. */
  readonly amount_minor: number
}

/** What credits are taken off: a charge, before its tax. */
export interface Creditable {
  readonly payer_key: string
  readonly lines: readonly DiscountedLine[]
  readonly discount_minor: number
}

export interface Credited<Charge extends Creditable> {
  readonly charge: Charge
  /** Those that have something left. */
  readonly credits: readonly DuesCredit[]
}

/**
 * Takes a payer's credits off their charge, the oldest first, never below zero; each is split over the lines by what they
 * still cost, to the smallest unit (MONEY-2). What a charge cannot take waits for the next one.
 */
export function takeCredits<Charge extends Creditable>(
  charge: Charge,
  credits: readonly DuesCredit[]
): Credited<Charge> {
  let lines = charge.lines
  let taken_minor = 0
  const left = credits.flatMap((credit) => {
    if (credit.payer_key !== charge.payer_key) return [credit]
    const weights = lines.map(netOf)
    const amount_minor = Math.min(credit.amount_minor, sumMinor(weights))
    if (amount_minor > 0) lines = lowered(lines, splitMinor(amount_minor, weights), credit.id)
    taken_minor += amount_minor
    const rest_minor = credit.amount_minor - amount_minor
    return rest_minor > 0 ? [{ ...credit, amount_minor: rest_minor }] : []
  })
  const discount_minor = sumMinor([charge.discount_minor, taken_minor])
  return { charge: { ...charge, lines, discount_minor }, credits: left }
}

/** What credits have taken off a charge, by credit, in the order in which it was taken. */
export function creditsTaken({ payer_key, lines }: Pick<Creditable, "payer_key" | "lines">): DuesCredit[] {
  const taken = new Map<string, number>()
  for (const { discount_id, amount_minor, is_credit } of lines.flatMap(({ discounts }) => discounts))
    if (is_credit) taken.set(discount_id, (taken.get(discount_id) ?? 0) + amount_minor)
  return [...taken].map(([id, amount_minor]) => ({ id, payer_key, amount_minor }))
}

/** The credits of a membership once the dues that had used these are let off: the next charges take them, the oldest first. */
export function withCreditsBack(left: readonly DuesCredit[], back: readonly DuesCredit[]): DuesCredit[] {
  const isSame = (a: DuesCredit, b: DuesCredit) => a.id === b.id && a.payer_key === b.payer_key
  const used_up = back.filter((each) => !left.some((other) => isSame(each, other)))
  const added = left.map((credit) => {
    const { amount_minor = 0 } = back.find((each) => isSame(each, credit)) ?? {}
    return { ...credit, amount_minor: sumMinor([credit.amount_minor, amount_minor]) }
  })
  return [...used_up, ...added]
}

const lowered = (
  lines: readonly DiscountedLine[],
  parts: readonly number[],
  discount_id: string
): DiscountedLine[] =>
  lines.map((line, index) => {
    const amount_minor = parts[index]!
    if (amount_minor === 0) return line
    const credit = { discount_id, code: null, amount_minor, is_credit: true } as const
    return { ...line, discounts: [...line.discounts, credit] }
  })
