// Staff say what visits are for, which devices stand at the front desk, and what members show there.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const unique = (word) => `${word} ${randomBytes(4).toString("hex")}`
const open = async (route) => studio.page.goto(adminUrl(route))
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const field = (name) => studio.page.getByRole("dialog").getByLabel(name)
const said = async (text) => studio.page.getByText(text, { exact: true }).first().waitFor()
const row = (name) => studio.page.getByRole("row").filter({ hasText: name })
const search = (route, name) => open(`${route}?q=${encodeURIComponent(name)}`)

async function chooseAction(menu, action) {
  await button(menu).click()
  await studio.page.getByRole("menuitem", { name: action, exact: true }).click()
}
const confirm = (name) =>
  studio.page.getByRole("alertdialog").getByRole("button", { name, exact: true }).click()

const SERVICES = "/settings/membership-services"
const DEVICES = "/settings/front-desk-devices"

test("PLAN-11: Settings leads to the services; one is added, changed, archived and deleted", async () => {
  const { page } = studio
  const name = unique("Pilates")
  await open("/settings/store")
  await page.getByRole("link", { name: "Services", exact: true }).click()
  await row("Personal training").getByRole("cell", { name: "Appointment", exact: true }).waitFor()
  await page.getByRole("link", { name: "Create", exact: true }).click()
  await heading("Add a service").waitFor()
  await button("Add service").click()
  await said("This has to be filled in.")
  await field("Name").fill("SAUNA")
  await button("Add service").click()
  await said("There already is a service “SAUNA”. Choose another name.")
  await field("Name").fill(name)
  await field(/^Credits a visit/).fill("2")
  await button("Add service").click()
  await said(`Service “${name}” added.`)

  await search(SERVICES, name)
  await row(name).getByRole("cell", { name: "2", exact: true }).click()
  await heading("Edit service").waitFor()
  await page.getByRole("switch", { name: "For members only" }).click()
  await page.getByRole("switch", { name: "At any time" }).click()
  await button("Add a time").click()
  await field("Until").fill("08:00")
  await button("Save").click()
  await said("A time ends after it begins; for one past midnight make two.")
  await field("Until").fill("12:30")
  await button("Save").click()
  await said(`Service “${name}” saved.`)
  const [stored] = (await admin(`membership-services?q=${encodeURIComponent(name)}`)).membership_services
  assert.deepEqual([stored.members_only, stored.credit_cost, stored.kind], [true, 2, "class"])
  assert.deepEqual(stored.time_windows, [{ weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "12:30" }])

  // The platform's drawers close without what was searched.
  await search(SERVICES, name)
  await chooseAction(`More actions: ${name}`, "Archive")
  await confirm("Archive")
  await row(name).getByText("Archived", { exact: true }).waitFor()
  await chooseAction(`More actions: ${name}`, "Delete")
  await confirm("Delete")
  await said("No service matches")
})

test("CREDIT-4, BOOK-4: staff say until when a booking is canceled in time, and what a missed visit costs", async () => {
  const { page } = studio
  const name = unique("Reformer")
  await open(`${SERVICES}/create`)
  await field("Name").fill(name)
  await field(/^Minutes before the visit/).fill("0.5")
  await page.getByRole("radio", { name: "Costs a fine" }).click()
  await button("Add service").click()
  await said("Give whole minutes, from 1 to 43200 (30 days).")
  await said("Say what it costs, in at least one currency.")
  await field(/^Minutes before the visit/).fill("720")
  await field("EUR").fill("0")
  await button("Add service").click()
  await said("A fine is more than zero.")
  await field("EUR").fill("12.50")
  await button("Add service").click()
  await said(`Service “${name}” added.`)
  const stored = async () => {
    const [service] = (await admin(`membership-services?q=${encodeURIComponent(name)}`)).membership_services
    return [service.missed_visit, service.cancellation_window_minutes]
  }
  assert.deepEqual(await stored(), [{ effect: "fine", fines: [{ currency_code: "eur", amount: 12.5 }] }, 720])

  await search(SERVICES, name)
  await row(name).getByRole("cell", { name: "€12.50 (12 h)", exact: true }).click()
  await heading("Edit service").waitFor()
  assert.equal(await field("EUR").inputValue(), "12.50")
  await page.getByRole("radio", { name: "Uses up the credits" }).click()
  await field("EUR").waitFor({ state: "detached" })
  await field(/^Minutes before the visit/).fill("")
  await button("Save").click()
  await said(`Service “${name}” saved.`)
  assert.deepEqual(await stored(), [{ effect: "redeem", fines: [] }, null])
  await search(SERVICES, name)
  await row(name).getByRole("cell", { name: "Credits", exact: true }).waitFor()
})

test("a service that a plan names is not deleted, and staff are told what to do", async () => {
  await search(SERVICES, "Yoga class")
  await row("Yoga class").waitFor()
  await chooseAction("More actions: Yoga class", "Delete")
  await confirm("Delete")
  await said("“Yoga class” is in use")
})

test("ACCESS-7: a device's token is shown once; it is renewed, and revoked", async () => {
  const { page } = studio
  const name = unique("Tablet")
  await open(DEVICES)
  await page.getByRole("link", { name: "Add", exact: true }).click()
  await field("Name").fill(name)
  await page.getByRole("dialog").getByRole("combobox").click()
  await page.getByRole("option").first().click()
  await button("Add device").click()
  await heading(`Token of “${name}”`).waitFor()
  const first = await field("Token").inputValue()
  assert.match(first, /^mfd_/)
  await button("Done").click()

  await search(DEVICES, name)
  await row(name).getByText("Active", { exact: true }).waitFor()
  assert.equal((await page.content()).includes("mfd_"), false)
  await chooseAction(`More actions: ${name}`, "Renew the token")
  await confirm("Renew the token")
  await heading(`Token of “${name}”`).waitFor()
  assert.notEqual(await field("Token").inputValue(), first)
  await button("Done").click()
  await chooseAction(`More actions: ${name}`, "Revoke")
  await confirm("Revoke")
  await row(name).getByText("Revoked", { exact: true }).waitFor()
})

test("ACCESS-7: a member gets a card as a scanner types it, loses it, and shows a QR code", async () => {
  const { page } = studio
  const code = unique("card")
  const { member } = await admin("members", { first_name: unique("Mia") })
  await open(`/memberships/members/${member.id}`)
  await page.getByRole("link", { name: "Add a card", exact: true }).click()
  await heading("Add a card").waitFor()
  await field(/^Label/).fill("Blue wristband")
  await field("Code").fill(code)
  await page.keyboard.press("Enter")
  await said("Card added.")
  await chooseAction("Actions of the card Blue wristband", "Revoke")
  await confirm("Revoke")
  await page.getByText("No card yet.", { exact: false }).waitFor()

  await page.getByRole("link", { name: "Show QR code", exact: true }).click()
  const picture = page.getByRole("img", { name: /^QR code with which Mia/ })
  await picture.waitFor()
  const before = await picture.getAttribute("src")
  assert.match(before, /^data:image\/png/)
  await button("Make a new code").click()
  await said("The code was renewed.")
  await page.waitForFunction(
    (old) => document.querySelector("img[alt^='QR code']")?.getAttribute("src") !== old,
    before
  )
})
