// What the platform's own pages say about memberships.
import assert from "node:assert/strict"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const open = async (route) => studio.page.goto(adminUrl(route))
const widget = (name) => studio.page.locator(`[data-memberships-widget="${name}"]`)
/** The widget's answer has come, whatever it draws of it. */
const answerOf = (part) => studio.page.waitForResponse((answer) => answer.url().includes(part))

let sold

test("SALE-7: an order shows what it sold, and leads to recording its payment", async () => {
  const { page } = studio
  sold = await buy({
    ...{ first_name: "Wanda", last_name: "Widget", plan: "ten-classes" },
    people: [{ date_of_birth: "1990-01-01" }],
  })
  await open(`/orders/${sold.order_id}`)
  const shown = widget("order")
  await shown.getByRole("heading", { name: "Memberships" }).waitFor()
  await shown.getByText("Pending", { exact: true }).waitFor()
  await shown.getByRole("link", { name: `#${sold.display_id}` }).waitFor()
  await studio.screenshot("widget-order-pending")
  await shown.getByRole("link", { name: "Record payment" }).click()
  await page.waitForURL(`**/memberships/${sold.id}`)
  await page.getByRole("button", { name: "Record payment", exact: true }).click()
  await page.getByRole("button", { name: "Payment received", exact: true }).click()
  await page.getByText(/^Payment recorded\./).waitFor()
  await open(`/orders/${sold.order_id}`)
  await shown.getByRole("link", { name: `#${sold.display_id}` }).waitFor()
  await shown.getByText("Pending", { exact: true }).waitFor({ state: "detached" })
  assert.equal(await shown.getByRole("link", { name: "Record payment" }).count(), 0)
})

test("CRM-1, BILL-11: a customer's page shows the memberships and why each is there, and what deleting them does", async () => {
  const { page } = studio
  await open(`/customers/${sold.customer_id}`)
  const shown = widget("customer")
  await shown.getByRole("link", { name: `#${sold.display_id}` }).waitFor()
  await shown.getByText("Bought", { exact: true }).waitFor()
  await shown.getByText("Pays", { exact: true }).waitFor()
  await shown.getByRole("button", { name: "What if this customer is deleted?" }).click()
  await shown.getByText(`Ten classes #${sold.display_id}`).last().waitFor()
  await shown.getByText("The customer is called “Deleted member” in the history").waitFor()
  await studio.screenshot("widget-customer")
  await shown.getByRole("link", { name: `#${sold.display_id}` }).click()
  await page.waitForURL(`**/memberships/${sold.id}`)

  const { customer } = await admin("customers", { email: `none.${sold.id}@example.test`.toLowerCase() })
  await open(`/customers/${customer.id}`)
  await shown.getByText("None bought, paid for or held.").waitFor()
})

test("PLAN-2: a product that is a plan leads to the plan and its prices; any other shows nothing", async () => {
  const { page } = studio
  const { membership_plans } = await admin(`membership-plans?handle=${card.family_plan_handle}`)
  const [plan] = membership_plans
  await open(`/products/${plan.product_id}`)
  const shown = widget("product")
  await shown.getByRole("link", { name: plan.name, exact: true }).waitFor()
  await shown.getByText("Active", { exact: true }).waitFor()
  await shown.getByText("Can be sold", { exact: true }).waitFor()
  await studio.screenshot("widget-product")
  await shown.getByRole("link", { name: "Prices" }).click()
  await page.waitForURL(`**/memberships/plans/${plan.id}/prices**`)

  const { products } = await admin(`products?handle=${card.shirt_handle}&fields=id,title`)
  const answer = answerOf(`product_id=${products[0].id}`)
  await open(`/products/${products[0].id}`)
  await page.getByRole("heading", { name: products[0].title }).first().waitFor()
  assert.deepEqual((await (await answer).json()).membership_plans, [])
  assert.equal(await shown.count(), 0)
})

test("SALE-10: a promotion says how many charges of a membership it lowers, and nonsense is refused at the field", async () => {
  const { page } = studio
  const { promotion } = await admin("promotions", {
    ...{ code: `WIDGET${Date.now()}`, type: "standard", status: "active", metadata: { kept: "as it is" } },
    application_method: {
      ...{ type: "percentage", target_type: "items", allocation: "across", value: 10, currency_code: "eur" },
    },
  })
  const stored = async () => (await admin(`promotions/${promotion.id}?fields=metadata`)).promotion.metadata
  await open(`/promotions/${promotion.id}`)
  const shown = widget("promotion")
  const save = shown.getByRole("button", { name: "Save", exact: true })
  await shown.getByRole("combobox", { name: "It lowers" }).click()
  await page.getByRole("option", { name: "The first few charges" }).click()
  await shown.getByLabel("Number of charges").fill("0")
  await shown.getByText("Give a whole number from 1 to 120.").waitFor()
  assert.equal(await save.isDisabled(), true)
  await shown.getByLabel("Number of charges").fill("3")
  await save.click()
  await page.getByText("Saved. It holds for memberships sold from now on.").waitFor()
  assert.deepEqual(await stored(), { kept: "as it is", membership_charges: 3 })
  await studio.screenshot("widget-promotion")
  await shown.getByRole("combobox", { name: "It lowers" }).click()
  await page.getByRole("option", { name: "Every charge" }).click()
  await save.click()
  await page.getByText("Saved. It holds for memberships sold from now on.").last().waitFor()
  await page.reload()
  await shown.getByRole("combobox", { name: "It lowers" }).getByText("Every charge").waitFor()
  assert.deepEqual(await stored(), { kept: "as it is", membership_charges: "forever" })
})

test("the German interface is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`/customers/${sold.customer_id}`)
  await widget("customer").getByRole("heading", { name: "Mitgliedschaften" }).waitFor()
  await widget("customer").getByText("Gekauft", { exact: true }).waitFor()
  await open(`/orders/${sold.order_id}`)
  await widget("order").getByRole("heading", { name: "Mitgliedschaften" }).waitFor()
})
