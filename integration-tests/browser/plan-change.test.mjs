// Staff put a membership on another plan: planned, taken back, and at once, each with what it costs before it is done.
import assert from "node:assert/strict"
import { test } from "node:test"
import { monthlyMembership } from "./monthly.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const dialog = () => studio.page.getByRole("dialog")
const toast = (text) => studio.page.getByText(text).first().waitFor()
const read = async (id) => (await admin(`memberships/${id}`)).membership

let id

async function openDrawer() {
  const { page } = studio
  id ??= await monthlyMembership("Mona", "Wechsel")
  await page.goto(adminUrl(`/memberships/${id}`))
  await page.getByRole("button", { name: "Actions for the term" }).click()
  await page.getByRole("menuitem", { name: "Change plan" }).click()
  await dialog().getByRole("heading", { name: "Change plan" }).waitFor()
}

async function choosePlan(name) {
  await dialog().getByLabel("New plan").click()
  await studio.page.getByRole("option", { name, exact: true }).click()
}

test("BILL-10: a change is planned for a renewal; the page shows it, and it can be taken back", async () => {
  const { page } = studio
  await openDrawer()
  assert.equal(await dialog().getByRole("button", { name: "Change plan" }).isDisabled(), true)
  await choosePlan("Unlimited Quarterly")
  await dialog().getByRole("radio", { name: "At renewal" }).click()
  await dialog()
    .getByText(/is charged with that renewal, tax included\.$/)
    .waitFor()
  await studio.screenshot("plan-change-planned")
  await dialog().getByRole("button", { name: "Plan the change" }).click()
  await dialog().waitFor({ state: "detached" })
  await toast(/^The change to Unlimited Quarterly is planned for /)
  await page.getByText(/^To Unlimited Quarterly on /).waitFor()
  assert.equal((await read(id)).plan.name, "Unlimited Monthly")
  await page.getByRole("button", { name: "Take back" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click()
  await toast("The change of plan is taken back.")
  await page.getByText(/^To Unlimited Quarterly on /).waitFor({ state: "detached" })
})

test("BILL-10: a change at once tells what is charged, and the membership is on the new plan", async () => {
  const { page } = studio
  await openDrawer()
  await choosePlan("Unlimited Quarterly")
  await dialog()
    .getByText(/^A full period through .* costs €189\.00\.$/)
    .waitFor()
  await dialog()
    .getByLabel(/^Reason/)
    .fill("They come more often")
  await dialog()
    .getByText(/is charged now, tax included\.$/)
    .waitFor()
  await studio.screenshot("plan-change-now")
  await dialog().getByRole("button", { name: "Change plan" }).click()
  await dialog().waitFor({ state: "detached" })
  await toast("The membership is on Unlimited Quarterly now.")
  await page.getByRole("heading", { name: "Unlimited Quarterly" }).waitFor()
  assert.equal((await read(id)).plan.name, "Unlimited Quarterly")
  const { membership_charges } = await admin(`memberships/${id}/charges`)
  assert.equal(membership_charges.length, 1)
})
