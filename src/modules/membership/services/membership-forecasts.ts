import { type ComingJoin, type DueWithJoins, dueWithJoins } from "../../../domain/billing/coming-joins"
import type { DuePeriod } from "../../../domain/billing/due-charges"
import type { Phase } from "../../../domain/forecast/types"
import type { CreditGrant } from "../../../domain/credits/types"
import { startOnFirstVisit } from "../../../domain/memberships/term"
import { endWithHolds, spanOf } from "../../../domain/seats/term-with-holds"
import {
  addDays,
  compareDates,
  compareInstants,
  daysBetween,
  localDate,
  startOfLocalDay,
} from "../../../domain/time/calendar"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { STATUS_COLUMNS, type StatusRow, toInstantOrNull, toMembershipFacts } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { AgeingOut, AgeingOutService } from "./ageing-out"
import { type LoadedBilling, loadBilling } from "./billing-loading"
import {
  type ChargeForecastService,
  type ForecastCharge,
  ofTheirPlans,
  type OpenCharge,
} from "./charge-forecasts"
import type { ClockService } from "./clock"
import type { CreditLedgerService } from "./credit-ledger"
import { CREDIT_COLUMNS, type CreditRow, toCreditMembership } from "./credit-memberships"
import { type ForecastScope, selectForecast } from "./forecast-selection"
import type { JoinService } from "./joins"

export interface ForecastMembershipsInput extends ForecastScope {
  /** The first day that is not looked at. */
  readonly until_on: CalendarDate
  /** The last one of the batch before; null begins. */
  readonly after_id: string | null
  readonly limit: number
}

/** All that is known of a membership's future, before the tax of its charges. */
export interface ForecastMembership {
  readonly billing: LoadedBilling
  readonly display_id: number
  readonly plan_name: string
  readonly customer_id: string | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly phases: readonly Phase[]
  readonly grants: readonly CreditGrant[]
  readonly due: readonly DuePeriod[]
  readonly charges: readonly ForecastCharge[]
  readonly open: readonly OpenCharge[]
  readonly ageing: readonly AgeingOut[]
  readonly notices: readonly { readonly at: Instant; readonly kind: string }[]
}

export interface MembershipsBatch {
  readonly now: Instant
  readonly memberships: readonly ForecastMembership[]
  /** null: there are no more. */
  readonly last_id: string | null
}

interface Dependencies {
  ageingOutService: AgeingOutService
  chargeForecastService: ChargeForecastService
  clockService: ClockService
  creditLedgerService: CreditLedgerService
  joinService: JoinService
}

/** What memberships come to, read by what changes them (REPORT-3). */
export class MembershipForecastService {
  private readonly ageing: AgeingOutService
  private readonly charges: ChargeForecastService
  private readonly clock: ClockService
  private readonly ledger: CreditLedgerService
  private readonly joins: JoinService

  constructor(dependencies: Dependencies) {
    this.ageing = dependencies.ageingOutService
    this.charges = dependencies.chargeForecastService
    this.clock = dependencies.clockService
    this.ledger = dependencies.creditLedgerService
    this.joins = dependencies.joinService
  }

  /** One batch, in as many statements for two hundred memberships as for two. The database refuses it any write. */
  async batch({ until_on, ...input }: ForecastMembershipsInput, tx: Tx): Promise<MembershipsBatch> {
    await execute(tx, "set transaction read only")
    const now = await this.clock.now(tx)
    const today = localDate(now, "UTC")
    const ids = await selectForecast({ ...input, today, until_on }, tx)
    const until = `${addDays(until_on, 1)}T00:00:00.000Z`
    const sold = new Map((await soldOf("m.plan_id", "", ids, tx)).map((row) => [row.id, row]))
    const planned = await soldOf("c.to_plan_id", PLANNED, ids, tx)
    const days = Math.max(0, daysBetween({ from: today, to: until_on }))
    const ageing = await this.ageing.list({ days: days + 1, membership_ids: ids }, tx)
    const grants = await this.ledger.ofMemberships(ids, { lock: false }, tx)
    const open = await this.charges.openUntil(until, ids, tx)
    const notices = await noticesOf(ids, until, tx)
    const joins = await this.joins.coming(ids, until, tx)
    const memberships = (await loadBilling(ids, tx)).map((billing) => {
      const { id } = billing.membership
      const coming = {
        ...{ until_on, planned: planned.find((row) => row.id === id) ?? null },
        joins: joins.filter(({ facts }) => facts.to.membership.id === id),
      }
      const own = <Each extends { readonly membership_id: string }>(all: readonly Each[]) =>
        all.filter(({ membership_id }) => membership_id === id)
      return {
        ...forecastOf(billing, sold.get(id)!, coming),
        ...{ grants: own(grants), open: own(open), ageing: own(ageing), notices: own(notices) },
      }
    })
    const charges = await ofTheirPlans(
      memberships.flatMap((each) => each.charges),
      tx
    )
    const product_of = new Map(charges.map(({ id, product_id }) => [id, product_id]))
    return {
      now,
      memberships: memberships.map((each) => ({
        ...each,
        charges: each.charges.map((charge) => ({ ...charge, product_id: product_of.get(charge.id)! })),
      })),
      last_id: ids.length === input.limit ? ids.at(-1)! : null,
    }
  }
}

interface SoldRow extends StatusRow, Omit<CreditRow, keyof StatusRow> {
  readonly id: string
  readonly display_id: number
  readonly plan_name: string
  readonly customer_id: string | null
  readonly customer_name: string | null
  readonly customer_email: string | null
  readonly charges_next_at: Date | null
  readonly product_id: string
  readonly region_id: string | null
  readonly order_id: string | null
}

const PLANNED =
  "join membership_plan_change c on c.membership_id = m.id and c.status = 'planned' and c.deleted_at is null"

/** Memberships on their plan, or on the one that they are to have. */
function soldOf(plan_id: string, joins: string, ids: readonly string[], tx: Tx): Promise<SoldRow[]> {
  return execute<SoldRow>(
    tx,
    `select ${CREDIT_COLUMNS}, ${STATUS_COLUMNS}, m.display_id, p.name as plan_name, m.customer_id, m.customer_name,
            m.customer_email, m.charges_next_at, p.product_id, d.region_id, m.order_id
     from membership m ${joins}
     join membership_plan p on p.id = ${plan_id}
     join membership_sale_draft d on d.id = m.sale_draft_id
     where m.id = any(?)`,
    [textArray(ids)]
  )
}

interface Coming {
  readonly until_on: CalendarDate
  readonly planned: SoldRow | null
  readonly joins: readonly ComingJoin[]
}

function forecastOf(billing: LoadedBilling, sold: SoldRow, { until_on, planned, joins }: Coming) {
  const { id: membership_id, zone } = billing.membership
  const until = startOfLocalDay(until_on, zone)
  const begun = begins(billing, sold, until_on)
  const coming =
    begun === null && sold.charges_next_at === null
      ? { due: [], joined: [] }
      : dueWithJoins({ ...billing, membership: begun?.membership ?? billing.membership }, until, joins)
  const due = coming.due.filter(({ period }) => compareInstants(period.due_at, until) < 0)
  const present = begun === null ? [phaseOf(null, sold)] : [phaseOf(null, sold), begun.phase]
  const { product_id, region_id, order_id, display_id, plan_name } = sold
  const { customer_id, customer_name, customer_email } = sold
  const { currency_code } = billing
  return {
    ...{ billing, due, display_id, plan_name, customer_id, customer_name, customer_email },
    phases: [...present, ...due.flatMap((period) => changes(period, planned)), ...seated(sold, coming)],
    charges: due.flatMap(({ charges }) =>
      charges.map((charge): ForecastCharge => {
        const id = `${membership_id}:${charge.payer_key}:${charge.period_key}`
        return { id, membership_id, charge, currency_code, product_id, region_id, order_id }
      })
    ),
  }
}

const phaseOf = (from: Instant | null, sold: SoldRow): Phase => ({
  from,
  facts: toMembershipFacts(sold),
  credits: toCreditMembership(sold),
})

/** With the seats that others are to take. */
const seated = (sold: SoldRow, { joined }: DueWithJoins): Phase[] =>
  joined.map(({ at }, index) => {
    const seats = joined
      .slice(0, index + 1)
      .map(({ seat }) => ({ ...spanOf(seat), id: seat.id, is_pending: false }))
    return phaseOf(at, { ...sold, credit_seats: [...sold.credit_seats, ...seats] })
  })

/** Whoever has not come by the last day to begin finds the term begun (PLAN-3). */
function begins({ membership }: LoadedBilling, sold: SoldRow, until_on: CalendarDate) {
  const { must_start_by_on, time_zone: zone, validity } = sold
  if (membership.starts_on !== null || must_start_by_on === null) return null
  if (compareDates(must_start_by_on, until_on) >= 0) return null
  const at = startOfLocalDay(must_start_by_on, zone)
  const term = startOnFirstVisit({ visited_at: at, validity, latest_starts_on: must_start_by_on, zone })
  const { starts_on, ends_on: sold_ends_on } = term
  const ends_on = endWithHolds({ starts_on, sold_ends_on, seats: membership.seats }, sold.hold_policy.effect)
  return {
    membership: { ...membership, starts_on, ends_on },
    phase: phaseOf(at, { ...sold, starts_on, ends_on }),
  }
}

function changes({ changed, period }: DuePeriod, planned: SoldRow | null): Phase[] {
  if (planned === null || changed?.refused !== null) return []
  const { starts_on, ends_on, anchor_index = 0, keeps_billing_day = false } = changed.membership
  const anchor = keeps_billing_day ? {} : { starts_on, anchor_on: null }
  const on_plan = { ...planned, ...anchor, ends_on, anchor_index, plan_from_index: changed.index }
  return [phaseOf(period.due_at, on_plan)]
}

async function noticesOf(ids: readonly string[], until: Instant, tx: Tx) {
  const rows = await execute<{ membership_id: string; kind: string; send_at: Date }>(
    tx,
    `select membership_id, kind, send_at from membership_notice
     where membership_id = any(?) and send_at <= ? and deleted_at is null order by send_at, id`,
    [textArray(ids), until]
  )
  return rows.map(({ membership_id, kind, send_at }) => ({
    ...{ membership_id, kind, at: toInstantOrNull(send_at)! },
  }))
}
