import { partOf } from "../billing/part-of-period"
import { toMinor, sumMinor } from "../money/amounts"
import { roundToMinor } from "../money/rounding"
import { splitEvenly, splitMinor } from "../money/split"
import type { OrderLine } from "../selling/activation-types"
import { seatLinesOf } from "../selling/plain-sales"
import type { SaleDraft } from "../selling/types"

/** Three more decimals than the currency has, because the platform's totals are not rounded. */
const EXTRA_DIGITS = 3

/**
 * What was paid for each seat of a sale, after discount and before tax (CREDIT-10), in the order of its seats: what the
 * order's lines came to, rounded once and split by the seats' prices. Where the lines cannot be told the prices count.
 */
export function valuesOfSale(
  {
    id,
    seats,
    currency_code,
    first_period,
  }: Pick<SaleDraft, "id" | "seats" | "currency_code" | "first_period">,
  lines: readonly OrderLine[]
): number[] {
  const prices = seats.map(({ amount }) => toMinor(amount, currency_code))
  const charged = first_period === null ? prices : prices.map((price) => partOf(price, first_period))
  const paid = paidFor(id, lines, currency_code) ?? sumMinor(charged)
  return prices.some((price) => price > 0) ? splitMinor(paid, prices) : splitEvenly(paid, seats.length)
}

function paidFor(draft_id: string, all: readonly OrderLine[], currency_code: string): number | null {
  const { lines, unit, units } = seatLinesOf(draft_id, all)
  const net = lines.length > 0 ? netOf(lines, currency_code) : null
  return net === null ? null : (splitEvenly(net, units)[unit - 1] ?? null)
}

function netOf(lines: readonly OrderLine[], currency_code: string): number | null {
  const nets = lines.flatMap(({ net_total }) => net_total ?? [])
  if (nets.length < lines.length) return null
  const exact = nets.map((net) => roundToMinor(net, currency_code, EXTRA_DIGITS))
  return Math.round(sumMinor(exact) / 10 ** EXTRA_DIGITS)
}
