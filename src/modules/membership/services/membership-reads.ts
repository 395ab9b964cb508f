import { membershipStatus } from "../../../domain/memberships/status"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { MembershipStatus } from "../../../domain/memberships/types"
import { STATUS_COLUMNS, type StatusRow, toMembershipFacts } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { type FoundMemberships, type SearchMembershipsInput, searchStatement } from "./membership-search"

export interface VisibleSeatsInput {
  readonly membership_ids: readonly string[]
  readonly customer_id: string
}

export interface CreditRightsInput {
  readonly membership_id: string
  readonly customer_id: string
}

export type OwnChargesInput = CreditRightsInput

/** Where a customer stands towards the credits of a membership. */
export interface CreditRights {
  readonly manages_all: boolean
  /** Seats whose credits they see; of none of a membership that is not theirs. */
  readonly seat_ids: readonly string[]
  /** Seats whose credits they may move: those they manage or hold, not those that they only pay for. */
  readonly own_seat_ids: readonly string[]
}

export interface OwnMembershipsInput {
  readonly customer_id: string
  /** Left out: all of which they see something. */
  readonly role?: "mine" | "managed" | null
}

/** How many memberships a plan has. */
export interface MembershipCounts {
  /** Those that have not ended; by the copies of their statuses. */
  readonly live: number
  /** All that were ever sold, ended and void ones included. */
  readonly total: number
}

/** What pages about memberships need beside their rows. */
export class MembershipReadService {
  private readonly clock: ClockService

  constructor({ clockService }: { clockService: ClockService }) {
    this.clock = clockService
  }

  /** What staff search for, newest first. */
  async search(input: SearchMembershipsInput, tx: Tx): Promise<FoundMemberships> {
    const { sql, bindings } = searchStatement(input)
    const [found] = await execute<FoundMemberships>(tx, sql, [...bindings])
    return found!
  }

  /** How many seats each has. */
  async seatCounts(membership_ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await execute<{ membership_id: string; count: number }>(
      tx,
      `select membership_id, count(*)::int as count from membership_seat
       where membership_id = any(?) and deleted_at is null group by membership_id`,
      [textArray(membership_ids)]
    )
    return new Map(rows.map(({ membership_id, count }) => [membership_id, count]))
  }

  /** The status of each, computed now from its facts and never read from the copy (TERM-1). */
  async statusesOf(ids: readonly string[], tx: Tx): Promise<Map<string, MembershipStatus>> {
    const now = await this.clock.now(tx)
    const rows = await execute<StatusRow & { id: string }>(
      tx,
      `select m.id, ${STATUS_COLUMNS}
       from membership m join membership_plan p on p.id = m.plan_id where m.id = any(?)`,
      [textArray(ids)]
    )
    return new Map(rows.map((row) => [row.id, membershipStatus(toMembershipFacts(row), now)]))
  }

  /** How many memberships each plan has; a plan without any is left out. */
  async countsOf(plan_ids: readonly string[], tx: Tx): Promise<Map<string, MembershipCounts>> {
    const rows = await execute<{ plan_id: string; live: string; total: string }>(
      tx,
      `select plan_id, count(*) as total, count(*) filter (where status <> all(?)) as live
       from membership where plan_id = any(?) group by plan_id`,
      [textArray(ENDED_STATUSES), textArray(plan_ids)]
    )
    return new Map(
      rows.map(({ plan_id, live, total }) => [plan_id, { live: Number(live), total: Number(total) }])
    )
  }

  /** How many memberships each chart version sold and still prices (CHART-8): void ones are left out, as are charts without any. */
  async countsOfCharts(price_chart_ids: readonly string[], tx: Tx): Promise<Map<string, number>> {
    const rows = await execute<{ price_chart_id: string; count: string }>(
      tx,
      `select price_chart_id, count(*) as count from membership
       where price_chart_id = any(?) and voided_at is null group by price_chart_id`,
      [textArray(price_chart_ids)]
    )
    return new Map(rows.map(({ price_chart_id, count }) => [price_chart_id, Number(count)]))
  }

  /** The seats that a customer may see: what they manage, sit on or pay for (PEOPLE-6, SEAT-9). */
  async visibleSeats({ membership_ids, customer_id }: VisibleSeatsInput, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string }>(
      tx,
      `select s.id ${FROM_SEATS} where s.membership_id = any(?) and (${MANAGES} or ${HOLDS} or ${PAYS})`,
      [customer_id, textArray(membership_ids)]
    )
    return rows.map(({ id }) => id)
  }

  async creditRights({ membership_id, customer_id }: CreditRightsInput, tx: Tx): Promise<CreditRights> {
    const rows = await execute<{ id: string; manages_all: boolean; is_own: boolean }>(
      tx,
      `select s.id, coalesce(${MANAGES_ALL}, false) as manages_all, coalesce(${MANAGES} or ${HOLDS}, false) as is_own
       ${FROM_SEATS} where s.membership_id = ? and s.deleted_at is null and (${MANAGES} or ${HOLDS} or ${PAYS})`,
      [customer_id, membership_id]
    )
    return {
      manages_all: rows.some(({ manages_all }) => manages_all),
      seat_ids: rows.map(({ id }) => id),
      own_seat_ids: rows.filter(({ is_own }) => is_own).map(({ id }) => id),
    }
  }

  /**
   * The charges of a membership that a customer pays, all of them where they manage the whole. None where they only sit
   * in it; null where they see nothing of it.
   */
  async ownCharges({ membership_id, customer_id }: OwnChargesInput, tx: Tx): Promise<string[] | null> {
    const [{ sees } = { sees: false }] = await execute<{ sees: boolean }>(
      tx,
      `select exists (select ${FROM_SEATS} where s.membership_id = ? and (${MANAGES} or ${HOLDS} or ${PAYS})) as sees`,
      [customer_id, membership_id]
    )
    const charges = await execute<{ id: string }>(
      tx,
      `select c.id ${FROM_CHARGES} where c.membership_id = ? and c.deleted_at is null and (${MANAGES_ALL} or ${OWES})`,
      [customer_id, membership_id]
    )
    return sees || charges.length > 0 ? charges.map(({ id }) => id) : null
  }

  /** The memberships of which a customer sees something; `mine`: they sit in it, `managed`: they manage of it. */
  async ownMemberships({ customer_id, role = null }: OwnMembershipsInput, tx: Tx): Promise<string[]> {
    const parts = role === "mine" ? [SEATED_IN] : role === "managed" ? MANAGED : [SEATED_IN, PAID, ...MANAGED]
    const rows = await execute<{ id: string }>(tx, `${CUSTOMER} ${parts.join(" union ")}`, [customer_id])
    return rows.map(({ id }) => id)
  }
}

/** The customer as a member, and the people of their household where they are its guardian. */
const CUSTOMER = `
  with who as (select ?::text as customer_id),
  self as (
    select m.id, m.household_id, m.is_guardian
    from membership_member m join who on who.customer_id = m.customer_id where m.deleted_at is null),
  family as (
    select m.id, m.customer_id from membership_member m
    join self on self.household_id = m.household_id and self.is_guardian where m.deleted_at is null)`

const seatedIn = (people: "self" | "family") => `
  select h.membership_id as id from membership_seat_holder h join ${people} p on p.id = h.member_id
  where h.held_until is null and h.deleted_at is null`
const SEATED_IN = seatedIn("self")
const PAID = `
  select s.membership_id from membership_seat s join who on who.customer_id = s.payer_customer_id
  where s.deleted_at is null`
/** Each part finds its rows by an index, however many memberships there are. */
const MANAGED = [
  `select m.id from membership m join who on who.customer_id = m.customer_id where m.deleted_at is null`,
  `select m.id from membership m join family f on f.customer_id = m.customer_id
   join membership_plan p on p.id = m.plan_id and p.audience = 'household' where m.deleted_at is null`,
  seatedIn("family"),
]

/** The customer and whoever bought it, and where they stand among the members. */
const WHO = `
  join membership_plan plan on plan.id = m.plan_id
  left join membership_member buyer on buyer.customer_id = m.customer_id and buyer.deleted_at is null
  cross join (select ?::text as customer_id) who
  left join membership_member self on self.customer_id = who.customer_id and self.deleted_at is null`
/** Seats with whoever holds them now, beside the customer. */
const FROM_SEATS = `
  from membership_seat s
  join membership m on m.id = s.membership_id
  left join membership_seat_holder h on h.seat_id = s.id and h.held_until is null and h.deleted_at is null
  left join membership_member holder on holder.id = h.member_id ${WHO}`
const FROM_CHARGES = `from membership_charge c join membership m on m.id = c.membership_id ${WHO}`

/** As `managesAll` of the domain has it: the purchaser, and the guardians of a family. */
const MANAGES_ALL = `(m.customer_id = who.customer_id or (
  self.is_guardian and plan.audience = 'household' and self.household_id = buyer.household_id))`
/** As `managesSeat` of the domain has it: with guardians for their household. */
const MANAGES = `(${MANAGES_ALL} or (self.is_guardian and self.household_id = holder.household_id))`
const HOLDS = `holder.id = self.id`
const PAYS = `s.payer_customer_id = who.customer_id`
const OWES = `c.payer_customer_id = who.customer_id`
