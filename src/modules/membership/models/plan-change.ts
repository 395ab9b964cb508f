import { model } from "@medusajs/framework/utils"

/** That a membership came, or is to come, from one plan to another (BILL-10). Amounts are in the currency's smallest unit. */
export const MembershipPlanChange = model
  .define("membership_plan_change", {
    id: model.id({ prefix: "mpchg" }).primaryKey(),
    membership_id: model.text(),
    /** `planned` waits for its period; `refused`: its membership had changed by then, and stays on its plan. */
    status: model.enum(["planned", "done", "taken_back", "refused"]),
    /** `end`: with the end of an introductory offer (PLAN-8). */
    timing: model.enum(["now", "renewal", "end"]),
    from_plan_id: model.text(),
    from_price_chart_id: model.text(),
    to_plan_id: model.text(),
    to_price_chart_id: model.text(),
    /** The shared membership in which its person takes a seat; null stays itself. */
    to_membership_id: model.text().nullable(),
    /** The seat; of a planned one null is a new seat of this classification, and this is who is to pay for it. */
    to_seat_id: model.text().nullable(),
    to_classification_id: model.text().nullable(),
    to_payer_customer_id: model.text().nullable(),
    /** The first period on the new plan; of one that waits for the end of the term, as it is known so far. */
    from_index: model.number(),
    /** Its first day; of a planned one, as it is known so far. */
    changes_on: model.text(),
    /** How the periods of the old plan were counted: what is paid late for one of them is given by it. */
    former_starts_on: model.text().nullable(),
    former_anchor_index: model.number(),
    former_plan_from_index: model.number(),
    /** Seats that take a row of another classification: `[{ seat_id, classification_id }]`. */
    seat_classifications: model.json().nullable(),
    currency_code: model.text(),
    charge_minor: model.number(),
    credit_minor: model.number(),
    due_minor: model.number(),
    carried_minor: model.number(),
    days_lost: model.number(),
    /** Who planned or did it, and why. */
    actor_type: model.text(),
    actor_id: model.text().nullable(),
    reason: model.text().nullable(),
    decided_at: model.dateTime(),
    settled_at: model.dateTime().nullable(),
    refused_code: model.text().nullable(),
  })
  .indexes([
    {
      name: "IDX_membership_plan_change_planned_unique",
      on: ["membership_id"],
      unique: true,
      where: "status = 'planned'",
    },
    { name: "IDX_membership_plan_change_membership", on: ["membership_id", "from_index"] },
  ])
