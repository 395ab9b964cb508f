import { model } from "@medusajs/framework/utils"
import { MembershipAcceptedTerms } from "./accepted-terms"
import { MembershipDiscount } from "./discount"
import { MembershipPlan } from "./plan"
import { MembershipPriceChart } from "./price-chart"
import { MembershipSaleDraft } from "./sale-draft"
import { MembershipSaleIssue } from "./sale-issue"
import { MembershipSeat } from "./seat"

/** A plan sold. Its facts are stored; its status is computed from them (TERM-1), `status` is a copy for lists. */
export const Membership = model
  .define("membership", {
    id: model.id({ prefix: "mship" }).primaryKey(),
    display_id: model.autoincrement().searchable(),
    plan: model.belongsTo(() => MembershipPlan),
    /** Kept for life, or until its plan changes (CHART-8, BILL-10). */
    price_chart: model.belongsTo(() => MembershipPriceChart),
    /** Unique: one sale makes one membership, however often its event arrives (SALE-6). */
    sale_draft: model.belongsTo(() => MembershipSaleDraft),
    order_id: model.text().nullable(),
    /** The purchaser. */
    customer_id: model.text().nullable(),
    customer_email: model.text().searchable().nullable(),
    customer_name: model.text().searchable().nullable(),
    location_id: model.text().nullable(),
    /** The zone in which its calendar rules are computed, copied from its location at the sale. */
    time_zone: model.text(),
    currency_code: model.text(),
    signup_fee: model.bigNumber(),
    purchased_at: model.dateTime(),
    /** First day of the term in its zone; null until the first visit where the plan starts then. */
    starts_on: model.text().nullable(),
    /** First day without it; null never ends. Holds move it where the plan extends (HOLD-4). */
    ends_on: model.text().nullable(),
    /** The end without any hold, as sold or as staff set it (TERM-5). */
    sold_ends_on: model.text().nullable(),
    /** For a first-visit start: it starts by itself on this day. */
    must_start_by_on: model.text().nullable(),
    activated_at: model.dateTime().nullable(),
    voided_at: model.dateTime().nullable(),
    status: model.enum([
      "pending",
      "upcoming",
      "active",
      "on_hold",
      "past_due",
      "suspended",
      "exhausted",
      "expired",
      "canceled",
      "void",
    ]),
    /** When time alone will change the status next; the sweep refreshes the copy then. */
    status_changes_at: model.dateTime().nullable(),
    /** The last period that was charged, or passed over; 0 is the sale's. */
    charged_through_index: model.number().default(0),
    /** When somebody has to look whether a period is due; null where none will be. Every change of it says "now". */
    charges_next_at: model.dateTime().nullable(),
    /** The last reminder of its next charge that was decided on: where a hold skips the dues, nobody is told (REMIND-2). */
    reminders_through_at: model.dateTime().nullable(),
    /** The version that prices it from a coming period on (CHART-10); null stays on its own. */
    next_price_chart_id: model.text().nullable(),
    /** The index of that period. */
    next_price_from_index: model.number().nullable(),
    /** Seats that take a row of another classification there: `[{ seat_id, classification_id }]`. */
    next_seat_classifications: model.json().nullable(),
    /**
     * The day from which its periods are counted, at or before its first day, where it joined the common billing day
     * (BILL-7); null counts from `starts_on`.
     */
    anchor_on: model.text().nullable(),
    /** The index of the period that begins on that day; a change of plan may count anew (BILL-10). */
    anchor_index: model.number().default(0),
    /** The first period on the present plan, and the day on which it began; null is the sale's plan. */
    plan_from_index: model.number().default(0),
    plan_from_on: model.text().nullable(),
    /** What payers have left of what changes of plan gave back: `DuesCredit[]`; null is nothing (BILL-10). */
    dues_credits: model.json().nullable(),
    /** Since when dues are unpaid, and from when that ends access (BILL-3); null again once they are settled. */
    past_due_since: model.dateTime().nullable(),
    suspended_at: model.dateTime().nullable(),
    /** When it was found out whether the payment of the sale left a method for renewals (SALE-12); null: not yet. */
    payment_method_sought_at: model.dateTime().nullable(),
    seats: model.hasMany(() => MembershipSeat, { mappedBy: "membership" }),
    accepted_terms: model.hasMany(() => MembershipAcceptedTerms, { mappedBy: "membership" }),
    issues: model.hasMany(() => MembershipSaleIssue, { mappedBy: "membership" }),
    discounts: model.hasMany(() => MembershipDiscount, { mappedBy: "membership" }),
    metadata: model.json().nullable(),
  })
  .indexes([
    { name: "IDX_membership_sale_draft_unique", on: ["sale_draft_id"], unique: true },
    { name: "IDX_membership_order", on: ["order_id"] },
    { name: "IDX_membership_customer", on: ["customer_id"] },
    { name: "IDX_membership_status", on: ["status"] },
    { name: "IDX_membership_location", on: ["location_id"] },
    {
      name: "IDX_membership_next_price_chart",
      on: ["next_price_chart_id"],
      where: "next_price_chart_id is not null",
    },
    {
      name: "IDX_membership_charges_next_at",
      on: ["charges_next_at"],
      where: "charges_next_at is not null",
    },
    { name: "IDX_membership_suspended_at", on: ["suspended_at"], where: "suspended_at is not null" },
    {
      name: "IDX_membership_payment_method_unsought",
      on: ["created_at"],
      where: "payment_method_sought_at is null and activated_at is not null",
    },
    {
      name: "IDX_membership_must_start_by",
      on: ["must_start_by_on"],
      where: "starts_on is null and must_start_by_on is not null",
    },
    // The order of lists.
    { name: "IDX_membership_display_id_unique", on: ["display_id"], unique: true },
    {
      name: "IDX_membership_status_changes_at",
      on: ["status_changes_at"],
      where: "status_changes_at is not null",
    },
  ])
