import { model } from "@medusajs/framework/utils"

/**
 * Something that is to be told, written in the transaction of what caused it and sent after (REMIND-2): unique by its
 * occasion, so that it is told once. What was sent stays, and nothing in it says who a person is.
 */
export const MembershipNotice = model
  .define("membership_notice", {
    id: model.id({ prefix: "mnote" }).primaryKey(),
    occasion: model.text(),
    kind: model.enum([
      "upcoming_charge",
      "payment_failed",
      "confirm_payment",
      "paid_after_failure",
      "suspended",
      "canceled_for_non_payment",
      "charge_parked",
      "price_change_scheduled",
      "price_change_taken_back",
    ]),
    membership_id: model.text(),
    charge_id: model.text().nullable(),
    /** Who is told; null is the purchaser, who may have no account. */
    customer_id: model.text().nullable(),
    data: model.json(),
    occurred_at: model.dateTime(),
    /** When somebody has to send it; null when nothing is left to do. */
    send_at: model.dateTime().nullable(),
    sent_at: model.dateTime().nullable(),
    failures: model.number().default(0),
    last_error: model.text().nullable(),
  })
  .indexes([
    { name: "IDX_membership_notice_occasion_unique", on: ["occasion"], unique: true },
    { name: "IDX_membership_notice_send_at", on: ["send_at"], where: "send_at is not null" },
    { name: "IDX_membership_notice_membership", on: ["membership_id"] },
  ])
