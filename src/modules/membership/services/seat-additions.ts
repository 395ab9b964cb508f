import type { Actor } from "../../../domain/actor"
import { valuesOfSale } from "../../../domain/credits/value-of-sale"
import { DomainError } from "../../../domain/errors"
import { toMinor } from "../../../domain/money/amounts"
import type { AddedSeat } from "../../../domain/seats/add-seats"
import type { SeatVerb } from "../../../domain/seats/decide"
import type { SaleFinding } from "../../../domain/selling/activation-types"
import { newEntityId } from "../ids"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { SellMembershipInput } from "./activations"
import type { CreditGrantService } from "./credit-grants"
import type { NextSeatService, PlaceForSeats } from "./next-seats"
import type { SaleRecordService } from "./sale-records"
import type { SeatChangeService } from "./seat-changes"
import { sellerOf } from "./sellers"

/** What became of a sale of further seats. */
export interface AddedSeats {
  readonly membership_id: string
  readonly seat_ids: readonly string[]
  readonly issue_ids: readonly string[]
}

interface Dependencies {
  nextSeatService: NextSeatService
  saleRecordService: SaleRecordService
  seatChangeService: SeatChangeService
  creditGrantService: CreditGrantService
}

/** Seats that are sold to a membership which is there already (SEAT-8). */
export class SeatAdditionService {
  private readonly next: NextSeatService
  private readonly records: SaleRecordService
  private readonly changes: SeatChangeService
  private readonly credits: CreditGrantService

  constructor(dependencies: Dependencies) {
    this.next = dependencies.nextSeatService
    this.records = dependencies.saleRecordService
    this.changes = dependencies.seatChangeService
    this.credits = dependencies.creditGrantService
  }

  /**
   * Writes the seats of a paid or placed sale, once. Where they cannot be, staff are told: the money may have moved.
   * @returns null when they were written before
   */
  async addSold(input: SellMembershipInput, tx: Tx): Promise<AddedSeats | null> {
    const { sale, order_id, payment } = input
    const { id: sale_draft_id, membership_id, plan_id } = sale.draft
    if (membership_id === null || payment.canceled) return null
    const place = await this.next.place(membership_id, { lock: true, sale_draft_ids: [sale_draft_id] }, tx)
    const before = await execute(tx, `select id from membership_seat where sale_draft_id = ?`, [
      sale_draft_id,
    ])
    if (before.length > 0) return null
    const { seat_ids, findings } = await this.tryToAdd(input, place, tx)
    const issues = findings.map(({ details, ...finding }) => ({
      ...finding,
      ...{ details: { ...details, membership_id }, order_id, subject_id: sale_draft_id, plan_id },
      // Not of the membership: whatever staff decide about the seats, the rest of it goes on.
      membership_id: null,
    }))
    return { membership_id, seat_ids, issue_ids: await this.records.insertIssues(issues, tx) }
  }

  /** SALE-7: the seats of a paid order wait no longer, unless staff have to decide about them. */
  async activate(order_id: string, tx: Tx): Promise<string[]> {
    const rows = await execute<{ id: string; membership_id: string }>(
      tx,
      `update membership_seat s set is_pending = false, updated_at = now()
       where s.order_id = ? and s.is_pending and s.deleted_at is null and not exists (
         select from membership_sale_issue i
         where i.subject_id = s.sale_draft_id and i.resolved_at is null and i.deleted_at is null)
       returning s.id, s.membership_id`,
      [order_id]
    )
    const membership_ids = [...new Set(rows.map(({ membership_id }) => membership_id))].sort()
    for (const id of membership_ids) {
      const seats = rows.filter(({ membership_id }) => membership_id === id)
      await this.credits.seatsPaid(
        id,
        seats.map((seat) => seat.id),
        tx
      )
    }
    return membership_ids
  }

  /**
   * SALE-8: the seats that an order added, or one sale of it, end with it. One that the membership cannot be without is
   * left empty, so that the order's cancellation never fails on it (SEAT-6, CHART-6).
   */
  async end(of: { order_id: string } | { sale_draft_id: string }, why: Why, tx: Tx): Promise<void> {
    const [column, id] = "order_id" in of ? ["order_id", of.order_id] : ["sale_draft_id", of.sale_draft_id]
    const seats = await execute<{ id: string; membership_id: string }>(
      tx,
      `select id, membership_id from membership_seat where ${column} = ? and deleted_at is null order by id`,
      [id]
    )
    const { reason, actor } = why
    const asker = { type: "staff", reason } as const
    for (const { id: seat_id, membership_id } of seats) {
      const change = (verb: SeatVerb) =>
        this.changes.change({ membership_id, verb, asker, actor, preview: false }, tx)
      const cancel = { verb: "cancel", seat_id, way: { at: "now" }, reason } as const
      const refused = await refusalOf(change(cancel), [...ENDED, ...NEEDED])
      if (refused && isAmong(NEEDED, refused))
        await refusalOf(change({ verb: "unassign", seat_id }), ["seat_empty"])
      await this.credits.seatsVoided(membership_id, [seat_id], why, tx)
    }
  }

  private async tryToAdd(
    { sale, order_id, payment, purchaser, seat_values_minor, discounts = [] }: SellMembershipInput,
    place: PlaceForSeats,
    tx: Tx
  ): Promise<{ seat_ids: readonly string[]; findings: readonly SaleFinding[] }> {
    const { draft, findings } = sale
    const payer_customer_id = purchaser.customer_id
    try {
      const paid = seat_values_minor ?? valuesOfSale(draft, [])
      const sold = draft.seats.map((seat, index) => ({ ...seat, value_minor: paid[index] ?? 0 }))
      const chosen = this.next.take(place, sold)
      const seats = chosen.map(({ value_minor: _value, ...seat }): AddedSeat => ({
        ...{ ...seat, id: newEntityId("mseat"), payer_customer_id },
        price_minor: toMinor(seat.amount, draft.currency_code),
      }))
      const verb = { verb: "add", seats, is_sold: true } as const
      const membership_id = place.loaded.id
      const asker = { type: "staff", reason: null } as const
      const { actor } = await sellerOf(draft.id, tx)
      await this.changes.change({ membership_id, verb, asker, actor, preview: false }, tx)
      const seat_ids = seats.map(({ id }) => id)
      const is_pending = !payment.paid || findings.length > 0
      await execute(
        tx,
        `update membership_seat set sale_draft_id = ?, order_id = ?, is_pending = ? where id = any(?)`,
        [draft.id, order_id, is_pending, textArray(seat_ids)]
      )
      const values = chosen.map(({ value_minor }, index) => ({ seat_id: seat_ids[index]!, value_minor }))
      await this.credits.seatsSold(membership_id, values, tx)
      await this.records.insertDiscounts({ membership_id, sale_draft_id: draft.id }, discounts, tx)
      return { seat_ids, findings }
    } catch (error) {
      if (!(error instanceof DomainError) || !isUnplaced(error.code)) throw error
      const { code, message, details } = error
      return { seat_ids: [], findings: [...findings, { code, message, details }] }
    }
  }
}

interface Why {
  readonly actor: Actor
  readonly reason: string
}

/** What keeps seats from being added although their order exists; staff decide then. */
const UNPLACED = ["already_canceled", "membership_ended", "seats_above_limit"] as const
const isUnplaced = (code: string): code is (typeof UNPLACED)[number] =>
  (UNPLACED as readonly string[]).includes(code)

/** A seat that ended before, and a membership that is over, have nothing left to end. */
const ENDED = ["already_canceled", "membership_ended", "not_found"]

/** The membership cannot be without it. */
const NEEDED = ["seat_required", "seats_below_required"]

const isAmong = (codes: readonly string[], code: string) => codes.includes(code)

/** @returns which of these refusals it was; null when it was done */
async function refusalOf(done: Promise<unknown>, expected: readonly string[]): Promise<string | null> {
  try {
    await done
    return null
  } catch (error) {
    if (error instanceof DomainError && isAmong(expected, error.code)) return error.code
    throw error
  }
}
