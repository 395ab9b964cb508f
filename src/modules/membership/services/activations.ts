import { SYSTEM } from "../../../domain/actor"
import { valuesOfSale } from "../../../domain/credits/value-of-sale"
import { DomainError } from "../../../domain/errors"
import type {
  DraftToSell,
  LineIssue,
  PlanToSell,
  Sale,
  SaleFinding,
} from "../../../domain/selling/activation-types"
import type { KeptDiscount } from "../../../domain/selling/kept-discounts"
import {
  membershipOfSale,
  type PaymentState,
  type SoldMembership,
} from "../../../domain/selling/membership-of-sale"
import type { Instant } from "../../../domain/time/types"
import { toInstantOrNull } from "../mapping/memberships"
import { execute, textArray } from "../sql"
import type { Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import type { CreditGrantService } from "./credit-grants"
import type { LocationService } from "./locations"
import type { MemberService } from "./members"
import type { SaleDraftService } from "./sale-drafts"
import type { SaleRecordService } from "./sale-records"
import { sellerOf } from "./sellers"

/** Who bought, as the order tells it. */
export interface Purchaser {
  readonly customer_id: string | null
  readonly email: string | null
  readonly first_name: string | null
  readonly last_name: string | null
  readonly phone: string | null
}

export interface SellMembershipInput {
  readonly sale: Sale
  readonly plan: PlanToSell
  readonly order_id: string
  readonly purchaser: Purchaser
  readonly purchased_at: Instant
  readonly payment: PaymentState
  /** What was paid for each seat, after discount and before tax; left out, what it costs (CREDIT-10). */
  readonly seat_values_minor?: readonly number[]
  /** Promotions that lower further charges too (SALE-10). */
  readonly discounts?: readonly KeptDiscount[]
}

export interface SoldSale {
  readonly membership_id: string
  readonly active: boolean
  readonly issue_ids: readonly string[]
}

export interface LoadActivationInput {
  readonly order_id: string
  readonly cart_id: string | null
  /** When the platform stored the order, by the machine's clock. */
  readonly created_at: Instant
}

/** What the database knows about an order's sales. */
export interface ActivationState {
  readonly drafts: readonly DraftToSell[]
  /** Drafts that are memberships, and drafts and lines that staff were told about. */
  readonly done: readonly string[]
  /** When the order was placed, by the studio's clock; of a draft order, when it was last checked. */
  readonly ordered_at: Instant
}

interface Dependencies {
  membershipClassificationService: Store<"MembershipClassification">
  auditService: AuditService
  clockService: ClockService
  locationService: LocationService
  memberService: MemberService
  saleDraftService: SaleDraftService
  saleRecordService: SaleRecordService
  creditGrantService: CreditGrantService
}

/** Orders become memberships, each sale exactly once (SALE-6). */
export class ActivationService {
  private readonly classifications: Store<"MembershipClassification">
  private readonly audit: AuditService
  private readonly clock: ClockService
  private readonly locations: LocationService
  private readonly members: MemberService
  private readonly saleDrafts: SaleDraftService
  private readonly records: SaleRecordService
  private readonly credits: CreditGrantService

  constructor(dependencies: Dependencies) {
    this.classifications = dependencies.membershipClassificationService
    this.audit = dependencies.auditService
    this.clock = dependencies.clockService
    this.locations = dependencies.locationService
    this.members = dependencies.memberService
    this.saleDrafts = dependencies.saleDraftService
    this.records = dependencies.saleRecordService
    this.credits = dependencies.creditGrantService
  }

  async load({ order_id, cart_id, created_at }: LoadActivationInput, tx: Tx): Promise<ActivationState> {
    // An order comes from a cart, or was a draft order that staff put its sales into.
    const stored = await this.saleDrafts.listOf(cart_id === null ? { order_id } : { cart_id }, tx)
    const done = await execute<{ id: string }>(
      tx,
      `select sale_draft_id as id from membership where order_id = ? and deleted_at is null
       union select sale_draft_id from membership_seat where order_id = ? and deleted_at is null
       union select subject_id from membership_sale_issue where order_id = ? and deleted_at is null`,
      [order_id, order_id, order_id]
    )
    const drafts = stored.map((draft) => ({
      ...draft,
      accepted_terms_at: toInstantOrNull(draft.accepted_terms_at),
      checked_at: toInstantOrNull(draft.checked_at),
    }))
    // A frozen clock stands still while the platform's goes on: there, an order is placed at the frozen instant.
    const converted_at = cart_id === null ? drafts.map((draft) => draft.checked_at).find(Boolean) : null
    const ordered_at = (await this.clock.frozenAt(tx)) ?? converted_at ?? created_at
    return { drafts, done: done.map(({ id }) => id), ordered_at }
  }

  /**
   * Writes one sale with all that belongs to it. The unique index on the sale's draft decides between several who
   * try at once; the others wait for it and write nothing.
   * @returns null when the membership exists already
   */
  async sell(input: SellMembershipInput, tx: Tx): Promise<SoldSale | null> {
    const { sale, order_id } = input
    if (sale.is_new) await this.records.insertDraft(sale.draft, tx)
    if (await this.isSold(sale.draft.id, tx)) return null
    const claim = await this.claimOffer(input, tx)
    const sold = await this.decide(claim ? withFinding(input, claim) : input, tx)
    const membership_id = await this.records.insertMembership(input, sold, tx)
    if (membership_id === null) return null
    const seat_ids = await this.records.insertSeats(membership_id, input, sold, tx)
    await this.records.insertTerms(membership_id, sale.draft, tx)
    await this.records.insertDiscounts({ membership_id, sale_draft_id: null }, input.discounts ?? [], tx)
    const values = input.seat_values_minor ?? valuesOfSale(sale.draft, [])
    const paid = seat_ids.map((seat_id, index) => ({ seat_id, value_minor: values[index] ?? 0 }))
    await this.credits.sold(membership_id, paid, tx)
    const issues = sold.findings.map((finding) => ({
      ...finding,
      order_id,
      subject_id: sale.draft.id,
      membership_id,
      plan_id: sale.draft.plan_id,
    }))
    const issue_ids = await this.records.insertIssues(issues, tx)
    await this.record(membership_id, input, sold, tx)
    return { membership_id, active: sold.activated_at !== null, issue_ids }
  }

  /** Tells staff about lines that no membership could be made of, each once. @returns the ids of new issues */
  async report(order_id: string, lines: readonly LineIssue[], tx: Tx): Promise<string[]> {
    const issues = lines.map(({ line_id, ...finding }) => ({
      ...finding,
      order_id,
      subject_id: line_id,
      membership_id: null,
    }))
    return this.records.insertIssues(issues, tx)
  }

  /** Closes drafts of which the order holds nothing. */
  async closeDrafts(ids: readonly string[], tx: Tx): Promise<void> {
    const removed_at = await this.clock.now(tx)
    await execute(
      tx,
      `update membership_sale_draft d set removed_at = ?, updated_at = now() where id = any(?) and removed_at is null
         and not exists (select from membership m where m.sale_draft_id = d.id)`,
      [removed_at, textArray(ids)]
    )
    await this.saleDrafts.releaseClaims(ids, tx)
  }

  private async isSold(sale_draft_id: string, tx: Tx): Promise<boolean> {
    const rows = await execute(tx, `select id from membership where sale_draft_id = ?`, [sale_draft_id])
    return rows.length > 0
  }

  private async decide(input: SellMembershipInput, tx: Tx): Promise<SoldMembership> {
    const { sale, plan, purchased_at, payment } = input
    const now = await this.clock.now(tx)
    const zone = await this.locations.zoneOf(sale.draft.location_id, tx)
    const purchaser_member_id = await this.purchaserMember(input, tx)
    const ids = [purchaser_member_id, ...sale.draft.seats.map((seat) => seat.member_id)].filter(
      (id) => id !== null
    )
    const people = await this.saleDrafts.loadPeople({ ids, visible_to: "staff" }, tx)
    const classifications = await this.classificationsOf(sale.draft, tx)
    return membershipOfSale({
      ...{ sale, plan, zone, purchased_at, now, payment },
      ...{ purchaser_member_id, people, classifications },
    })
  }

  /** Only an individual plan seats its purchaser by itself. */
  private async purchaserMember(
    { plan, purchaser, payment }: SellMembershipInput,
    tx: Tx
  ): Promise<string | null> {
    const { customer_id } = purchaser
    if (plan.audience !== "individual" || customer_id === null || payment.canceled) return null
    return this.members.ensureOfCustomer({ ...purchaser, customer_id, actor: SYSTEM }, tx)
  }

  private async classificationsOf({ seats }: DraftToSell, tx: Tx) {
    const ids = [...new Set(seats.flatMap((seat) => seat.classification_id ?? []))]
    if (!ids.length) return new Map()
    const rows = await this.classifications.list({ id: ids }, {}, tx)
    return new Map(rows.map((row) => [row.id, row]))
  }

  /** A use of the offer that was not claimed before the money moved is claimed now, or staff are told (PLAN-8). */
  private async claimOffer(input: SellMembershipInput, tx: Tx): Promise<SaleFinding | null> {
    const { sale, plan, purchaser, payment } = input
    const { customer_id } = purchaser
    if (plan.introductory_offer === null || customer_id === null || payment.canceled) return null
    if (sale.draft.override_reason !== null) return null
    const [member] = await execute<{ household_id: string | null }>(
      tx,
      `select household_id from membership_member where customer_id = ? and deleted_at is null`,
      [customer_id]
    )
    const household_id = member?.household_id ?? null
    const sale_draft_id = sale.draft.id
    try {
      const offer = plan.introductory_offer
      await this.saleDrafts.claimOffer(
        { plan_id: plan.id, offer, customer_id, household_id, sale_draft_id },
        tx
      )
      return null
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "intro_already_used") throw error
      return { code: error.code, message: error.message, details: error.details }
    }
  }

  private async record(id: string, input: SellMembershipInput, sold: SoldMembership, tx: Tx): Promise<void> {
    const { draft } = input.sale
    const changes = {
      order_id: input.order_id,
      plan_id: draft.plan_id,
      price_chart_id: draft.price_chart_id,
      seats: sold.seats.length,
      status: sold.status,
      findings: sold.findings.map(({ code }) => code),
    }
    const subject = { type: "membership", id }
    await this.audit.record(
      { ...(await sellerOf(draft.id, tx)), action: "activate-sale", subject, membership_id: id, changes },
      tx
    )
  }
}

function withFinding(input: SellMembershipInput, finding: SaleFinding): SellMembershipInput {
  const told = input.sale.findings.some(({ code }) => code === finding.code)
  if (told) return input
  return { ...input, sale: { ...input.sale, findings: [...input.sale.findings, finding] } }
}
