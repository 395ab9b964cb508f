// The rarer turns of working with seats: holds that meet, payment holidays, the ways out that end something, a start that
// moves, a company of two hundred, and people from outside the household.
import assert from "node:assert/strict"
import { test } from "node:test"
import { familyMembership } from "./families.mjs"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const DAY_MS = 86_400_000
const later = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

const dialog = () => studio.page.getByRole("dialog")
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const toast = (text) => studio.page.getByText(text).first().waitFor()
const read = async (id) => (await admin(`memberships/${id}`)).membership
const todayOf = async (id) => (await admin(`memberships/${id}/options`)).options.today
const holderAt = ({ seats }, position) =>
  seats[position - 1].holders.find(({ held_until }) => held_until === null)?.member.first_name ?? null

/** Somebody with an account of their own, as whoever is of another household needs one. */
async function memberWithAccount(person) {
  const email = `${person.first_name}.${person.last_name}@example.test`.toLowerCase()
  const { customer } = await admin("customers", { email, ...person })
  const { member } = await admin("members", {
    ...person,
    date_of_birth: "1990-02-03",
    customer_id: customer.id,
  })
  return member
}

async function choose(id, menu, action) {
  await studio.page.goto(adminUrl(`/memberships/${id}`))
  await studio.page.getByRole("button", { name: menu }).first().click()
  await studio.page.getByRole("menuitem", { name: action, exact: true }).click()
}

async function confirm(name) {
  await dialog().getByRole("button", { name, exact: true }).click()
  await dialog().waitFor({ state: "detached" })
}

let family
test("HOLD-7: a hold that meets another is refused; staff put both together, and see what becomes of them", async () => {
  family = await familyMembership()
  const today = await todayOf(family.id)
  const seat = family.membership.seats[3]
  const [from, back] = [later(today, 30), later(today, 44)]
  await admin(`memberships/${family.id}/seats/${seat.id}/hold`, { starts_on: from, resumes_on: back })
  await choose(family.id, /^Actions: Further child 1/, "Hold")
  const merge = dialog().getByRole("switch", { name: "Put together with the hold that is there" })
  await dialog().getByLabel("First day on hold").fill(later(today, 40))
  await dialog().getByLabel("First day back").fill(later(today, 60))
  await merge.waitFor()
  const hold = dialog().getByRole("button", { name: "Hold", exact: true })
  assert.equal(await hold.isDisabled(), true)
  assert.doesNotMatch(await dialog().innerText(), /\d{4}-\d{2}-\d{2}/)
  await merge.click()
  await dialog()
    .getByText(/^The hold that is there becomes /)
    .waitFor()
  await studio.screenshot("seats-hold-merge")
  await confirm("Hold")
  const { holds } = (await read(family.id)).seats[3]
  assert.deepEqual(
    holds.map(({ starts_on, resumes_on }) => [starts_on, resumes_on]),
    [[from, later(today, 60)]]
  )
})

test("HOLD-4: a payment holiday leaves the access and says what a period costs less; a reason is needed", async () => {
  const today = await todayOf(family.id)
  await choose(family.id, /^Actions: Second adult/, "Hold")
  await dialog().getByRole("radio", { name: "Payment holiday" }).click()
  await dialog().getByLabel("First day back").fill(later(today, 70))
  await dialog().getByText("With a reason you can go past it.").waitFor()
  await dialog().getByLabel("Reason (needed to go past this)").fill("On parental leave")
  await dialog()
    .getByText(/^From .+ a period costs .+ instead of /)
    .first()
    .waitFor()
  assert.equal(
    await dialog()
      .getByText(/^Hold fee/)
      .count(),
    0
  )
  await studio.screenshot("seats-payment-holiday")
  await confirm("Hold")
  const { seats, status } = await read(family.id)
  assert.deepEqual([status, seats[1].holds.map(({ kind }) => kind)], ["active", ["payment_holiday"]])
  await studio.page
    .getByText(/^Payment holiday until /)
    .first()
    .waitFor()
})

test("SEAT-6: the ways out of a required seat that end something: it is left empty, or all is canceled", async () => {
  const { page } = studio
  const { id, last_name } = await familyMembership()
  await choose(id, `Actions: First adult (Jane ${last_name})`, "Cancel seat")
  await page.getByRole("heading", { name: "This seat is required" }).waitFor()
  await dialog().getByRole("radio", { name: "Leave the seat empty" }).click()
  await dialog()
    .getByText(/^Stays empty|leaves the seat/)
    .first()
    .waitFor()
  await confirm("Do this")
  await toast("Empty now: First adult")
  const emptied = await read(id)
  assert.deepEqual([holderAt(emptied, 1), emptied.seats[0].canceled_on], [null, null])

  await choose(id, `Actions: First child (Tom ${last_name})`, "Cancel seat")
  await page.getByRole("heading", { name: "This seat is required" }).waitFor()
  await dialog().getByRole("radio", { name: "Cancel all seats" }).click()
  await dialog()
    .getByText(/^Last day: .+5 seats$/)
    .waitFor()
  await studio.screenshot("seats-ways-out-all")
  await confirm("Do this")
  await toast(/^All seats are canceled/)
  const scopes = (await read(id)).seats.map(({ cancel_scope }) => cancel_scope)
  assert.deepEqual(scopes, Array(5).fill("membership"))
})

test("TERM-5: a first day that lies ahead is moved with a reason; one in the past is refused with the day that counts", async () => {
  const { page } = studio
  const { studio: clock } = await admin("membership-studio")
  const { id } = await buy({
    ...{ first_name: "Greta", last_name: "Frühstart", plan: "childrens-dance-term" },
    ...{ people: [{ date_of_birth: "2017-04-05" }], starts_on: later(clock.today, 20) },
  })
  await admin(`memberships/${id}/record-payment`, {})
  await choose(id, "Actions for the term", "Change first day")
  await dialog().getByLabel("New first day").fill(later(clock.today, -1))
  await dialog().getByLabel("Reason").fill("The course begins earlier")
  await dialog()
    .getByText(/^Choose \w+ \d+, \d{4} or later\.$/)
    .waitFor()
  await dialog().getByLabel("New first day").fill(later(clock.today, 10))
  await dialog()
    .getByText(/^First day: /)
    .waitFor()
  await confirm("Change")
  await page.getByText("First day moved", { exact: true }).waitFor()
  assert.equal((await read(id)).starts_on, later(clock.today, 10))
})

test("SEAT-2: somebody from outside the household is found and seated where the plan allows it", async () => {
  const { id } = await buy({
    ...{ first_name: "Nora", last_name: "Freundin", plan: "friends" },
    people: [{ date_of_birth: "1990-01-01" }, { date_of_birth: "1991-01-01" }],
  })
  await admin(`memberships/${id}/record-payment`, {})
  const person = await memberWithAccount({ first_name: "Quentin", last_name: `Outside${id.slice(-5)}` })
  await choose(id, /^Actions: Friend 1/, "Assign")
  await dialog().getByRole("searchbox", { name: "Find a person" }).fill(person.last_name)
  await dialog()
    .getByRole("group", { name: "Other members" })
    .getByRole("radio", { name: `Quentin ${person.last_name}` })
    .click()
  await dialog()
    .getByText(/^Quentin .+ gets the seat: /)
    .waitFor()
  await confirm("Assign")
  assert.equal(holderAt(await read(id), 1), "Quentin")
})

test("HOLD-2, SEAT-7: a company of two hundred seats is held as one, found, and reordered", async () => {
  const { page } = studio
  const { id } = await buy({
    ...{ first_name: "Large", last_name: "Werke", plan: "company" },
    seats: [{ classification_id: null, count: 200 }],
  })
  await admin(`memberships/${id}/record-payment`, {})
  const last_name = `Crew${id.slice(-5)}`
  const member = await memberWithAccount({ first_name: "Uma", last_name })
  const { seats } = await read(id)
  await admin(`memberships/${id}/seats/${seats[198].id}/assign`, { member_id: member.id })
  await choose(id, "Actions for all seats", "Hold all")
  await dialog()
    .getByText(/: 200 seats$/)
    .first()
    .waitFor()
  await confirm("Hold")
  await toast(/^All seats are on hold from /)
  assert.equal((await read(id)).seats.filter(({ holds }) => holds.length === 1).length, 200)
  await page.getByRole("searchbox", { name: "Find a person" }).fill("uma")
  await page.getByText("1 seat found").waitFor()
  await studio.screenshot("seats-company")

  await choose(id, "Actions for all seats", "Reorder")
  await button(`Uma ${last_name}`).focus()
  await page.keyboard.press("Alt+ArrowDown")
  await page.getByText("Everybody fits.").waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), `Uma ${last_name}`)
  await button("Save").click()
  await toast("The new order is saved.")
  assert.deepEqual([holderAt(await read(id), 199), holderAt(await read(id), 200)], [null, "Uma"])
})
