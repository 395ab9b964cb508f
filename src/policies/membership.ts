import { definePolicies } from "@medusajs/framework/utils"

/** What the roles of staff can be allowed to read, create, update and delete; the route tables name these. */
const RESOURCES = [
  "membership",
  "membership_access_code",
  "membership_audit_entry",
  "membership_billing_settings",
  "membership_charge",
  "membership_classification",
  "membership_clock",
  "membership_front_desk_device",
  "membership_credit",
  "membership_household",
  "membership_location",
  "membership_member",
  "membership_payment_method",
  "membership_plan",
  "membership_price_chart",
  "membership_sale_issue",
  "membership_service",
  "membership_studio",
  "membership_visit",
  "payment_sandbox",
]
const OPERATIONS = ["read", "create", "update", "delete"]

/** As the platform names its own: `ReadMembershipPlan`. */
const pascal = (text: string) =>
  text.replace(/(?:^|_)(\w)/g, (_match, letter: string) => letter.toUpperCase())

export const membershipPolicies = definePolicies(
  RESOURCES.flatMap((resource) =>
    OPERATIONS.map((operation) => ({
      name: `${pascal(operation)}${pascal(resource)}`,
      resource,
      operation,
      description: `${pascal(operation)} ${resource.replaceAll("_", " ")}`,
    }))
  )
)
