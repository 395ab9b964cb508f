// Staff sell a membership for a customer, step by step, and add a seat to it (SALE-9, SEAT-8).
import assert from "node:assert/strict"
import { choosePlan } from "./choose-plan.mjs"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { familyMembership } from "./families.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const dialog = () => studio.page.getByRole("dialog")
const heading = (name) => dialog().getByRole("heading", { name, exact: true }).waitFor()
const next = (name = "Continue") => dialog().getByRole("button", { name, exact: true }).click()
const priced = () => dialog().getByText("Total now").waitFor()
const newest = async (query) => (await admin(`memberships?limit=1&${query}`)).memberships[0]

/** Waits for what the plan brings along. */
async function chooseAndWait(name) {
  await heading("What do you sell?")
  await choosePlan(studio.page, name)
  await dialog().getByRole("status").filter({ hasText: name }).waitFor()
}

async function customer() {
  const email = `desk.${randomBytes(4).toString("hex")}@example.test`
  return (await admin("customers", { email, first_name: "Desk", last_name: "Buyer" })).customer
}

test("SALE-9: staff sell to a new customer with the keyboard, with terms accepted for them and the money received", async () => {
  const { page } = studio
  await page.goto(adminUrl("/memberships"))
  await page.getByRole("link", { name: "Sell membership" }).click()
  await next()
  await dialog().getByText("This has to be filled in.").waitFor()
  await chooseAndWait("Family")
  await page.keyboard.press("ControlOrMeta+Enter")
  await heading("For whom, and where?")
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().getByText("Choose a customer, or make a new one.").waitFor()
  await dialog().getByRole("button", { name: "New customer" }).click()
  const email = `walkin.${randomBytes(4).toString("hex")}@example.test`
  await dialog().getByLabel("First name").fill("Wanda")
  await dialog().getByLabel("Last name").fill("Walkin")
  await dialog().getByRole("textbox", { name: "E-mail" }).fill(email)
  await page.keyboard.press("Enter")
  await dialog().getByText(`Wanda Walkin (${email})`).waitFor()
  await page.keyboard.press("ControlOrMeta+Enter")
  await heading("Which seats?")
  await priced()
  await dialog().getByRole("spinbutton", { name: "Child", exact: true }).fill("0")
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().getByText("Child: at least 1 seat is required, not 0.").first().waitFor()
  await dialog().getByRole("spinbutton", { name: "Child", exact: true }).fill("2")
  await priced()
  await page.keyboard.press("ControlOrMeta+Enter")
  await heading("Terms, version 1")
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().getByText("The plan is sold only with its terms accepted.").waitFor()
  await dialog().getByRole("switch", { name: "The customer accepts these terms" }).click()
  await page.keyboard.press("ControlOrMeta+Enter")
  await heading("Look at everything once more")
  await priced()
  await studio.screenshot("sell-review")
  await dialog().getByLabel("Note").fill("Cash")
  await page.keyboard.press("ControlOrMeta+Enter")
  await page.waitForURL(/\/memberships\/mship_/)
  const sold = await newest("q=walkin")
  const { membership } = await admin(`memberships/${sold.id}`)
  assert.deepEqual(
    [membership.status, membership.customer_email, membership.seats.length, membership.accepted_terms.length],
    ["active", email, 4, 1]
  )
})

test("SALE-9: from a customer's page, to be paid later, for one of their household by name", async () => {
  const { page } = studio
  const buyer = await customer()
  const person = {
    first_name: "Desk",
    last_name: "Buyer",
    date_of_birth: "1990-02-03",
    customer_id: buyer.id,
  }
  await admin("members", person)
  await page.goto(adminUrl(`/customers/${buyer.id}`))
  await page.getByRole("link", { name: "Sell", exact: true }).click()
  await chooseAndWait("Ten classes")
  await next()
  await heading("For whom, and where?")
  await dialog().getByText(`Desk Buyer (${buyer.email})`).waitFor()
  await next()
  await heading("Which seats?")
  await dialog()
    .getByRole("radio", { name: /^People/ })
    .click()
  await dialog()
    .getByRole("group", { name: "From the household:" })
    .getByRole("button", { name: "Desk Buyer" })
    .click()
  await priced()
  await next()
  // This plan has no terms.
  await heading("Look at everything once more")
  await dialog()
    .getByRole("radio", { name: /^To be paid later/ })
    .click()
  await next("Sell")
  await page.waitForURL(/\/memberships\/mship_/)
  const { membership } = await admin(`memberships/${(await newest(`customer_id=${buyer.id}`)).id}`)
  assert.equal(membership.status, "pending")
  assert.equal(membership.seats[0].holders[0].member.first_name, "Desk")
})

test("SALE-9: into a draft order that has other items, found by its number", async () => {
  const { page } = studio
  const buyer = await customer()
  const place = { address_1: "Ritterstraße 1", postal_code: "10969", city: "Berlin", country_code: "de" }
  const { products } = await admin(`products?handle=${card.shirt_handle}&fields=variants.id`)
  const { draft_order } = await admin("draft-orders", {
    ...{ email: buyer.email, customer_id: buyer.id, region_id: card.region_id },
    ...{ shipping_address: place, billing_address: place },
    items: [{ variant_id: products[0].variants[0].id, quantity: 1 }],
  })
  await page.goto(adminUrl(`/memberships/sell?customer=${buyer.id}`))
  await chooseAndWait("Ten classes")
  await next()
  await heading("For whom, and where?")
  await next()
  await heading("Which seats?")
  await priced()
  await next()
  await heading("Look at everything once more")
  await dialog()
    .getByRole("radio", { name: /^Into an existing draft order/ })
    .click()
  await next("Add to the draft order")
  await dialog().getByText("Choose the draft order.").waitFor()
  await dialog().getByRole("combobox", { name: "Draft order" }).fill(`#${draft_order.display_id}`)
  await page.getByRole("option", { name: new RegExp(`#${draft_order.display_id} `) }).click()
  await next("Add to the draft order")
  await page.waitForURL(new RegExp(`/draft-orders/${draft_order.id}`))
  const after = await admin(`draft-orders/${draft_order.id}`)
  assert.equal(after.draft_order.items.length, 2)
  assert.equal((await admin(`memberships?customer_id=${buyer.id}`)).count, 0)
})

test("SALE-1: a price that changed meanwhile is shown and asked about again; PLAN-8: who is no new customer is refused there", async () => {
  const { page } = studio
  const buyer = await customer()
  const [plan] = (await admin("membership-plans?handle=ten-classes&fields=id")).membership_plans
  await page.goto(adminUrl(`/memberships/sell?customer=${buyer.id}`))
  await chooseAndWait("Ten classes")
  await next()
  await heading("For whom, and where?")
  await next()
  await heading("Which seats?")
  await priced()
  await next()
  await heading("Look at everything once more")
  await priced()
  await admin(`membership-plans/${plan.id}`, {
    signup_fee: [
      { currency_code: "eur", amount: 7 },
      { currency_code: "usd", amount: 7 },
    ],
  })
  try {
    await next("Sell")
    await dialog().getByText("The price has changed").waitFor()
    await studio.screenshot("sell-stale")
    await dialog().getByText("Joining fee").waitFor()
    await next("Sell")
    await page.waitForURL(/\/memberships\/mship_/)
  } finally {
    await admin(`membership-plans/${plan.id}`, { signup_fee: null })
  }
  const { membership } = await admin(`memberships/${(await newest(`customer_id=${buyer.id}`)).id}`)
  assert.equal(membership.signup_fee, 7)

  await page.goto(adminUrl(`/memberships/sell?customer=${buyer.id}`))
  await chooseAndWait("Two weeks to try")
  await next()
  await heading("For whom, and where?")
  await next()
  await dialog()
    .getByText(/customers who never had a plan/)
    .first()
    .waitFor()
  await dialog().getByLabel("Reason to go past who the offer is for").fill("Their first visit went wrong")
  await next()
  await heading("Which seats?")
  await priced()
})

test("SEAT-8: a seat is added from the membership's own prices, after a preview of what it costs", async () => {
  const { page } = studio
  const { id } = await familyMembership()
  await page.goto(adminUrl(`/memberships/${id}`))
  await page.getByRole("button", { name: "Actions for all seats" }).click()
  await page.getByRole("menuitem", { name: "Add seat", exact: true }).click()
  await dialog().getByText("None left").first().waitFor()
  await dialog()
    .getByText(/^New seat /)
    .first()
    .waitFor()
  await studio.screenshot("seats-add")
  await dialog().getByRole("button", { name: "Add seat", exact: true }).click()
  await dialog().waitFor({ state: "detached" })
  await page.getByText("6 seats", { exact: true }).waitFor()
  assert.equal((await admin(`memberships/${id}`)).membership.seats.length, 6)
})
