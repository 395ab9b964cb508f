import type { PlannedChange } from "../../../domain/billing/billed-membership"
import type { PriceMove } from "../../../domain/billing/price-moves"
import { DomainError } from "../../../domain/errors"
import { toMinor } from "../../../domain/money/amounts"
import type { Classification } from "../../../domain/people/types"
import type { SeatFacts } from "../../../domain/seats/decide"
import type { Seat, SeatedMembership, SeatHold } from "../../../domain/seats/types"
import { intervalOf } from "../../../domain/plans/billing"
import { localDate } from "../../../domain/time/calendar"
import type {
  CancellationPolicy,
  HoldPolicy,
  IntroductoryOffer,
  PlanBilling,
  PlanKind,
  PlanRenewal,
} from "../../../domain/plans/types"
import type { CalendarDate, Instant } from "../../../domain/time/types"
import { STATUS_COLUMNS, type StatusRow } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import { loadPlannedChanges } from "./plan-change-loading"
import { loadMoves, MOVE_COLUMNS, type MoveRow } from "./price-move-loading"

/** A membership and its plan, as far as verbs on seats need them. */
export interface LoadedMembership extends StatusRow, MoveRow {
  readonly display_id: number
  readonly plan_name: string
  readonly customer_id: string | null
  readonly sold_ends_on: CalendarDate | null
  /** How its periods are counted since its plan changed last (BILL-10). */
  readonly anchor_on: CalendarDate | null
  readonly anchor_index: number
  readonly plan_from_index: number
  readonly charged_through_index: number
  readonly billed_from_on: CalendarDate | null
  readonly plan_from_on: CalendarDate | null
  readonly plan_id: string
  readonly plan_kind: PlanKind
  readonly price_chart_id: string
  readonly billing: PlanBilling
  readonly renewal: PlanRenewal
  readonly hold_policy: HoldPolicy
  readonly cancellation_policy: CancellationPolicy
  /** The plan's; null prorates nothing (BILL-7). */
  readonly proration: boolean | null
  /** null: not an introductory offer (PLAN-8). */
  readonly introductory_offer: IntroductoryOffer | null
  /** The purchaser's. */
  readonly household_id: string | null
  /** Other prices from a coming period on: of another version, or of the plan that it is to have (CHART-10, BILL-10). */
  readonly move: PriceMove | null
}

/** On the common billing day, the first day of the last period that was charged (BILL-7). */
export const BILLED_FROM_ON = `case when m.anchor_on is not null then (
              select min(k.period_starts_on) from membership_charge k
              where k.membership_id = m.id and k.period_index = m.charged_through_index
                and k.period_key not like 'fine:%' and k.deleted_at is null) end as billed_from_on`

/** @throws DomainError `not_found` */
export async function loadMembership(
  id: string,
  { lock }: { readonly lock: boolean },
  tx: Tx
): Promise<LoadedMembership> {
  const [membership] = await execute<Omit<LoadedMembership, "move">>(
    tx,
    `select m.id, m.display_id, m.customer_id, m.currency_code, m.sold_ends_on, m.plan_id, m.price_chart_id,
            m.anchor_on, m.anchor_index, m.plan_from_index, m.plan_from_on, m.charged_through_index, ${BILLED_FROM_ON},
            p.name as plan_name, p.kind as plan_kind, p.audience, p.billing, p.renewal, p.hold_policy,
            p.cancellation_policy, p.proration, p.introductory_offer, ${STATUS_COLUMNS},
            ${MOVE_COLUMNS}, (
              select household_id from membership_member
              where customer_id = m.customer_id and deleted_at is null) as household_id
     from membership m join membership_plan p on p.id = m.plan_id
     where m.id = ? and m.deleted_at is null ${lock ? "for update of m" : ""}`,
    [id]
  )
  // Seats that are not paid yet are among those that verbs see.
  if (membership) {
    const planned = (await loadPlannedChanges([membership], new Map(), tx)).get(id) ?? null
    const moves = await loadMoves([membership], new Map(), tx)
    // What follows with the end of the term prices no period before it.
    return { ...membership, move: planned && pricesPeriods(planned) ? planned : (moves.get(id) ?? null) }
  }
  throw new DomainError("not_found", `There is no membership with the id ${id}.`, { id })
}

const pricesPeriods = (change: PlannedChange): change is PlannedChange & PriceMove =>
  change.from_index !== null

interface SeatRow extends Omit<LoadedSeat, "price_minor" | "cancellation" | "holds"> {
  readonly membership_id: string
  readonly amount: string
  readonly canceled_on: CalendarDate | null
  readonly cancel_scope: "seat" | "membership" | null
  readonly cut_holds: readonly SeatHold[] | null
  readonly cancel_at_renewal: boolean
  readonly holds: readonly (Omit<SeatHold, "fee_minor"> & { readonly fee: string })[]
}

/** All seats with who holds them and their holds. */
export async function loadSeats(
  { audience, starts_on, ends_on, sold_ends_on, ...loaded }: LoadedMembership,
  tx: Tx
): Promise<SeatedMembership> {
  const seats = (await loadSeatsOf([loaded], tx)).get(loaded.id)!
  return { id: loaded.id, audience, starts_on, ends_on, sold_ends_on, seats }
}

/** A seat of a sale that is not paid yet owes nothing further (SEAT-8). */
export type LoadedSeat = Seat & { readonly is_pending: boolean }

/** The seats of each membership in their order, in one statement however many there are. */
export async function loadSeatsOf(
  memberships: readonly { readonly id: string; readonly currency_code: string }[],
  tx: Tx
): Promise<Map<string, LoadedSeat[]>> {
  const ids = textArray(memberships.map(({ id }) => id))
  const rows = await execute<SeatRow>(
    tx,
    `select s.membership_id, s.id, s.position, s.row_position, s.classification_id, s.label, s.sequence, s.required,
            s.tax_rate, s.amount::text, s.payer_customer_id, s.starts_on, s.canceled_on, s.cancel_scope, s.cut_holds,
            s.cancel_at_renewal, s.is_pending, holder.member_id, coalesce(pauses.holds, '[]') as holds
     from membership_seat s
     left join membership_seat_holder holder
       on holder.seat_id = s.id and holder.held_until is null and holder.deleted_at is null
     left join (
       select h.seat_id, jsonb_agg(jsonb_build_object(
           'id', h.id, 'kind', h.kind, 'starts_on', h.starts_on, 'resumes_on', h.resumes_on, 'fee', h.fee::text,
           'reason', h.reason, 'is_fee_charged', h.fee_charged_at is not null) order by h.starts_on) as holds
       from membership_seat_hold h where h.membership_id = any(?) and h.deleted_at is null group by h.seat_id
     ) pauses on pauses.seat_id = s.id
     where s.membership_id = any(?) and s.deleted_at is null order by s.position`,
    [ids, ids]
  )
  const currency_of = new Map(memberships.map(({ id, currency_code }) => [id, currency_code]))
  const seats = new Map<string, LoadedSeat[]>(memberships.map(({ id }) => [id, []]))
  for (const { membership_id, ...row } of rows)
    seats.get(membership_id)!.push(toSeat(row, currency_of.get(membership_id)!))
  return seats
}

function toSeat(
  {
    amount,
    canceled_on,
    cancel_scope,
    cut_holds,
    cancel_at_renewal,
    holds,
    ...row
  }: Omit<SeatRow, "membership_id">,
  currency_code: string
): LoadedSeat {
  return {
    ...row,
    price_minor: toMinor(amount, currency_code),
    cancellation:
      canceled_on === null
        ? null
        : {
            ...{ canceled_on, scope: cancel_scope ?? "seat", cut_holds: cut_holds ?? [] },
            ...(cancel_at_renewal ? { at_renewal: true } : {}),
          },
    holds: holds.map(({ fee, is_fee_charged, ...hold }) => ({
      ...{ ...hold, fee_minor: toMinor(fee, currency_code) },
      ...(is_fee_charged ? { is_fee_charged } : {}),
    })),
  }
}

export async function loadClassifications(
  seats: readonly Pick<Seat, "classification_id">[],
  tx: Tx
): Promise<Map<string, Classification>> {
  const ids = [...new Set(seats.flatMap(({ classification_id }) => classification_id ?? []))]
  if (ids.length === 0) return new Map()
  const rows = await execute<Classification>(
    tx,
    `select id, name, min_age, max_age, requires_proof from membership_classification where id = any(?)`,
    [textArray(ids)]
  )
  return new Map(rows.map((row) => [row.id, row]))
}

/** What is known of a membership and its plan without asking about people. */
export function factsOf(
  loaded: LoadedMembership,
  membership: SeatedMembership,
  now: Instant
): Pick<
  SeatFacts,
  | "membership"
  | "currency_code"
  | "hold_policy"
  | "hold_fee_minor"
  | "cancellation_policy"
  | "interval"
  | "renews"
  | "anchor_on"
  | "anchor_index"
  | "billed_from_on"
  | "after_index"
  | "commitment_from_on"
  | "validity"
  | "household_id"
  | "is_paid"
  | "today"
  | "move"
> {
  const { hold_policy, cancellation_policy, currency_code, household_id, validity, move } = loaded
  const fee = hold_policy.fees.find((each) => each.currency_code === currency_code)?.amount ?? 0
  return {
    ...{ membership, currency_code, hold_policy, cancellation_policy, household_id, validity, move },
    hold_fee_minor: toMinor(fee, currency_code),
    interval: intervalOf(loaded.billing),
    ...{ anchor_on: loaded.anchor_on, anchor_index: loaded.anchor_index },
    ...{ billed_from_on: loaded.billed_from_on, after_index: loaded.charged_through_index },
    commitment_from_on: loaded.plan_from_on,
    renews: loaded.renewal.mode === "period_end",
    is_paid: loaded.activated_at !== null && loaded.past_due_since === null,
    today: localDate(now, loaded.time_zone),
  }
}
