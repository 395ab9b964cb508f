import { fromMinor } from "../../domain/money/amounts"
import type { MembershipSeatOptions } from "../../modules/membership/types"

/** What somebody is told before they choose, with decimals for amounts. */
export function optionsOf({
  currency_code,
  dues_minor,
  hold: { fee_minor, ...hold },
  ...options
}: MembershipSeatOptions): Record<string, unknown> {
  return {
    ...options,
    currency_code,
    hold: { ...hold, fee: fromMinor(fee_minor, currency_code) },
    dues_per_period: dues_minor === null ? null : fromMinor(dues_minor, currency_code),
  }
}
