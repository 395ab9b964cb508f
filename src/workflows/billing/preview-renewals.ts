import type { MedusaContainer } from "@medusajs/framework/types"
import type { TaxedLine } from "../../domain/billing/tax"
import { DomainError } from "../../domain/errors"
import { sumMinor } from "../../domain/money/amounts"
import { compareInstants, toInstant } from "../../domain/time/calendar"
import { advance } from "../../domain/time/durations"
import type { CalendarDate, Instant } from "../../domain/time/types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { ChargeTotals, ForecastCharge, ForecastSkip } from "../../modules/membership/types"
import { storedTotals, totalsOf } from "./tax-charges"

const BATCH = 500
/** Who looks further ahead wants a report. */
const AHEAD_MAX = "P400D"

/** What will be asked of whom, when and for what (BILL-9). */
export interface RenewalToCome {
  /** null: it will be made when it is due. */
  readonly charge_id: string | null
  readonly membership_id: string
  readonly payer_customer_id: string | null
  readonly status: string
  readonly period_starts_on: CalendarDate
  readonly period_ends_on: CalendarDate | null
  readonly due_at: Instant
  /** When it is asked for: once due, or when it is tried again. */
  readonly act_at: Instant
  readonly currency_code: string
  readonly is_tax_inclusive: boolean
  readonly subtotal_minor: number
  readonly discount_minor: number
  readonly tax_minor: number
  readonly total_minor: number
  readonly lines: readonly TaxedLine[]
}

export interface RenewalTotal {
  readonly currency_code: string
  readonly charges: number
  readonly subtotal_minor: number
  readonly discount_minor: number
  readonly tax_minor: number
  readonly total_minor: number
}

export interface RenewalsToCome {
  readonly until: Instant
  /** By the instants at which they are asked for. */
  readonly charges: readonly RenewalToCome[]
  readonly skipped: readonly ForecastSkip[]
  readonly totals: readonly RenewalTotal[]
}

/**
 * What a run until an instant would ask for, if nothing changes before: charges that are there and are tried by then,
 * and those to be made, by the functions that make and tax them.
 * @throws DomainError `date_invalid` for an instant too far ahead
 */
export async function previewRenewals(container: MedusaContainer, given: Instant): Promise<RenewalsToCome> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const until = toInstant(given, "until")
  if (compareInstants(until, advance(await membership.now(), AHEAD_MAX, "UTC")) > 0)
    throw new DomainError("date_invalid", "Choose an instant in the next 400 days.", { field: "until" })
  const charges: RenewalToCome[] = await openCharges(container, until)
  const skipped: ForecastSkip[] = []
  for (let after_id: string | null = null, more = true; more;) {
    const batch = await membership.forecastCharges({ until, after_id, limit: BATCH })
    const totals = await totalsOf(container, batch.charges)
    charges.push(...batch.charges.map((charge, at) => toCome(charge, totals[at]!)))
    skipped.push(...batch.skipped)
    after_id = batch.last_id
    more = after_id !== null
  }
  charges.sort((a, b) => compareInstants(a.act_at, b.act_at) || (a.membership_id < b.membership_id ? -1 : 1))
  return { until, charges, skipped, totals: sums(charges) }
}

async function openCharges(container: MedusaContainer, until: Instant): Promise<RenewalToCome[]> {
  const open = await container.resolve(MEMBERSHIP_MODULE).openChargesUntil(until)
  const untaxed = open.filter(({ total_minor }) => total_minor === null)
  const taxed = new Map((await totalsOf(container, untaxed)).map((totals) => [totals.id, totals]))
  return open.map((charge) => ({
    ...toCome(charge, taxed.get(charge.id) ?? storedTotals(charge)),
    ...{ charge_id: charge.id, status: charge.status, act_at: charge.act_at },
  }))
}

function toCome(
  { charge, membership_id, currency_code }: ForecastCharge,
  { lines, is_tax_inclusive, tax_minor, total_minor }: ChargeTotals
): RenewalToCome {
  const { payer_customer_id, starts_on, ends_on, due_at, subtotal_minor, discount_minor } = charge
  return {
    ...{ charge_id: null, status: "scheduled", membership_id, payer_customer_id, due_at, act_at: due_at },
    ...{ period_starts_on: starts_on, period_ends_on: ends_on, currency_code, is_tax_inclusive, lines },
    ...{ subtotal_minor, discount_minor, tax_minor, total_minor },
  }
}

function sums(charges: readonly RenewalToCome[]): RenewalTotal[] {
  const currencies = [...new Set(charges.map(({ currency_code }) => currency_code))].sort()
  return currencies.map((currency_code) => {
    const own = charges.filter((each) => each.currency_code === currency_code)
    const sum = (key: "subtotal_minor" | "discount_minor" | "tax_minor" | "total_minor") =>
      sumMinor(own.map((each) => each[key]))
    return {
      ...{ currency_code, charges: own.length },
      ...{ subtotal_minor: sum("subtotal_minor"), discount_minor: sum("discount_minor") },
      ...{ tax_minor: sum("tax_minor"), total_minor: sum("total_minor") },
    }
  })
}
