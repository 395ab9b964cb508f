// Staff take somebody with a plan of their own to a seat of a shared membership, and are told what a customer has already.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { choosePlan } from "./choose-plan.mjs"
import { joinable } from "./joinable.mjs"
import { monthlyMembership } from "./monthly.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const dialog = () => studio.page.getByRole("dialog")
const toast = (text) => studio.page.getByText(text).first().waitFor()
const read = async (id) => (await admin(`memberships/${id}`)).membership
const somebody = (name) => `${name}${randomBytes(3).toString("hex")}`

async function openDrawer(last_name) {
  const { page } = studio
  const made = await joinable(last_name)
  await page.goto(adminUrl(`/memberships/${made.own_id}`))
  await page.getByRole("button", { name: "Actions for the term" }).click()
  await page.getByRole("menuitem", { name: "Move to a shared membership" }).click()
  await dialog().getByRole("heading", { name: "Move to a shared membership" }).waitFor()
  assert.equal(await dialog().getByRole("button", { name: "Move", exact: true }).isDisabled(), true)
  await dialog().getByRole("combobox", { name: "Shared membership" }).click()
  await page.getByRole("option", { name: `#${made.family.display_id} Family` }).click()
  await dialog()
    .getByText(/^Takes .* from /)
    .waitFor()
  return made
}

test("BILL-10: planned with a renewal: the page shows it, and it can be taken back", async () => {
  const { page } = studio
  const { own_id, family } = await openDrawer(somebody("Umzug"))
  await dialog().getByRole("radio", { name: "At renewal" }).click()
  await dialog().getByRole("button", { name: "Plan the change" }).click()
  await dialog().waitFor({ state: "detached" })
  await toast(`The move to membership #${family.display_id} is planned for `)
  await page.getByText(`To a seat in #${family.display_id} Family on `).waitFor()
  assert.equal((await read(own_id)).status, "active")
  await page.getByRole("button", { name: "Take back" }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Take back" }).click()
  await toast("The change of plan is taken back.")
})

test("BILL-10, SEAT-8: at once, to one more seat: it is charged, taken, and the own membership has ended", async () => {
  const { own_id, family } = await openDrawer(somebody("Einzug"))
  await dialog()
    .getByText(/The seat is paid for already\./)
    .waitFor()
  await dialog()
    .getByRole("radio", { name: /^One more: Further child/ })
    .click()
  await dialog()
    .getByText(/^The seat costs .* and renews with the others\.$/)
    .waitFor()
  await studio.screenshot("join-now")
  await dialog().getByRole("button", { name: "Move", exact: true }).click()
  await dialog().waitFor({ state: "detached" })
  await toast(`A seat of membership #${family.display_id} is taken, and this one has ended.`)
  assert.equal((await read(own_id)).status, "canceled")
  const { seats } = await read(family.id)
  const names = seats.flatMap(({ holders }) => holders.map(({ member }) => member.first_name))
  assert.ok(names.includes("Mika"), names.join())
  const { membership_charges } = await admin(`memberships/${family.id}/charges`)
  assert.equal(membership_charges.length, 1)
})

test("BILL-11: a sale says that the customer has the plan already, and asks why it is sold all the same", async () => {
  const { page } = studio
  const last_name = somebody("Doppelt")
  const { customer_id, display_id } = await read(await monthlyMembership("Dora", last_name))
  await page.goto(adminUrl(`/memberships/sell?customer=${customer_id}`))
  await choosePlan(page, "Unlimited Monthly")
  await dialog().getByRole("status").filter({ hasText: "Unlimited Monthly" }).waitFor()
  for (const heading of ["For whom, and where?", "Which seats?", "Look at everything once more"]) {
    await dialog().getByRole("button", { name: "Continue", exact: true }).click()
    await dialog().getByRole("heading", { name: heading, exact: true }).waitFor()
    if (heading !== "For whom, and where?") await dialog().getByText("Total now").waitFor()
  }
  await dialog()
    .getByText(`#${display_id} Unlimited Monthly covers the same person already, and renews.`)
    .waitFor()
  await studio.screenshot("sell-notice")
  await dialog().getByRole("button", { name: /^Sell/ }).click()
  await dialog().getByText("Say why it is sold all the same.").waitFor()
  await dialog().getByLabel("Why it is sold all the same").fill("A present for her mother")
  await dialog().getByRole("button", { name: /^Sell/ }).click()
  await page.waitForURL(/\/memberships\/mship_/)
  const [sold] = (await admin(`memberships?limit=1&customer_id=${customer_id}`)).memberships
  const { history } = await admin(`memberships/${sold.id}/history`)
  assert.ok(JSON.stringify(history).includes("A present for her mother"))
})

test("BILL-10: in German", async () => {
  const { page } = studio
  const { own_id } = await joinable(somebody("Deutsch"))
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.goto(adminUrl(`/memberships/${own_id}/seats/join`))
  await dialog().getByRole("heading", { name: "In gemeinsame Mitgliedschaft wechseln" }).waitFor()
  await dialog().getByRole("combobox", { name: "Gemeinsame Mitgliedschaft" }).click()
  await page.getByRole("option", { name: "Family" }).first().click()
  await dialog().getByText("Der Platz ist schon bezahlt.").waitFor()
})
