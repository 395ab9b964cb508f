// Staff at the counter find members, see whether they may come in, and let them in, with the keyboard alone (ACCESS-7).
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { familyMembership } from "./families.mjs"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const unique = (word) => `${word}${randomBytes(4).toString("hex")}`

const field = () => studio.page.getByRole("combobox", { name: "Find a member", exact: true })
const heading = (name) => studio.page.getByRole("heading", { name, exact: true }).waitFor()
const said = async (text) => studio.page.getByText(text, { exact: true }).first().waitFor()
const prompt = () => studio.page.getByRole("alertdialog")
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const row = (name) => studio.page.getByRole("listitem").filter({ hasText: name }).first()
const visitsOf = async ({ id }) => (await admin(`check-ins?member_id=${id}`)).check_ins
const focused = () =>
  studio.page.waitForFunction(() => document.activeElement?.getAttribute("role") === "combobox")

const open = async () => {
  await studio.page.goto(adminUrl("/front-desk"))
  await field().waitFor()
}

/** What the pack's credits are for; unlike open hours it does not depend on when the test runs. */
async function forYoga() {
  await studio.page.getByRole("combobox", { name: "For", exact: true }).press("Enter")
  await studio.page.getByRole("option", { name: "Yoga class", exact: true }).press("Enter")
  await focused()
}

/** Somebody of their own name, who has no membership. */
async function stranger() {
  const last_name = unique("Counter")
  const { member } = await admin("members", { first_name: "Cleo", last_name, date_of_birth: "1990-02-03" })
  return { ...member, name: `Cleo ${last_name}`, last_name }
}

/** Somebody of their own name with a pack of ten classes, whose seat they hold. */
async function packHolder() {
  const last_name = unique("Counter")
  const people = [{ date_of_birth: "1990-02-03" }]
  const pack = await buy({ plan: "ten-classes", people, first_name: "Cleo", last_name })
  await admin(`memberships/${pack.id}/record-payment`, {})
  const { membership } = await admin(`memberships/${pack.id}`)
  const { member } = membership.seats[0].holders[0]
  return { ...member, name: `Cleo ${last_name}`, last_name }
}

async function lookAt({ last_name }, verdict) {
  await field().pressSequentially(last_name)
  await studio.page.getByRole("option", { name: new RegExp(last_name) }).waitFor()
  await studio.page.keyboard.press("ArrowDown")
  await studio.page.keyboard.press("Enter")
  await heading(verdict)
  await focused()
}

test("ACCESS-7: somebody is found by name, seen in green with what it costs, and checked in, with the keyboard", async () => {
  const cleo = await packHolder()
  await open()
  await forYoga()
  await focused()
  await lookAt(cleo, "May come in")
  await said("1 credit, 9 left")
  assert.deepEqual(await visitsOf(cleo), [])
  await studio.page.keyboard.press("Enter")
  await heading(`${cleo.name} is checked in`)
  await focused()
  await row(cleo.name).getByText("Came in", { exact: true }).waitFor()
  await studio.screenshot("front-desk-checked-in")
  const visits = await visitsOf(cleo)
  assert.deepEqual(
    visits.map(({ is_allowed, credits, location_id }) => [is_allowed, credits, location_id]),
    [[true, 1, card.location_id]]
  )
})

test("ACCESS-7: a scanner types a card's code and Enter, and whose it is comes in at once", async () => {
  const cleo = await packHolder()
  const code = unique("7")
  await admin(`members/${cleo.id}/access-codes`, { kind: "card", code })
  await open()
  await forYoga()
  await focused()
  await studio.page.keyboard.type(code)
  await studio.page.keyboard.press("Enter")
  await heading(`${cleo.name} is checked in`)
  assert.equal(await field().inputValue(), "")
  assert.equal((await visitsOf(cleo)).length, 1)

  const nele = await stranger()
  const other = unique("8")
  await admin(`members/${nele.id}/access-codes`, { kind: "card", code: other })
  await studio.page.keyboard.type(other)
  await studio.page.keyboard.press("Enter")
  await heading("Not let in")
  await studio.page.keyboard.press("Escape")
  await said("Who is there?")
  await studio.page.keyboard.type(unique("9"))
  await studio.page.keyboard.press("Enter")
  await said("Nobody found")
})

test("ACCESS-7: who may not come in is seen in red with the reason and what to do, and is let in for a reason; staff undo it", async () => {
  const nele = await stranger()
  const { page } = studio
  await open()
  await lookAt(nele, "Not let in")
  await said("They have no membership.")
  const step = page.getByRole("link", { name: "Sell a membership", exact: true })
  assert.match(await step.getAttribute("href"), /\/memberships\/sell$/)
  assert.equal(await button("Check in").count(), 0)
  await page.keyboard.press("Enter")
  await button("Let in anyway").press("Enter")
  await prompt().getByRole("textbox", { name: "Reason" }).waitFor()
  await page.keyboard.press("Enter")
  await prompt().getByText("This has to be filled in.").waitFor()
  assert.deepEqual(await visitsOf(nele), [])
  await page.keyboard.type("A day to try")
  await page.keyboard.press("Enter")
  await heading(`${nele.name} is checked in`)
  await focused()
  await row(nele.name).getByText("Let in anyway", { exact: true }).waitFor()
  const [visit] = await visitsOf(nele)
  assert.deepEqual([visit.is_allowed, visit.override_reason, visit.credits], [true, "A day to try", 0])

  await button(`Undo the check-in of ${nele.name}`).press("Enter")
  await prompt().getByRole("textbox", { name: "Reason" }).fill("The wrong one")
  await page.keyboard.press("Enter")
  await row(nele.name).getByText("Undone", { exact: true }).waitFor()
  await focused()
  const [undone] = await visitsOf(nele)
  assert.deepEqual([undone.undo_reason, undone.undone_at === null], ["The wrong one", false])
})

test("ACCESS-6, ACCESS-7: a guest is asked for by name, and a plan without guest passes says so", async () => {
  const cleo = await packHolder()
  await open()
  await forYoga()
  await lookAt(cleo, "May come in")
  await button("Guest").press("Enter")
  await prompt().getByRole("textbox", { name: "The guest's name" }).fill("Gus Guest")
  await studio.page.keyboard.press("Enter")
  await prompt().getByText("The membership comes without guest passes.").waitFor()
  await studio.page.keyboard.press("Escape")
  await row("Gus Guest").getByText("Not let in", { exact: true }).waitFor()
  const [visit] = await visitsOf(cleo)
  assert.deepEqual([visit.kind, visit.is_allowed, visit.guest_name], ["guest", false, "Gus Guest"])
})

test("ACCESS-6, ACCESS-7: a guest comes in with a pass of the member's plan", async () => {
  const { last_name, members } = await familyMembership()
  await open()
  await forYoga()
  await field().pressSequentially(`Jane ${last_name}`)
  await studio.page.getByRole("option", { name: new RegExp(`Jane ${last_name}`) }).waitFor()
  await studio.page.keyboard.press("Enter")
  await heading("May come in")
  await button("Guest").press("Enter")
  await prompt().getByRole("textbox", { name: "The guest's name" }).fill("Gina Guest")
  await studio.page.keyboard.press("Enter")
  await heading(`Gina Guest is checked in as a guest of Jane ${last_name}`)
  await focused()
  const [visit] = await visitsOf({ id: members.Jane })
  assert.deepEqual([visit.kind, visit.is_allowed, visit.guest_name], ["guest", true, "Gina Guest"])
})

test("ACCESS-7: offline it says so, checks nobody in, and keeps nothing for later", async () => {
  const cleo = await packHolder()
  const { page } = studio
  await open()
  await forYoga()
  await lookAt(cleo, "May come in")
  await page.context().setOffline(true)
  try {
    await heading("Offline – nothing is checked in")
    assert.equal(await button("Check in").isDisabled(), true)
    await page.keyboard.press("Enter")
    await studio.screenshot("front-desk-offline")
  } finally {
    await page.context().setOffline(false)
  }
  await page.getByText("Offline – nothing is checked in").waitFor({ state: "detached" })
  await button("Check in").and(page.locator(":enabled")).waitFor()
  assert.deepEqual(await visitsOf(cleo), [])
  await field().press("Enter")
  await heading(`${cleo.name} is checked in`)
  assert.equal((await visitsOf(cleo)).length, 1)
})

test("ACCESS-7: the front desk speaks German, reasons and next steps too", async () => {
  const nele = await stranger()
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.goto(adminUrl("/front-desk"))
  await page.getByRole("combobox", { name: "Mitglied suchen" }).fill(nele.last_name)
  await page.getByRole("option", { name: new RegExp(nele.last_name) }).click()
  await heading("Kein Einlass")
  await said("Es gibt keine Mitgliedschaft.")
  await page.getByRole("link", { name: "Mitgliedschaft verkaufen", exact: true }).waitFor()
  assert.doesNotMatch(await page.locator("main").innerText(), /frontDesk\.|membership|Reason/)
})
