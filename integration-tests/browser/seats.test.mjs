// Staff work with the seats of a sold membership: every verb with its preview, and what it left behind.
import assert from "node:assert/strict"
import { test } from "node:test"
import { familyMembership } from "./families.mjs"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const open = (route) => studio.page.goto(adminUrl(route))
const dialog = () => studio.page.getByRole("dialog")
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const row = (name) => studio.page.getByRole("row").filter({ hasText: name })
const toast = (text) => studio.page.getByText(text).first().waitFor()
const read = async (id) => (await admin(`memberships/${id}`)).membership
const holderAt = ({ seats }, position) =>
  seats[position - 1].holders.find(({ held_until }) => held_until === null)?.member.first_name ?? null

let family

/** The page of the family's membership, which the first test makes. */
async function openFamily() {
  family ??= await familyMembership()
  await open(`/memberships/${family.id}`)
  await button("Actions for all seats").waitFor()
}

async function choose(menu, action) {
  await studio.page.getByRole("button", { name: menu }).first().click()
  await studio.page.getByRole("menuitem", { name: action, exact: true }).click()
}

async function confirm(name) {
  await dialog().getByRole("button", { name, exact: true }).click()
  await dialog().waitFor({ state: "detached" })
}

test("SEAT-1: an empty seat is given to somebody of the household; who does not qualify is shown with the reason", async () => {
  const { page } = studio
  family = await familyMembership()
  const { last_name } = family
  const { members, membership } = family
  const seatPath = (position) => `memberships/${family.id}/seats/${membership.seats[position - 1].id}`
  for (const position of [2, 4]) await admin(`${seatPath(position)}/unassign`, {})
  await openFamily()
  await page.getByText("Child 3 of 3").waitFor()
  await choose("Actions: Further child 2", "Assign")
  const people = dialog().getByRole("radiogroup", { name: "Who sits here?" })
  const bob = people.getByRole("radio", { name: `Bob ${last_name}` })
  await bob.waitFor()
  assert.equal(await bob.isDisabled(), true)
  await people.getByText('"Child" ends with age 17.').waitFor()
  assert.match(await people.innerText(), /This person holds a seat of this membership already/)
  assert.equal(await dialog().getByRole("button", { name: "Assign", exact: true }).isDisabled(), true)
  await people.getByRole("radio", { name: `Kim ${last_name}` }).click()
  await dialog().getByText(`Kim ${last_name} gets the seat: Further child 2`).waitFor()
  await studio.screenshot("seats-assign")
  await confirm("Assign")
  await toast(`Kim ${last_name} has the seat: Further child 2`)
  await row("Further child 2")
    .getByRole("link", { name: `Kim ${last_name}` })
    .waitFor()
  await page.getByText(`Kim ${last_name} gets the seat: Further child 2`).waitFor()
  assert.equal(holderAt(await read(family.id), 5), "Kim")
  await admin(`${seatPath(2)}/assign`, { member_id: members.Bob })
})

test("HOLD-2: all seats are held at once, after a preview; what the plan does not allow needs a reason; the holds end", async () => {
  const { page } = studio
  await openFamily()
  await choose("Actions for all seats", "Hold all")
  await dialog()
    .getByText(/^On hold from .+: 5 seats$/)
    .waitFor()
  await dialog().getByText("Hold fee: €25.00").waitFor()
  await dialog().getByLabel("First day back").fill("")
  await dialog().getByText("A hold takes at most 90 days.").waitFor()
  const hold = dialog().getByRole("button", { name: "Hold", exact: true })
  assert.equal(await hold.isDisabled(), true)
  await dialog().getByLabel("Reason (needed to go past this)").fill("Building works")
  await dialog()
    .getByText(/until you end it: 5 seats$/)
    .waitFor()
  await confirm("Hold")
  await toast(/^All seats are on hold from /)
  await page.getByText("On hold", { exact: true }).first().waitFor()
  await page.getByText("Building works").waitFor()
  await page.getByText("Past the plan's limits: longer than a hold may be", { exact: true }).waitFor()
  assert.equal((await read(family.id)).status, "on_hold")

  await choose("Actions for all seats", "End holds")
  await dialog()
    .getByText(/taken back|Back on/)
    .first()
    .waitFor()
  await confirm("End hold")
  await toast("The holds end.")
  await page.getByText("Active", { exact: true }).waitFor()
})

test("CANCEL-3: a seat is canceled at the renewal, with its last day told before and after, and taken back", async () => {
  const { page } = studio
  await openFamily()
  await choose("Actions: Further child 1", "Cancel seat")
  const line = dialog().getByText(/^Last day: .+ – Further child 1$/)
  await line.waitFor()
  await dialog().getByRole("radio", { name: "Today" }).click()
  await dialog()
    .getByText(/^It can end on .+ at the earliest\.$/)
    .waitFor()
  await dialog().getByRole("radio", { name: "At renewal" }).click()
  const [, last] = /^Last day: (.+) – /.exec(await line.innerText())
  await confirm("Cancel seat")
  await toast(`Canceled, last day ${last}: Further child 1`)
  await row("Further child 1").getByText(`Last day: ${last}`).waitFor()
  await studio.screenshot("seats-canceled")

  await choose("Actions: Further child 1", "Take cancellation back")
  await dialog().getByText("Goes on: Further child 1").waitFor()
  await confirm("Take back")
  await toast("The cancellation is taken back: Further child 1")
  await row("Further child 1").getByText("Last day:").waitFor({ state: "detached" })
  await page.getByText("Cancellation taken back", { exact: true }).waitFor()
})

test("SEAT-6: a required seat shows its ways out; a reorder is done first, then the seat that the person moved to", async () => {
  const { page } = studio
  const { last_name } = family
  await openFamily()
  await choose(`Actions: First child (Tom ${last_name})`, "Cancel seat")
  await page.getByRole("heading", { name: "This seat is required" }).waitFor()
  for (const way of ["Leave the seat empty", "Cancel all seats"])
    await dialog().getByRole("radio", { name: way }).waitFor()
  await dialog()
    .getByRole("radio", { name: `Kim ${last_name} moves to First child` })
    .click()
  await dialog().getByText(`Tom ${last_name} moves to Further child 2`, { exact: true }).waitFor()
  await studio.screenshot("seats-ways-out")
  await dialog().getByRole("button", { name: "Do this" }).click()
  await toast(`Moved. Now cancel the seat that Tom ${last_name} has moved to.`)
  await page.getByRole("heading", { name: "Cancel this seat" }).waitFor()
  await dialog()
    .getByText(/^Last day: .+ – Further child 2/)
    .waitFor()
  await confirm("Cancel seat")
  const after = await read(family.id)
  assert.deepEqual([holderAt(after, 3), holderAt(after, 5)], ["Kim", "Tom"])
  assert.notEqual(after.seats[4].canceled_on, null)
})

test("SEAT-7: people are moved with the keyboard; who does not fit is named, and nothing is lost silently", async () => {
  const { page } = studio
  const { last_name } = family
  await openFamily()
  await choose("Actions for all seats", "Reorder")
  const bob = button(`Bob ${last_name}`)
  await bob.focus()
  await page.keyboard.press("Alt+ArrowDown")
  await page.getByText("2 people do not fit.").waitFor()
  await page.getByText("Too young for this seat.").waitFor()
  await page.getByText("Too old for this seat.").waitFor()
  await studio.screenshot("seats-reorder")
  assert.equal(await button("Save").isDisabled(), true)
  await button("Cancel").click()
  const prompt = page.getByRole("alertdialog")
  await prompt.getByRole("button", { name: "Keep moving" }).click()
  // The focus went with the person: up again, and once more.
  await bob.focus()
  await page.keyboard.press("Alt+ArrowUp")
  await page.getByText("Nothing has been moved yet.").waitFor()
  await bob.and(page.locator(":focus")).waitFor()
  await page.keyboard.press("Alt+ArrowUp")
  await page.getByText("Everybody fits.").waitFor()
  await page.getByRole("link", { name: "Members", exact: true }).click()
  await prompt.getByRole("button", { name: "Keep moving" }).click()
  assert.match(page.url(), new RegExp(`/memberships/${family.id}$`))
  await button("Save").click()
  await toast("The new order is saved.")
  await row("First adult")
    .getByRole("link", { name: `Bob ${last_name}` })
    .waitFor()
  const after = await read(family.id)
  assert.deepEqual([holderAt(after, 1), holderAt(after, 2)], ["Bob", "Jane"])
})

test("SEAT-4: another customer pays from the next charge on, for one seat or for all", async () => {
  const { page } = studio
  const email = `payer.${family.last_name}@example.test`.toLowerCase()
  const { customer } = await admin("customers", { email, first_name: "Gran", last_name: family.last_name })
  await openFamily()
  await choose("Actions: Second adult", "Change payer")
  await dialog().getByLabel("Customer").fill(email)
  await page.getByRole("option", { name: email }).click()
  await dialog()
    .getByText(/^Gran .+ pays from the next charge on: Second adult/)
    .waitFor()
  await dialog().getByRole("radio", { name: "All seats" }).click()
  await dialog()
    .getByText(/^Gran .+ pays from the next charge on: 5 seats$/)
    .waitFor()
  await dialog().getByRole("radio", { name: "This seat" }).click()
  await dialog()
    .getByText(/pays from the next charge on: Second adult/)
    .waitFor()
  await confirm("Change payer")
  await row("Second adult")
    .getByRole("link", { name: `Gran ${family.last_name}` })
    .waitFor()
  await page.getByText(`Gran ${family.last_name}: €49.00 a period`).waitFor()
  const payers = (await read(family.id)).seats.map(
    ({ payer_customer_id }) => payer_customer_id === customer.id
  )
  assert.deepEqual(payers, [false, true, false, false, false])
})

test("TERM-5: a term is extended with a reason; its new last day is told before", async () => {
  const { page } = studio
  const { id } = await buy({
    ...{ first_name: "Jonas", last_name: "Petersen", plan: "ten-classes" },
    people: [{ date_of_birth: "1987-11-02" }],
  })
  await admin(`memberships/${id}/record-payment`, {})
  await open(`/memberships/${id}`)
  await choose("Actions for the term", "Extend term")
  await dialog().getByLabel("New last day").fill("2020-01-01")
  await dialog().getByText("Say why the term changes.").waitFor()
  await dialog().getByLabel("Reason").fill("Too short")
  await dialog()
    .getByText(/^Choose a last day after \w+ \d+, \d{4}\.$/)
    .waitFor()
  await dialog().getByLabel("Reason").fill("")
  await dialog().getByLabel("New last day").fill("2099-12-31")
  await dialog().getByText("Say why the term changes.").waitFor()
  await dialog().getByLabel("Reason").fill("Closed in January")
  await dialog()
    .getByText(/Dec 31, 2099/)
    .waitFor()
  await confirm("Extend")
  await page.getByText("Term extended", { exact: true }).waitFor()
  await page.getByText("Last day: Dec 31, 2099", { exact: true }).waitFor()
})

test("the seats speak German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`/memberships/${family.id}`)
  await choose("Aktionen für alle Plätze", "Alle pausieren")
  await dialog()
    .getByText(/^Pausiert ab .+, wieder da am .+: 5 Plätze$/)
    .waitFor()
  await studio.screenshot("seats-german")
})
