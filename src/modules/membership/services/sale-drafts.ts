import type { Actor } from "../../../domain/actor"
import type { FirstPeriod } from "../../../domain/billing/proration"
import { DomainError } from "../../../domain/errors"
import type { IntroductoryOffer } from "../../../domain/plans/types"
import type { SaleNoticeCode } from "../../../domain/selling/sale-notices"
import type { AcceptedConversion } from "../../../domain/selling/conversion"
import type { SalePerson } from "../../../domain/selling/choose-seats"
import type { SaleDraft, SaleLine, SaleSeat } from "../../../domain/selling/types"
import { newEntityId } from "../ids"
import { execute, textArray } from "../sql"
import type { Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { ClockService } from "./clock"
import { SOLD_BY_STAFF } from "./sellers"
import { loadOwnPeople, loadPeople } from "./people-loading"

export interface CreateSaleDraftInput extends SaleDraft {
  readonly accepted_terms: { readonly id: string; readonly by: string | null } | null
  /** What it is sold in spite of, as the buyer or staff confirmed it (BILL-11). */
  readonly confirmed_notices?: readonly ConfirmedNotice[] | null
  /** Staff who sell it; null is a customer's own purchase. */
  readonly sold_by?: Actor | null
}

export interface ConfirmedNotice {
  readonly code: SaleNoticeCode
  readonly membership_id: string
  /** Why staff sell it all the same. */
  readonly reason?: string
}

/** A draft as stored, with when it was last checked. */
export interface StoredSaleDraft extends SaleDraft {
  readonly accepted_terms_id: string | null
  readonly accepted_terms_at: Date | null
  readonly accepted_terms_by: string | null
  readonly checked_at: Date | null
}

export interface ClaimOfferInput {
  readonly plan_id: string
  readonly offer: Pick<IntroductoryOffer, "limit_per_customer" | "limit_per_household" | "look_back_days">
  readonly customer_id: string
  readonly household_id: string | null
  readonly sale_draft_id: string
}

export interface LoadSalePeopleInput {
  readonly ids: readonly string[]
  /** `staff`, or the customer whose own household may be seated; null sees nobody. */
  readonly visible_to: string | null
}

export type SaleDraftsOf = { readonly cart_id: string } | { readonly order_id: string }

/** A claim whose sale never completed frees its place after this long. */
export const CLAIM_MINUTES = 30

interface Dependencies {
  membershipSaleDraftService: Store<"MembershipSaleDraft">
  auditService: AuditService
  clockService: ClockService
}

/** Sales between quote and order: what was put into carts, checked, and claimed. */
export class SaleDraftService {
  private readonly drafts: Store<"MembershipSaleDraft">
  private readonly audit: AuditService
  private readonly clock: ClockService

  constructor({ membershipSaleDraftService, auditService, clockService }: Dependencies) {
    this.drafts = membershipSaleDraftService
    this.audit = auditService
    this.clock = clockService
  }

  async create({ accepted_terms, sold_by = null, ...draft }: CreateSaleDraftInput, tx: Tx): Promise<void> {
    const accepted_terms_at = accepted_terms ? new Date(await this.clock.now(tx)) : null
    const row = {
      ...draft,
      seats: draft.seats,
      lines: draft.lines,
      accepted_terms_id: accepted_terms?.id ?? null,
      accepted_terms_by: accepted_terms?.by ?? null,
      accepted_terms_at,
    }
    await this.drafts.create(row as never, tx)
    if (sold_by === null) return
    const subject = { type: "sale_draft", id: draft.id }
    const { plan_id, order_id, override_reason: reason } = draft
    const { confirmed_notices = null } = draft
    const changes = { plan_id, order_id, ...(confirmed_notices ? { confirmed_notices } : {}) }
    await this.audit.record({ actor: sold_by, action: SOLD_BY_STAFF, subject, changes, reason }, tx)
  }

  /** Takes a draft out of its cart; its row stays, as what was once offered. */
  async remove({ id }: { readonly id: string; readonly actor: Actor }, tx: Tx): Promise<void> {
    const removed_at = new Date(await this.clock.now(tx))
    await this.drafts.update({ id, removed_at }, tx)
    await this.releaseClaims([id], tx)
  }

  /** Drafts that a cart or a draft order holds, oldest first. */
  async listOf(of: SaleDraftsOf, tx: Tx): Promise<StoredSaleDraft[]> {
    const rows = await this.drafts.list({ ...of, removed_at: null }, { order: { id: "ASC" } }, tx)
    return rows.map(toSaleDraft)
  }

  async markChecked(ids: readonly string[], tx: Tx): Promise<void> {
    const checked_at = new Date(await this.clock.now(tx))
    await this.drafts.update(
      ids.map((id) => ({ id, checked_at })),
      tx
    )
  }

  /**
   * Claims one use of an introductory offer for a sale, per customer and per household (PLAN-8). The unique index
   * on the ordinal decides races: of two sales at once for the last use, one gets it. Claiming again for the same
   * sale keeps the claim. Real time, not the studio's clock: it is about how long a payment may take.
   * @throws DomainError `intro_already_used`
   */
  async claimOffer(input: ClaimOfferInput, tx: Tx): Promise<void> {
    const { offer, customer_id, household_id } = input
    if (offer.limit_per_customer === null) await forgetOldUses(input, tx)
    const limits = [
      // Without a limit of its own, the offer is for a new customer: once within the look-back.
      { scope: "customer", scope_id: customer_id, limit: offer.limit_per_customer ?? 1 },
      { scope: "household", scope_id: household_id, limit: offer.limit_per_household },
    ]
    for (const { scope, scope_id, limit } of limits) {
      if (limit === null || scope_id === null) continue
      const claimed = await claimOne({ ...input, scope, scope_id, limit }, tx)
      if (claimed) continue
      const whose = scope === "customer" ? "You have" : "Your household has"
      throw new DomainError(
        "intro_already_used",
        `${whose} had this introductory offer. Choose another plan.`,
        {
          plan_id: input.plan_id,
          scope,
        }
      )
    }
  }

  async releaseClaims(sale_draft_ids: readonly string[], tx: Tx): Promise<void> {
    await execute(tx, `delete from membership_offer_use where sale_draft_id = any(?)`, [
      textArray(sale_draft_ids),
    ])
  }

  /** Members to be seated, by id, as far as the caller may see them (PEOPLE-6). */
  async loadPeople({ ids, visible_to }: LoadSalePeopleInput, tx: Tx): Promise<Map<string, SalePerson>> {
    if (visible_to === null) return new Map()
    return visible_to === "staff" ? loadPeople(ids, tx) : loadOwnPeople(ids, visible_to, tx)
  }
}

interface OneClaim extends ClaimOfferInput {
  readonly scope: string
  readonly scope_id: string
  readonly limit: number
}

/** A use before the look-back no longer keeps the customer from being new (PLAN-8); null never forgets. */
async function forgetOldUses({ plan_id, customer_id, offer }: ClaimOfferInput, tx: Tx): Promise<void> {
  if (offer.look_back_days === null) return
  await execute(
    tx,
    `delete from membership_offer_use where plan_id = ? and scope = 'customer' and scope_id = ?
       and claimed_at < now() - ? * interval '1 day'`,
    [plan_id, customer_id, offer.look_back_days]
  )
}

async function claimOne(
  { plan_id, scope, scope_id, limit, sale_draft_id }: OneClaim,
  tx: Tx
): Promise<boolean> {
  const mine = await execute(
    tx,
    `update membership_offer_use set claimed_at = now()
     where plan_id = ? and scope = ? and scope_id = ? and sale_draft_id = ? returning id`,
    [plan_id, scope, scope_id, sale_draft_id]
  )
  if (mine.length) return true
  await execute(
    tx,
    `delete from membership_offer_use u
     where plan_id = ? and scope = ? and scope_id = ? and claimed_at < now() - ? * interval '1 minute'
       and not exists (select from membership m where m.sale_draft_id = u.sale_draft_id)`,
    [plan_id, scope, scope_id, CLAIM_MINUTES]
  )
  for (let ordinal = 1; ordinal <= limit; ordinal++) {
    const rows = await execute(
      tx,
      `insert into membership_offer_use (id, plan_id, scope, scope_id, ordinal, sale_draft_id, claimed_at)
       values (?, ?, ?, ?, ?, ?, now())
       on conflict (plan_id, scope, scope_id, ordinal) where deleted_at is null do nothing returning id`,
      [newEntityId("moffer"), plan_id, scope, scope_id, ordinal, sale_draft_id]
    )
    if (rows.length) return true
  }
  return false
}

function toSaleDraft(row: Row<"MembershipSaleDraft">): StoredSaleDraft {
  return {
    id: row.id,
    cart_id: row.cart_id,
    order_id: row.order_id,
    membership_id: row.membership_id,
    override_reason: row.override_reason,
    quote_id: row.quote_id,
    plan_id: row.plan_id,
    price_chart_id: row.price_chart_id,
    currency_code: row.currency_code,
    region_id: row.region_id,
    location_id: row.location_id,
    customer_id: row.customer_id,
    starts_on: row.starts_on,
    first_period: row.first_period as unknown as FirstPeriod | null,
    conversion: row.conversion as unknown as AcceptedConversion | null,
    seats: row.seats as unknown as SaleSeat[],
    signup_fee: row.signup_fee,
    lines: row.lines as unknown as SaleLine[],
    accepted_terms_id: row.accepted_terms_id,
    accepted_terms_at: row.accepted_terms_at,
    accepted_terms_by: row.accepted_terms_by,
    checked_at: row.checked_at,
  }
}
