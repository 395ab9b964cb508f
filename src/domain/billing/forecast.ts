import { sumMinor } from "../money/amounts"
import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import type { Charge } from "./charges"
import type { BilledMembership, BillingProgress } from "./billed-membership"
import { dueCharges } from "./due-charges"

export interface ForecastCharge extends Charge {
  readonly membership_id: string
}

export interface Forecast {
  /** By their due instants, then in the order of the memberships. */
  readonly charges: readonly ForecastCharge[]
  /** After discounts, before tax. */
  readonly net_minor: number
}

/**
 * What will be charged to whom until a date, and why, line by line, if nothing changes before (BILL-9, REPORT-3): of one
 * membership, of a customer's, or of the whole studio, in one currency.
 */
export function forecast(
  memberships: readonly { readonly membership: BilledMembership; readonly progress: BillingProgress }[],
  until: Instant
): Forecast {
  const charges = memberships
    .flatMap(({ membership, progress }) =>
      dueCharges(membership, progress, until).flatMap((due) =>
        due.charges.map((charge) => ({ ...charge, membership_id: membership.id }))
      )
    )
    .sort((a, b) => compareInstants(a.due_at, b.due_at))
  return {
    charges,
    net_minor: sumMinor(charges.map(({ subtotal_minor, discount_minor }) => subtotal_minor - discount_minor)),
  }
}
