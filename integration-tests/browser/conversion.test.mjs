// What follows an introductory offer: agreed to at the sale or later, shown, and taken back (PLAN-8).
import assert from "node:assert/strict"
import { test } from "node:test"
import { choosePlan } from "./choose-plan.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"
import { demoOffer, goesOn, newcomer, OFFER, offer, sold } from "./trying.mjs"

const studio = studioPage({ width: 1280 })

const dialog = () => studio.page.getByRole("dialog")
const heading = (name) => dialog().getByRole("heading", { name, exact: true }).waitFor()
const next = (name = "Continue") => dialog().getByRole("button", { name, exact: true }).click()
const priced = () => dialog().getByText("Total now").waitFor()
const toast = (text) => studio.page.getByText(text).first().waitFor()
const read = async (id) => (await admin(`memberships/${id}`)).membership
const agrees = () => dialog().getByRole("switch", { name: "The customer agrees", exact: true })
const GOES_ON = /^Goes on as Unlimited Monthly on /

/** At the last step of a sale to somebody new. */
async function atReview(plan) {
  const customer = await newcomer()
  await studio.page.goto(adminUrl(`/memberships/sell?customer=${customer.id}`))
  await heading("What do you sell?")
  await choosePlan(studio.page, plan)
  await dialog().getByRole("status").filter({ hasText: plan }).waitFor()
  await next()
  await heading("For whom, and where?")
  await next()
  await heading("Which seats?")
  await priced()
  await next()
  await heading("Look at everything once more")
  await priced()
  return customer
}

async function openDrawer(id) {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${id}`))
  await page.getByRole("button", { name: "Actions for the term" }).click()
  await page.getByRole("menuitem", { name: "Change plan" }).click()
  await dialog().getByRole("heading", { name: "Change plan" }).waitFor()
}

test("PLAN-8, SALE-9: what goes on by itself is sold only with consent; the page shows it, and it is taken back", async () => {
  const { page } = studio
  await offer()
  const customer = await atReview(OFFER)
  await dialog()
    .getByText(/^From .* it goes on as Unlimited Monthly for €69\.00 each month\.$/)
    .waitFor()
  await next("Sell")
  await dialog()
    .getByText("The offer goes on by itself, so it is sold only to whoever agrees to that.")
    .waitFor()
  assert.equal((await admin(`memberships?customer_id=${customer.id}`)).count, 0)
  await agrees().click()
  await studio.screenshot("conversion-consent")
  await next("Sell")
  await page.waitForURL(/\/memberships\/mship_/)
  const [{ id }] = (await admin(`memberships?customer_id=${customer.id}&fields=id`)).memberships
  const { when, plan } = await goesOn(id)
  assert.deepEqual([when, plan.name], ["end", "Unlimited Monthly"])
  await page.reload()
  await page.getByText(GOES_ON).waitFor()
  await page.getByRole("button", { name: "Do not go on" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Do not go on" }).click()
  await toast("It does not go on: the offer ends by itself.")
  await page.getByText(GOES_ON).waitFor({ state: "detached" })
  assert.equal((await read(id)).planned_plan_change, null)
})

test("PLAN-8: what the server refuses for want of consent is shown at the consent", async () => {
  const { page } = studio
  await atReview(OFFER)
  await agrees().click()
  const path = "**/admin/memberships?**"
  await page.route(path, (route) => {
    const request = route.request()
    if (request.method() !== "POST") return route.continue()
    const body = request.postDataJSON()
    delete body.accepts_conversion
    return route.continue({ postData: JSON.stringify(body) })
  })
  await next("Sell")
  await dialog()
    .getByText(/^This offer goes on as “Unlimited Monthly” by itself\./)
    .waitFor()
  await page.unroute(path)
  await next("Sell")
  await page.waitForURL(/\/memberships\/mship_/)
})

test("PLAN-8: an offer that a plan follows has a length, which its drawer says where it is given", async () => {
  const { id } = await offer()
  await studio.page.goto(adminUrl(`/memberships/plans/${id}/edit-validity`))
  await dialog().getByRole("switch", { name: "Unlimited time", exact: true }).click()
  await dialog().getByRole("button", { name: "Save", exact: true }).click()
  await dialog()
    .getByText(/^Say how long the offer is valid/)
    .waitFor()
  assert.deepEqual((await admin(`membership-plans/${id}`)).membership_plan.validity, {
    unit: "day",
    count: 14,
  })
})

test("PLAN-8: what is only offered is sold without, and agreed to later from the membership's page", async () => {
  const { page } = studio
  await atReview("Two weeks to try")
  await dialog()
    .getByText(/it can go on as Unlimited Monthly for €69\.00 each month\.$/)
    .waitFor()
  assert.equal(await agrees().isChecked(), false)
  await next("Sell")
  await page.waitForURL(/\/memberships\/mship_/)

  const id = await sold({ plan: await demoOffer(), last_name: "Spaeter" })
  await openDrawer(id)
  const end = dialog().getByRole("radio", { name: /^When the offer ends/ })
  await end.waitFor()
  assert.equal(await end.isChecked(), true)
  await dialog().getByText("Nothing of the offer is given back: it is used to its end.").waitFor()
  await dialog()
    .getByText(/is charged on that day, for the first time, tax included\.$/)
    .waitFor()
  await dialog().getByLabel("New plan").click()
  await page.getByRole("option", { name: "Unlimited Annual", exact: true }).click()
  await dialog().getByText("Not possible").first().waitFor()
  assert.equal(await end.count(), 0)
  await dialog().getByLabel("New plan").click()
  await page.getByRole("option", { name: "Unlimited Monthly", exact: true }).click()
  await dialog()
    .getByText(/is charged on that day, for the first time, tax included\.$/)
    .waitFor()
  assert.equal(await end.isChecked(), true)
  await dialog().getByRole("button", { name: "Plan the change" }).click()
  await dialog().waitFor({ state: "detached" })
  await page.getByText(GOES_ON).waitFor()
  assert.equal((await goesOn(id)).when, "end")
})
