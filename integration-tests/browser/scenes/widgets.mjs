// Our part of the platform's pages.
import { buy } from "../purchases.mjs"

const within = (name) => `[data-memberships-widget="${name}"]`
const drawn = (name) => (page) => page.locator(within(name)).getByRole("link").first().waitFor()

let sale
/** One for all scenes of a run; the newest there is where somebody has sold one already. */
const sold = async ({ admin }) => {
  sale ??= admin("memberships?limit=1").then(
    ({ memberships }) =>
      memberships[0] ??
      buy({
        first_name: "Wanda",
        last_name: "Widget",
        plan: "ten-classes",
        people: [{ date_of_birth: "1990-01-01" }],
      })
  )
  return sale
}

const PROMOTION = {
  ...{ code: "SCENE", type: "standard", status: "active", metadata: { membership_charges: 3 } },
  application_method: {
    ...{ type: "percentage", target_type: "items", allocation: "across", value: 10, currency_code: "eur" },
  },
}

export const scenes = [
  {
    name: "widget-order",
    path: async (studio) => `/orders/${(await sold(studio)).order_id}`,
    ready: drawn("order"),
    within: within("order"),
  },
  {
    name: "widget-customer",
    path: async (studio) => `/customers/${(await sold(studio)).customer_id}`,
    ready: drawn("customer"),
    within: within("customer"),
  },
  {
    name: "widget-customer-none",
    path: async ({ admin }) => {
      const email = "nobody.of.ours@example.test"
      const { customers } = await admin(`customers?limit=1&email=${email}`)
      return `/customers/${(customers[0] ?? (await admin("customers", { email })).customer).id}`
    },
    ready: (page) => page.getByText("None bought, paid for or held.").waitFor(),
    within: within("customer"),
  },
  {
    name: "widget-customer-method",
    path: async ({ admin }) => {
      const { memberships } = await admin("memberships?limit=1&q=abgelaufen")
      return `/customers/${memberships[0].customer_id}`
    },
    ready: (page) => page.locator("[data-renewal-method]").getByText("Expired", { exact: true }).waitFor(),
    act: async (page) => {
      await page.getByRole("button", { name: "What if this customer is deleted?" }).click()
      await page.getByRole("button", { name: "Hide" }).waitFor()
    },
    within: within("customer"),
  },
  {
    name: "widget-product",
    path: async ({ admin, card }) => {
      const { membership_plans } = await admin(`membership-plans?handle=${card.family_plan_handle}`)
      return `/products/${membership_plans[0].product_id}`
    },
    ready: drawn("product"),
    within: within("product"),
  },
  {
    name: "widget-promotion",
    path: async ({ admin }) => {
      const { promotions } = await admin("promotions?code=SCENE")
      const { id } = promotions[0] ?? (await admin("promotions", PROMOTION)).promotion
      return `/promotions/${id}`
    },
    ready: (page) => page.locator(within("promotion")).getByLabel("Number of charges").waitFor(),
    within: within("promotion"),
  },
]
