import { sameAmount } from "./same-amount"
import { lineKey } from "./lines"
import type { OrderLine, SaleFinding } from "./activation-types"
import type { SaleDraft, SaleLine } from "./types"

/** A line of a cart or of an order, as far as a sale asks. */
export type CarriedLine = Pick<OrderLine, "quantity" | "unit_price" | "metadata">

export interface Mismatch {
  readonly differences: readonly LineDifference[]
  /** The currency of the order, where it is not the draft's. */
  readonly currency_code: string | null
}

export interface LineDifference {
  readonly line: string
  readonly problem: "missing" | "extra" | "quantity" | "price"
  readonly sold: number | null
  readonly ordered: number | null
}

/** Where the lines of a cart or an order are not what the draft put into the cart; null when they are. */
export function lineMismatch(
  draft: Pick<SaleDraft, "lines" | "currency_code">,
  lines: readonly CarriedLine[],
  order: { readonly currency_code: string }
): Mismatch | null {
  const expected = new Map(draft.lines.map((line) => [lineKey(line), line]))
  const found = new Set<string>()
  // Of two lines with one key the one that fits is the sale's, whatever their order.
  const named = lines.map((line) => {
    const key = String(line.metadata?.membership_line)
    const sold = expected.get(key)
    return { key, line, sold, problems: sold ? differencesOf(key, sold, line, draft.currency_code) : [] }
  })
  named.sort((a, b) => a.problems.length - b.problems.length)
  const differences = named.flatMap(({ key, line, sold, problems }) => {
    if (!sold || found.has(key)) {
      return [{ line: key, problem: "extra" as const, sold: null, ordered: line.quantity }]
    }
    found.add(key)
    return problems
  })
  const missing = [...expected].filter(([key]) => !found.has(key))
  const all: LineDifference[] = [
    ...differences,
    ...missing.map(([line, sold]) => ({
      line,
      problem: "missing" as const,
      sold: sold.quantity,
      ordered: null,
    })),
  ]
  const currency_code = sameCode(draft.currency_code, order.currency_code) ? null : order.currency_code
  return all.length > 0 || currency_code !== null ? { differences: all, currency_code } : null
}

function differencesOf(
  key: string,
  sold: SaleLine,
  line: CarriedLine,
  currency_code: string
): LineDifference[] {
  const differences: LineDifference[] = []
  if (sold.quantity !== line.quantity) {
    differences.push({ line: key, problem: "quantity", sold: sold.quantity, ordered: line.quantity })
  }
  if (!sameAmount(sold.unit_price, line.unit_price, currency_code)) {
    differences.push({ line: key, problem: "price", sold: sold.unit_price, ordered: line.unit_price })
  }
  return differences
}

/** @param lost lines of the same plan that name no sale: most likely what is missing here */
export function mismatchFinding(mismatch: Mismatch, lost: readonly OrderLine[]): SaleFinding {
  const message =
    "The order's lines are not the ones that were quoted. Compare what was paid with what was sold."
  return { code: "line_mismatch", message, details: { ...mismatch, line_ids: lost.map((line) => line.id) } }
}

const sameCode = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()
