import { model } from "@medusajs/framework/utils"

/** A category of person by age range and/or proof (PEOPLE-3). Ages are whole years, inclusive; null is no limit. */
export const MembershipClassification = model
  .define("membership_classification", {
    id: model.id({ prefix: "mclas" }).primaryKey(),
    name: model.text().searchable(),
    description: model.text().nullable(),
    min_age: model.number().nullable(),
    max_age: model.number().nullable(),
    requires_proof: model.boolean().default(false),
  })
  .indexes([
    {
      name: "IDX_membership_classification_name_unique",
      on: ["name"],
      unique: true,
      where: { deleted_at: null },
    },
  ])
  .checks([
    {
      name: "membership_classification_age_range",
      expression: (c) => `${c.min_age} is null or ${c.max_age} is null or ${c.min_age} <= ${c.max_age}`,
    },
  ])
