import { model } from "@medusajs/framework/utils"

/** What the last check of the credit ledger found (CREDIT-1), whichever process it ran in: at most one row. */
export const MembershipLedgerCheck = model.define("membership_ledger_check", {
  id: model.text().primaryKey(),
  checked_at: model.dateTime(),
  /** How many balances were not what their entries say. */
  drift: model.number(),
})
