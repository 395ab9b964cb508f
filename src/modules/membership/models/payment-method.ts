import { model } from "@medusajs/framework/utils"

/** The saved payment method by which a payer's charges are settled (SALE-12); the platform's account holder holds it. */
export const MembershipPaymentMethod = model
  .define("membership_payment_method", {
    id: model.id({ prefix: "mpay" }).primaryKey(),
    customer_id: model.text(),
    provider_id: model.text(),
    account_holder_id: model.text(),
    payment_method_id: model.text(),
    /** What people know it by, such as "visa •••• 4242". */
    label: model.text().nullable(),
    expires_on: model.text().nullable(),
  })
  .indexes([{ name: "IDX_membership_payment_method_customer_unique", on: ["customer_id"], unique: true }])
