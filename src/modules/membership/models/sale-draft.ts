import { model } from "@medusajs/framework/utils"
import { MembershipPlan } from "./plan"
import { MembershipPriceChart } from "./price-chart"

/**
 * What was quoted and put into a cart: the truth about the sale. The cart's lines only carry its id, because a
 * shopper can change a line's quantity and metadata (SALE-2).
 */
export const MembershipSaleDraft = model
  .define("membership_sale_draft", {
    id: model.id({ prefix: "msdr" }).primaryKey(),
    /** The cart, or null for a plain line that was found in an order. */
    cart_id: model.text().nullable(),
    /** The draft order that staff put it into (SALE-9). */
    order_id: model.text().nullable(),
    /** The membership that it adds seats to (SEAT-8); null sells a new one. */
    membership_id: model.text().nullable(),
    /** Why staff went past who the plan is for; null is sold by the rules. */
    override_reason: model.text().nullable(),
    /** What it was sold in spite of (BILL-11): `[{ code, membership_id }]`; null where nothing was told. */
    confirmed_notices: model.json().nullable(),
    quote_id: model.text(),
    plan: model.belongsTo(() => MembershipPlan),
    price_chart: model.belongsTo(() => MembershipPriceChart),
    currency_code: model.text(),
    region_id: model.text().nullable(),
    location_id: model.text().nullable(),
    customer_id: model.text().nullable(),
    starts_on: model.text().nullable(),
    /** `FirstPeriod` where it joins the common billing day (BILL-7); null has a day of its own. */
    first_period: model.json().nullable(),
    /** `AcceptedConversion`: the consent to what follows an introductory offer (PLAN-8); null gave none. */
    conversion: model.json().nullable(),
    /** Why it cannot be done any more; null: it can, or is done. */
    conversion_refused_code: model.text().nullable(),
    /** `QuotedSeat[]` with `amount` in the major unit and, where people were named, `member_id`. */
    seats: model.json(),
    signup_fee: model.bigNumber(),
    /** `[{ kind: "seat" | "signup_fee", row_position, quantity, unit_price, tax_rate }]`, what the cart must hold. */
    lines: model.json(),
    accepted_terms_id: model.text().nullable(),
    accepted_terms_at: model.dateTime().nullable(),
    accepted_terms_by: model.text().nullable(),
    /** When the checks before completion last passed; a sale within minutes of it is not checked for staleness again. */
    checked_at: model.dateTime().nullable(),
    /** Taken out of the cart again. */
    removed_at: model.dateTime().nullable(),
  })
  .indexes([
    { name: "IDX_membership_sale_draft_cart", on: ["cart_id"] },
    { name: "IDX_membership_sale_draft_customer", on: ["customer_id"] },
    { name: "IDX_membership_sale_draft_order", on: ["order_id"], where: "order_id is not null" },
    { name: "IDX_membership_sale_draft_conversion", on: ["id"], where: "conversion is not null" },
    {
      name: "IDX_membership_sale_draft_membership",
      on: ["membership_id"],
      where: "membership_id is not null",
    },
  ])
