import { createHash } from "node:crypto"
import { toMinor } from "../../domain/money/amounts"
import type { Quote } from "./types"

type QuoteContent = Omit<Quote, "id" | "valid_until" | "notices">

const AMOUNTS = ["total", "discount_total", "tax_total", "signup_fee"] as const

/**
 * The id of a quote, made from its content (SALE-1): its chart version and amounts in smallest units can be read
 * from it, so that a stale one can be answered with the difference, and a hash covers all the rest.
 */
export function quoteId(content: QuoteContent): string {
  const amounts = AMOUNTS.map((field) => toMinor(content[field], content.currency_code))
  const hash = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 24)
  return ["quote", `v${content.price_chart.version}`, ...amounts, hash].join("_")
}

/** What changed since a quote was shown, in smallest units of the currency. */
export interface QuoteDifference {
  readonly price_chart_version: { readonly quoted: number; readonly now: number }
  readonly amounts_minor: Readonly<Record<string, { readonly quoted: number; readonly now: number }>>
}

const parse = (id: string): number[] | null => {
  const match = /^quote_v(\d+)_(-?\d+)_(-?\d+)_(-?\d+)_(-?\d+)_[0-9a-f]{24}$/.exec(id)
  return match ? match.slice(1).map(Number) : null
}

/** null when the id is no quote id at all. */
export function quoteDifference(shown_id: string, now: Quote): QuoteDifference | null {
  const shown = parse(shown_id)
  const current = parse(now.id)
  if (!shown || !current) return null
  const changed = AMOUNTS.map((field, index) => {
    return [field, { quoted: shown[index + 1] ?? 0, now: current[index + 1] ?? 0 }] as const
  }).filter(([, { quoted, now: amount }]) => quoted !== amount)
  return {
    price_chart_version: { quoted: shown[0] ?? 0, now: current[0] ?? 0 },
    amounts_minor: Object.fromEntries(changed),
  }
}
