import {
  CIRCLE_CHART,
  type ExampleChart,
  type ExampleRow,
  FAMILY_CHART,
  FRIENDS_CHART,
} from "../../domain/charts/examples"
import type { PlanBilling } from "../../domain/plans/types"
import type { NewPlanFields } from "../../modules/membership/types"
import { prices } from "./platform"
import type { DemoService } from "./services"

export const FAMILY_HANDLE = "family"
export const UNLIMITED_HANDLE = "unlimited"

export interface DemoPlan {
  readonly fields: NewPlanFields & { readonly handle: string }
  readonly rows: ExampleChart["rows"]
  /** Variant of the product "Unlimited" that the plan is sold as; others have a product of their own. */
  readonly unlimited_variant?: string
}

interface DemoPlaces {
  readonly berlin_id: string
  /** Ids by name. */
  readonly service_ids: ReadonlyMap<string, string>
}

const every = (interval: "month" | "year", interval_count = 1): PlanBilling => ({
  type: "recurring",
  interval,
  interval_count,
})
const once: PlanBilling = { type: "one_time" }
const months = (count: number) => ({ unit: "month" as const, count })
const days = (count: number) => ({ unit: "day" as const, count })

const row = (
  label: string,
  [eur, usd]: readonly [number, number],
  kind: Partial<Omit<ExampleRow, "label" | "prices">> = {}
): ExampleRow => ({
  ...{
    label,
    classification: null,
    required: false,
    unlimited: false,
    tax_rate: null,
    prices: prices(eur, usd),
  },
  ...kind,
})

const FAMILY_TERMS = [
  "The family lives in one household. A child stays with a guardian while climbing.",
  "The membership renews each month. It can be canceled with two weeks' notice after the first three months.",
  "A child's price follows the child's age at the sale; the chart that you bought by stays yours.",
].join("\n\n")

/** Everything that the demo studio sells. An offer stands after the plan that it leads to. */
export const demoPlans = ({ berlin_id, service_ids }: DemoPlaces): readonly DemoPlan[] => {
  const services = (...names: DemoService[]) => names.map((name) => service_ids.get(name)!)
  return [
    ...unlimitedPlans(services("Yoga class", "Dance class", "Climbing floor", "Sauna")),
    {
      fields: {
        ...{ name: "Family", handle: FAMILY_HANDLE, kind: "membership", audience: FAMILY_CHART.audience },
        description: "Two adults, their children and grandparents; children from 5 to 8 climb for free.",
        revenue_category: "Shared memberships",
        billing: every("month"),
        terms: FAMILY_TERMS,
        signup_fee: prices(29, 35),
        guest_passes: 2,
        hold_policy: { fees: prices(5, 6), min_days: 7, max_days: 90 },
        cancellation_policy: { commitment_periods: 3, notice_days: 14 },
        portal: { featured: true, sort_order: 10 },
      },
      rows: FAMILY_CHART.rows,
    },
    {
      fields: {
        ...{ name: "Friends", handle: "friends", kind: "membership", audience: FRIENDS_CHART.audience },
        description: "Two to six friends; each one makes it cheaper for all.",
        ...{ revenue_category: "Shared memberships", billing: every("month"), portal: { sort_order: 20 } },
      },
      rows: FRIENDS_CHART.rows,
    },
    {
      fields: {
        ...{
          name: "Climbing circle",
          handle: "climbing-circle",
          kind: "membership",
          audience: CIRCLE_CHART.audience,
        },
        description: "An adult, a companion of any age, and up to eight more.",
        ...{ revenue_category: "Shared memberships", billing: every("month"), portal: { sort_order: 30 } },
      },
      rows: CIRCLE_CHART.rows,
    },
    {
      fields: {
        ...{ name: "Daytime", handle: "daytime", kind: "membership", audience: "individual" },
        description: "Monday to Friday, nine to four, in Berlin. Starts with the first visit.",
        ...{ revenue_category: "Memberships", billing: every("month"), starts: "first_visit" },
        must_start_within: days(60),
        locations: { sold_at: [berlin_id], valid_at: [berlin_id] },
        services: services("Yoga class", "Dance class", "Climbing floor"),
        access: {
          facility_ids: services("Climbing floor"),
          time_windows: [{ weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "16:00" }],
          members_only_services: false,
        },
        portal: { sort_order: 40 },
      },
      rows: [
        row("Adult", [35, 39], { classification: "Adult" }),
        row("Student", [29, 32], { classification: "Student" }),
        row("Senior", [27, 30], { classification: "Senior" }),
      ],
    },
    {
      fields: {
        ...{ name: "Ten classes", handle: "ten-classes", kind: "credit_pack", audience: "individual" },
        description: "Ten yoga or dance classes within a year. Goes into the cart like a T-shirt.",
        ...{ revenue_category: "Credit packs", billing: once, validity: months(12) },
        entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
        services: services("Yoga class", "Dance class"),
        portal: { sort_order: 50 },
      },
      rows: [row("Ten classes", [149, 179])],
    },
    {
      fields: {
        ...{
          name: "Children's dance term",
          handle: "childrens-dance-term",
          kind: "membership",
          audience: "individual",
        },
        description:
          "Twelve weeks of lessons. Lessons for children are taxed at 7 %, whatever the studio else charges.",
        ...{ revenue_category: "Courses", billing: once, validity: { unit: "week", count: 12 } },
        ...{ starts: "chosen_date", services: services("Dance class"), portal: { sort_order: 60 } },
      },
      rows: [row("Child", [120, 140], { classification: "Child", tax_rate: 7 })],
    },
    {
      fields: {
        ...{ name: "Company", handle: "company", kind: "membership", audience: "corporate" },
        description: "For teams of two or more; the company pays for everybody.",
        ...{ revenue_category: "Companies", billing: every("month"), portal: { sort_order: 70 } },
      },
      rows: [
        row("First employee", [49, 55], { required: true }),
        row("Second employee", [49, 55], { required: true }),
        row("Further employee", [39, 45], { unlimited: true }),
      ],
    },
  ]
}

const unlimitedPlans = (services: readonly string[]): readonly DemoPlan[] =>
  [
    unlimited("Monthly", every("month"), [69, 79], 1),
    unlimited("Quarterly", every("month", 3), [189, 215], 2),
    unlimited("Annual", every("year"), [690, 790], 3),
  ].map((plan) => ({ ...plan, fields: { ...plan.fields, services: [...services] } }))

function unlimited(
  name: string,
  billing: PlanBilling,
  price: readonly [number, number],
  sort_order: number
): DemoPlan {
  return {
    unlimited_variant: name,
    fields: {
      ...{ name: `Unlimited ${name}`, handle: `unlimited-${name.toLowerCase()}`, kind: "membership" },
      ...{ audience: "individual", revenue_category: "Memberships", billing },
      description: "Every class and the whole hall, as often as you like.",
      portal: { sort_order, preselected: name === "Monthly" },
    },
    rows: [row("Adult or child", price)],
  }
}

/** Once for a customer and once for a household; it ends by itself and is followed by `converts_to_plan_id` (PLAN-8). */
export const introductoryPlan = (converts_to_plan_id: string): DemoPlan => ({
  fields: {
    ...{ name: "Two weeks to try", handle: "two-weeks-to-try", kind: "membership", audience: "individual" },
    description: "For whoever is new: two weeks of everything.",
    ...{ revenue_category: "Offers", billing: once, validity: days(14), portal: { sort_order: 0 } },
    introductory_offer: {
      ...{ new_customers_only: true, limit_per_customer: 1, limit_per_household: 1 },
      ...{ converts_to_plan_id, conversion: "offer" },
    },
  },
  rows: [row("Two weeks", [19, 22])],
})
