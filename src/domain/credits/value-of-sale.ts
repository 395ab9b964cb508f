import { toMinor, sumMinor } from "../money/amounts"
import { roundToMinor } from "../money/rounding"
import { splitEvenly, splitMinor } from "../money/split"
import type { OrderLine } from "../selling/activation-types"
import { draftIdOf } from "../selling/plain-sales"
import type { SaleDraft } from "../selling/types"

/** Three more decimals than the currency has, because the platform's totals are not rounded. */
const EXTRA_DIGITS = 3

/**
 * What was paid for each seat of a sale, after discount and before tax (CREDIT-10), in the order of its seats: what the
 * order's lines came to, rounded once and split by the seats' prices. Where the lines cannot be told the prices count.
 */
export function valuesOfSale(
  { id, seats, currency_code }: Pick<SaleDraft, "id" | "seats" | "currency_code">,
  lines: readonly OrderLine[]
): number[] {
  const prices = seats.map(({ amount }) => toMinor(amount, currency_code))
  const paid = paidFor(id, lines, currency_code) ?? sumMinor(prices)
  return prices.some((price) => price > 0) ? splitMinor(paid, prices) : splitEvenly(paid, seats.length)
}

function paidFor(draft_id: string, lines: readonly OrderLine[], currency_code: string): number | null {
  const named = lines.filter(
    (line) => draftIdOf(line) === draft_id && line.metadata?.membership_line !== "signup_fee"
  )
  if (named.length > 0) return netOf(named, currency_code)
  // A plain line is one sale for each unit of its quantity.
  const plain = lines.find((line) => draft_id.startsWith(`msdr_${line.id}_`))
  const net = plain ? netOf([plain], currency_code) : null
  if (!plain || net === null) return null
  const unit = Number(draft_id.slice(`msdr_${plain.id}_`.length))
  return splitEvenly(net, plain.quantity)[unit - 1] ?? null
}

function netOf(lines: readonly OrderLine[], currency_code: string): number | null {
  const nets = lines.flatMap(({ net_total }) => net_total ?? [])
  if (nets.length < lines.length) return null
  const exact = nets.map((net) => roundToMinor(net, currency_code, EXTRA_DIGITS))
  return Math.round(sumMinor(exact) / 10 ** EXTRA_DIGITS)
}
