import { assert } from "../../../domain/errors"
import type { DraftToSell, SaleFinding } from "../../../domain/selling/activation-types"
import type { KeptDiscount } from "../../../domain/selling/kept-discounts"
import type { SoldMembership } from "../../../domain/selling/membership-of-sale"
import { newEntityId } from "../ids"
import { execute } from "../sql"
import type { Store, Tx } from "../types"
import type { SellMembershipInput } from "./activations"
import type { LocationService } from "./locations"
import { rawNumber } from "./raw-number"

export interface IssueRow extends SaleFinding {
  readonly order_id: string
  readonly subject_id: string
  readonly membership_id: string | null
  readonly plan_id: string
}

interface Dependencies {
  membershipSeatService: Store<"MembershipSeat">
  membershipSeatHolderService: Store<"MembershipSeatHolder">
  membershipAcceptedTermsService: Store<"MembershipAcceptedTerms">
  locationService: LocationService
}

/** The rows that a sale leaves. Where a row is there already, nothing is written: its unique index decides. */
export class SaleRecordService {
  private readonly seats: Store<"MembershipSeat">
  private readonly holders: Store<"MembershipSeatHolder">
  private readonly acceptedTerms: Store<"MembershipAcceptedTerms">
  private readonly locations: LocationService

  constructor(dependencies: Dependencies) {
    this.seats = dependencies.membershipSeatService
    this.holders = dependencies.membershipSeatHolderService
    this.acceptedTerms = dependencies.membershipAcceptedTermsService
    this.locations = dependencies.locationService
  }

  /** SALE-10: what lowers its further charges, in the order in which it is taken off. */
  /** After those that it has. @param of.sale_draft_id the sale that added the seats; null is the membership's own */
  async insertDiscounts(
    {
      membership_id,
      sale_draft_id,
    }: { readonly membership_id: string; readonly sale_draft_id: string | null },
    discounts: readonly KeptDiscount[],
    tx: Tx
  ): Promise<void> {
    if (discounts.length === 0) return
    const rows = discounts.map(({ kind, value, code, cycles_left }, index) => ({
      ...{ id: newEntityId("mdis"), nth: index + 1, code, cycles_left },
      ...(kind === "percent" ? { percent: value } : { amount_minor: value }),
    }))
    await execute(
      tx,
      `insert into membership_discount (id, membership_id, sale_draft_id, position, code, percent, amount_minor, cycles_left)
       select id, ?, ?, nth + (select coalesce(max(position), 0) from membership_discount where membership_id = ?), code,
         percent, amount_minor, cycles_left
       from jsonb_to_recordset(?::jsonb) as v(id text, nth integer, code text, percent real, amount_minor bigint,
         cycles_left integer)`,
      [membership_id, sale_draft_id, membership_id, JSON.stringify(rows)]
    )
  }

  async insertDraft(draft: DraftToSell, tx: Tx): Promise<void> {
    const {
      id,
      cart_id,
      quote_id,
      plan_id,
      price_chart_id,
      currency_code,
      region_id,
      customer_id,
      seats,
      lines,
    } = draft
    await execute(
      tx,
      `insert into membership_sale_draft
         (id, cart_id, quote_id, plan_id, price_chart_id, currency_code, region_id, customer_id, seats, lines,
          signup_fee, raw_signup_fee)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?::jsonb)
       on conflict do nothing`,
      [
        ...[id, cart_id, quote_id, plan_id, price_chart_id, currency_code, region_id, customer_id],
        ...[JSON.stringify(seats), JSON.stringify(lines), draft.signup_fee, rawNumber(draft.signup_fee)],
      ]
    )
  }

  /** @returns null when the sale is a membership already */
  async insertMembership(input: SellMembershipInput, sold: SoldMembership, tx: Tx): Promise<string | null> {
    const { sale, order_id, purchaser, purchased_at } = input
    const { draft } = sale
    const row = {
      id: newEntityId("mship"),
      plan_id: draft.plan_id,
      price_chart_id: draft.price_chart_id,
      sale_draft_id: draft.id,
      order_id,
      customer_id: purchaser.customer_id,
      customer_email: purchaser.email,
      customer_name: [purchaser.first_name, purchaser.last_name].filter(Boolean).join(" ") || null,
      location_id: draft.location_id,
      time_zone: await this.locations.zoneOf(draft.location_id, tx),
      currency_code: draft.currency_code,
      signup_fee: draft.signup_fee,
      raw_signup_fee: rawNumber(draft.signup_fee),
      purchased_at,
      starts_on: sold.starts_on,
      anchor_on: sold.anchor_on,
      ends_on: sold.ends_on,
      sold_ends_on: sold.ends_on,
      must_start_by_on: sold.must_start_by_on,
      activated_at: sold.activated_at,
      voided_at: sold.voided_at,
      status: sold.status,
      status_changes_at: sold.status_changes_at,
      charges_next_at: sold.activated_at,
    }
    const columns = Object.keys(row)
    const [inserted] = await execute<{ id: string }>(
      tx,
      `insert into membership (${columns.join(", ")}) values (${columns.map(() => "?").join(", ")})
       on conflict do nothing returning id`,
      Object.values(row)
    )
    return inserted?.id ?? null
  }

  /** @returns the ids of the seats, in their order */
  async insertSeats(
    membership_id: string,
    { purchaser, purchased_at }: SellMembershipInput,
    { seats }: SoldMembership,
    tx: Tx
  ): Promise<string[]> {
    const rows = seats.map(({ holder_member_id: _holder, ...seat }) => ({
      ...seat,
      membership_id,
      payer_customer_id: purchaser.customer_id,
    }))
    const created = await this.seats.create(rows as never, tx)
    const id_at = new Map(
      (created as unknown as { id: string; position: number }[]).map((seat) => [seat.position, seat.id])
    )
    const holders = seats.flatMap(({ position, holder_member_id: member_id }) => {
      const seat_id = id_at.get(position)
      assert(seat_id, `seat ${position} was written`)
      return member_id === null
        ? []
        : [{ seat_id, membership_id, member_id, held_from: new Date(purchased_at) }]
    })
    if (holders.length) await this.holders.create(holders as never, tx)
    return seats.map(({ position }) => id_at.get(position)!)
  }

  async insertTerms(membership_id: string, draft: DraftToSell, tx: Tx): Promise<void> {
    const { accepted_terms_id: terms_id, accepted_terms_at, accepted_terms_by: accepted_by } = draft
    if (terms_id === null || accepted_terms_at === null) return
    const row = { membership_id, terms_id, accepted_at: new Date(accepted_terms_at), accepted_by }
    await this.acceptedTerms.create(row as never, tx)
  }

  /** Each once for its code. @returns the ids of new ones */
  async insertIssues(issues: readonly IssueRow[], tx: Tx): Promise<string[]> {
    const ids: string[] = []
    for (const { order_id, subject_id, membership_id, plan_id, code, message, details } of issues) {
      const rows = await execute<{ id: string }>(
        tx,
        `insert into membership_sale_issue (id, order_id, subject_id, membership_id, plan_id, code, message, details)
         values (?, ?, ?, ?, ?, ?, ?, ?::jsonb) on conflict do nothing returning id`,
        [
          ...[newEntityId("missue"), order_id, subject_id, membership_id, plan_id],
          ...[code, message, JSON.stringify(details)],
        ]
      )
      ids.push(...rows.map(({ id }) => id))
    }
    return ids
  }
}
