import type { DunningSettings } from "../../../domain/billing/dunning"
import type { DueInstants } from "../../../domain/time/due-work"
import { DATED_WORK, type DatedWork } from "../../../domain/time/lived-work"
import type { Instant } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute } from "../sql"
import type { Tx } from "../types"
import { loadBillingSettings } from "./billing-settings-loading"
import type { ClockService } from "./clock"
import { UNPLANNED_CONVERSIONS } from "./conversions"
import { JOIN_DUE_AT, PLANNED_JOINS } from "./join-records"
import { ENDS_UNPAID } from "./unpaid-cancellations"

export interface StudioDue {
  readonly now: Instant
  readonly due: Readonly<Record<DatedWork, DueInstants>>
  /** Somebody may be calling a payment provider at this moment. */
  readonly is_charging: boolean
}

/** Longer than any provider is waited for; after that whoever held a charge is gone. */
const IN_FLIGHT_SECONDS = 300

/** When which work is due (TIME-5): by the very conditions by which the work is found. */
export class DueInstantsService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  async read(tx: Tx): Promise<StudioDue> {
    const now = await this.clock.now(tx)
    const { settings, dunning_since, pause } = await loadBillingSettings(tx)
    const sources = sourcesOf({ settings, dunning_since, is_running: pause === null, now })
    const rows = await execute<Row>(
      tx,
      `with clock as materialized (select ?::timestamptz as now) ${[...sources.map(dueOf), IN_FLIGHT].join(" union all ")}`,
      [now, ...sources.flatMap(({ bindings = [] }) => [...bindings, ...bindings])]
    )
    return {
      now,
      due: Object.fromEntries(DATED_WORK.map((work) => [work, merged(work, rows)])) as StudioDue["due"],
      is_charging: rows.some(({ work, is_due }) => work === "in_flight" && is_due),
    }
  }
}

interface Row {
  readonly work: DatedWork | "in_flight"
  readonly is_due: boolean
  readonly next_at: Date | null
}

function merged(of: DatedWork, rows: readonly Row[]): DueInstants {
  const own = rows.filter(({ work }) => work === of)
  const next = own.flatMap(({ next_at }) => toInstantOrNull(next_at) ?? []).sort()
  return { is_due: own.some(({ is_due }) => is_due), next_at: next[0] ?? null }
}

/** Rows of a table, each due at an instant. */
interface Source {
  readonly work: DatedWork
  /** The instant, an expression over the rows. */
  readonly at: string
  /** A table with its conditions. */
  readonly rows: string
  readonly bindings?: readonly unknown[]
}

const NOW = "(select now from clock)"

const dueOf = ({ work, at, rows }: Source) => `
  select '${work}' as work, exists(select from ${rows} and ${at} <= ${NOW}) as is_due,
    (select ${at} from ${rows} and ${at} > ${NOW} order by ${at} limit 1) as next_at`

/** By the database's time, because it is about processes: whoever holds a lease wrote it a moment ago. */
const IN_FLIGHT = `
  select 'in_flight', exists(select from membership_charge
    where act_at is not null and lease_until is not null and deleted_at is null
      and updated_at > now() - interval '${IN_FLIGHT_SECONDS} seconds'), null`

const LIVE = "m.activated_at is not null and m.voided_at is null and m.deleted_at is null"

interface StudioSettings {
  readonly settings: DunningSettings
  readonly dunning_since: Instant | null
  readonly is_running: boolean
  readonly now: Instant
}

function sourcesOf({ settings, dunning_since, is_running, now }: StudioSettings): Source[] {
  return [
    {
      work: "terms",
      at: "(m.must_start_by_on::timestamp at time zone m.time_zone)",
      rows: `membership m where m.starts_on is null and m.must_start_by_on is not null and ${LIVE}`,
    },
    { work: "conversions", at: "m.activated_at", rows: UNPLANNED_CONVERSIONS },
    {
      work: "credits",
      at: "settles_at",
      rows: "membership_credit_grant where settles_at is not null and deleted_at is null",
    },
    {
      work: "statuses",
      at: "status_changes_at",
      rows: "membership where status_changes_at is not null and deleted_at is null",
    },
    {
      work: "renewals",
      at: "m.charges_next_at",
      rows: `membership m where m.charges_next_at is not null and ${LIVE}`,
    },
    {
      work: "renewals",
      at: "requested_at",
      rows: "membership_charge_request where settled_at is null and deleted_at is null",
    },
    {
      work: "renewals",
      at: "due_at",
      rows: "membership_charge where total_minor is null and deleted_at is null",
    },
    {
      work: "renewals",
      at: "greatest(act_at, lease_until)",
      rows: `membership_charge where act_at is not null and deleted_at is null and (${is_running} or status in
        ('unknown', 'requires_action') or (status = 'processing' and uncertain_since is not null))`,
    },
    { work: "joins", at: JOIN_DUE_AT, rows: PLANNED_JOINS },
    {
      work: "orders",
      at: "settled_at",
      rows: "membership_charge where status = 'paid' and order_id is null and deleted_at is null",
    },
    ...(is_running && settings.then === "cancel" ? [cancellations(dunning_since, now)] : []),
    ...(is_running ? settings.remind_days_before.map(reminders) : []),
    { work: "reminders", at: "m.suspended_at", rows: SUSPENDED },
    {
      work: "notices",
      at: "send_at",
      rows: "membership_notice where send_at is not null and deleted_at is null",
    },
  ]
}

function cancellations(dunning_since: Instant | null, now: Instant): Source {
  return {
    work: "cancellations",
    at: "m.suspended_at",
    rows: `membership m where ${ENDS_UNPAID("greatest(m.suspended_at, ?::timestamptz)")}`,
    bindings: [dunning_since, now],
  }
}

/** A reminder is no further than this from where whole days would put it. */
const MORNING = "interval '12 hours'"

/** The morning of a reminder day; told is told, also where it was of a later day, or nobody owes anything. */
function reminders(days: number): Source {
  const day = `make_interval(days => ${days})`
  return {
    work: "reminders",
    at: `greatest(m.charges_next_at - ${day}, ((m.charges_next_at at time zone m.time_zone)::date - ${days} + time '09:00')
      at time zone m.time_zone)`,
    rows: `membership m where m.charges_next_at > ${NOW} and ${LIVE} and m.charges_next_at <= (
        select coalesce(min(n.charges_next_at), 'infinity') from membership n
        where n.charges_next_at > ${NOW} + ${day} + ${MORNING} and n.deleted_at is null) + ${MORNING}
      and coalesce(m.reminders_through_at < m.charges_next_at - ${day}, true)
      and not exists (select from membership_notice n
        where n.membership_id = m.id and n.kind = 'upcoming_charge' and n.deleted_at is null
          and n.occurred_at >= m.charges_next_at - ${day})`,
  }
}

/** Who lost access and was not told; the copy of the status says so from that instant on. */
const SUSPENDED = `
  membership m where m.suspended_at is not null and m.voided_at is null and m.deleted_at is null
    and m.status = 'suspended'
    and exists (select from membership_charge c where c.membership_id = m.id and c.first_failed_at is not null
      and c.status not in ('paid', 'waived', 'canceled') and c.deleted_at is null)
    and not exists (select from membership_notice n where n.membership_id = m.id and n.kind = 'suspended'
      and n.occurred_at >= m.suspended_at and n.deleted_at is null)`
