import { fromMinor } from "../../../domain/money/amounts"
import type { CreditObligations } from "../../../modules/membership/types"

const HEADINGS = ["opening", "granted", "used", "expired", "revoked", "closing"] as const

/** Money as decimals of the currency (MONEY-1). */
export function obligationsAnswer({ currency_code, ...all }: CreditObligations) {
  const headings = HEADINGS.map((heading) => {
    const { credits, value_minor } = all[heading]
    return [heading, { credits, value: fromMinor(value_minor, currency_code) }] as const
  })
  return { currency_code, ...Object.fromEntries(headings) }
}
