import { model } from "@medusajs/framework/utils"
import { MembershipHousehold } from "./household"
import { MembershipProof } from "./proof"
import { MembershipSeatHolder } from "./seat-holder"

/** A person who can hold a seat, with a Medusa customer or, like a child, without (PEOPLE-1). */
export const MembershipMember = model
  .define("membership_member", {
    id: model.id({ prefix: "mmemb" }).primaryKey(),
    first_name: model.text().searchable(),
    last_name: model.text().searchable().nullable(),
    /** Calendar date `YYYY-MM-DD`. Leaves the server for staff and guardians only (PEOPLE-6). */
    date_of_birth: model.text().nullable(),
    email: model.text().searchable().nullable(),
    phone: model.text().searchable().nullable(),
    photo_url: model.text().nullable(),
    notes: model.text().nullable(),
    customer_id: model.text().nullable(),
    household: model.belongsTo(() => MembershipHousehold, { mappedBy: "members" }).nullable(),
    /** May act for the others of the household; only a member who is a customer can be one (PEOPLE-2). */
    is_guardian: model.boolean().default(false),
    /** When they were deleted: nothing personal is left, the row stays for the history that points to it. */
    erased_at: model.dateTime().nullable(),
    /** Who they turned out to be, where they were there twice: what was theirs is that member's (BILL-11). */
    merged_into_id: model.text().nullable(),
    /** Grows with each visit: who checks the same person in at the same time decides again (ACCESS-4). */
    visit_revision: model.number().default(0),
    proofs: model.hasMany(() => MembershipProof, { mappedBy: "member" }),
    seats_held: model.hasMany(() => MembershipSeatHolder, { mappedBy: "member" }),
  })
  .indexes([
    {
      name: "IDX_membership_member_customer_unique",
      on: ["customer_id"],
      unique: true,
      where: "customer_id is not null and deleted_at is null",
    },
    {
      name: "IDX_membership_member_merged_into",
      on: ["merged_into_id"],
      where: "merged_into_id is not null",
    },
  ])
  .checks([
    {
      name: "membership_member_guardian",
      expression: (c) => `not ${c.is_guardian} or ${c.customer_id} is not null`,
    },
    {
      name: "membership_member_date_of_birth",
      expression: (c) => `${c.date_of_birth} is null or ${c.date_of_birth} ~ '^\\d{4}-\\d{2}-\\d{2}$'`,
    },
  ])
