// Staff read what a plan says in sentences, and change it in a drawer for each part of it.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { before, test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1100 })

/** Names of one run, so that other files' plans and earlier runs are not mistaken for these. */
const mark = randomBytes(3).toString("hex")
const plans = {}

const create = async (key, body) => {
  const { membership_plan } = await admin("membership-plans", { name: `${key} ${mark}`, ...body })
  plans[key] = membership_plan.id
}
const read = async (key) => (await admin(`membership-plans/${plans[key]}`)).membership_plan

before(async () => {
  const monthly = { type: "recurring", interval: "month", interval_count: 1 }
  await create("Solo", { kind: "membership", audience: "individual", billing: monthly })
  await create("Clan", { kind: "membership", audience: "household", billing: monthly })
  await create("Pack", {
    ...{ kind: "credit_pack", audience: "individual", billing: { type: "one_time" } },
    entitlement: { type: "credits", credits: 10, per: "term" },
  })
})

const drawer = () => studio.page.getByRole("dialog")
const field = (label) => drawer().getByLabel(label, { exact: true })
const toggle = (name) => drawer().getByRole("switch", { name, exact: true })
const radio = (name) => drawer().getByRole("radio", { name })
const group = (name) => drawer().getByRole("group", { name, exact: true })
const open = async (route) => studio.page.goto(adminUrl(route))
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })

/** A row of the page's sections: what stands beside a title. */
const row = (title) =>
  studio.page
    .locator("div.grid")
    .filter({ has: studio.page.getByText(title, { exact: true }) })
    .last()
const says = async (title, sentence) => row(title).getByText(sentence, { exact: true }).waitFor()

const address = (key) => `/memberships/plans/${plans[key]}`

/** As a person does: to the page, and by the section's menu to the drawer. */
async function edit(key, section) {
  const { page } = studio
  if (!page.url().endsWith(address(key))) await open(address(key))
  await page.getByRole("button", { name: `Actions for ${section}`, exact: true }).click()
  await page.getByRole("menuitem", { name: "Edit", exact: true }).click()
  await drawer().getByRole("button", { name: "Save" }).waitFor()
}

async function select(label, option, within = drawer()) {
  await within.getByRole("combobox", { name: label, exact: true }).click()
  await studio.page.getByRole("option", { name: option, exact: true }).click()
}

/** Adds to a list by writing and the Enter key. */
async function add(label, words) {
  const input = drawer().getByRole("combobox", { name: label, exact: true })
  await input.click()
  await input.fill(words)
  await studio.page.getByRole("option", { name: words }).first().waitFor()
  await input.press("Enter")
  await drawer()
    .getByRole("button", { name: `Remove ${words}` })
    .waitFor()
  await input.press("Tab")
}

const pressSave = async () => drawer().getByRole("button", { name: "Save" }).click()
async function save(saved) {
  await pressSave()
  await studio.page.getByText(saved, { exact: true }).first().waitFor()
  await drawer().waitFor({ state: "detached" })
}

test("PLAN-2, PLAN-15: billing, joining fee and an introductory offer are changed, shown and kept", async () => {
  const { page } = studio
  await edit("Solo", "Sale")
  await field("Number").fill("3")
  await group("Joining fee").getByLabel("EUR").fill("19,90")
  await toggle("Introductory offer").click()
  await drawer().getByText("An introductory offer ends by itself and never renews.").waitFor()
  await toggle("New is who never held a plan").click()
  await field("Held no plan in the last (days)").fill("90")
  await pressSave()
  // An offer that ends by itself needs an end, which another section says.
  await page.getByText(/Validity: An introductory offer ends by itself/).waitFor()

  await toggle("Introductory offer").click()
  assert.ok(await radio(/At the end of each period/).isChecked())
  await toggle("Introductory offer").click()
  assert.equal(await field("Held no plan in the last (days)").inputValue(), "90")
  await toggle("Introductory offer").click()
  await save(`Sale of Solo ${mark} saved.`)
  await says("Billing", "Every 3 months")
  await says("Joining fee", /19\.90, once at the sale$/)
  await page.reload()
  await says("Billing", "Every 3 months")
  await says("Introductory offer", "No, for everybody")
  const plan = await read("Solo")
  assert.deepEqual(plan.signup_fee, [{ currency_code: "eur", amount: 19.9 }])
  assert.equal(plan.introductory_offer, null)
})

test("SAFE-1: a taken handle and a wrong amount are said at their fields", async () => {
  await edit("Solo", "Sale")
  await field("Handle").fill("Not a handle")
  await group("Joining fee").getByLabel("USD").fill("twelve")
  await pressSave()
  await drawer().getByText("Use lower-case letters, digits and single dashes.").waitFor()
  await drawer().getByText("Write an amount, such as 49.50.").waitFor()
  await group("Joining fee").getByLabel("USD").fill("")
  await field("Handle").fill(card.family_plan_handle)
  await pressSave()
  await drawer()
    .getByText(/There already is a plan with the handle/)
    .waitFor()
  await field("Handle").fill(`solo-${mark}-renamed`)
  await save(`Sale of Solo ${mark} saved.`)
  assert.equal((await read("Solo")).handle, `solo-${mark}-renamed`)
})

test("BILL-7: proration is locked off for shared plans, and the drawer says why", async () => {
  await edit("Clan", "Sale")
  const proration = toggle("Prorate dues")
  await drawer()
    .getByText(/^Always off: shared plans are never prorated/)
    .waitFor()
  assert.ok(await proration.isDisabled())
  await drawer().getByRole("button", { name: "Cancel" }).click()
  await drawer().waitFor({ state: "detached" })
})

test("PLAN-3: a first-visit start with its limit", async () => {
  const { page } = studio
  await edit("Solo", "Validity")
  await toggle("Unlimited time").click()
  await pressSave()
  await group("Valid for").getByText("This has to be filled in.").waitFor()
  await group("Valid for").getByLabel("Number").fill("6")
  await radio(/With the first visit/).click()
  await toggle("Must start in time").click()
  await group("Starts within").getByLabel("Number").fill("30")
  await save(`Validity of Solo ${mark} saved.`)
  await says("Valid for", "6 months")
  await page.reload()
  await says("Starts", "Within 30 days of the purchase; then it starts by itself")

  // What is hidden is not sent, and not lost while the drawer is open.
  await edit("Solo", "Validity")
  await radio(/On the purchase/).click()
  await group("Starts within").waitFor({ state: "detached" })
  await radio(/With the first visit/).click()
  assert.equal(await group("Starts within").getByLabel("Number").inputValue(), "30")
  await radio(/On the purchase/).click()
  await save(`Validity of Solo ${mark} saved.`)
  await says("Starts", "On the day of the purchase")
  assert.equal((await read("Solo")).must_start_within, null)
})

test("PLAN-4, PLAN-5, PLAN-7: credits, an exchange between services and rollover", async () => {
  const { page } = studio
  const service = async (name) =>
    (await admin("membership-services", { name: `${name} ${mark}`, kind: "class" })).membership_service
  const [yoga, pilates] = [await service("Yoga"), await service("Pilates")]
  await edit("Clan", "Entitlement")
  await radio(/^Credits/).click()
  await field("Number of credits").fill("8")
  await radio(/One for each service/).click()
  await radio(/Each seat/).click()
  await toggle("For all services").click()
  await add("Services included", yoga.name)
  await add("Services included", pilates.name)
  await drawer().getByRole("button", { name: "Add an exchange" }).click()
  const exchange = drawer().getByRole("group", { name: "Exchange 1" })
  await exchange.getByLabel("of service").first().click()
  await page.getByRole("option", { name: yoga.name, exact: true }).click()
  await exchange.getByLabel("Get").fill("2")
  await exchange.getByLabel("of service").last().click()
  await page.getByRole("option", { name: pilates.name, exact: true }).click()
  await select("Unused credits at the end of a period", "Some roll over")
  await field("Roll over at most").fill("4")
  await field("Guest passes").fill("1")
  await save(`Entitlement of Clan ${mark} saved.`)
  await says("Includes", "8 credits each period")
  await page.reload()
  await says("Exchange", `1 ${yoga.name} for 2 ${pilates.name}`)
  await says("Unused credits", "4 credits at most roll over to the next period")
  await says("Balance", "Each seat has its own credits")
  assert.deepEqual((await read("Clan")).services, [yoga.id, pilates.id])
})

test("PLAN-4: a pack gives credits once, and asks for nothing else", async () => {
  await edit("Pack", "Entitlement")
  await drawer().getByText("A credit pack gives credits.").waitFor()
  assert.equal(await radio(/Unlimited visits/).count(), 0)
  assert.equal(await drawer().getByText("Unused credits at the end of a period").count(), 0)
  await field("Number of credits").fill("12")
  await save(`Entitlement of Pack ${mark} saved.`)
  await says("Includes", "12 credits")
})

test("PLAN-11, PLAN-12: time windows, visit limits and benefits", async () => {
  const { page } = studio
  const { customer_group } = await admin("customer-groups", { name: `Climbers ${mark}` })
  await edit("Clan", "Access and benefits")
  await toggle("At any time").click()
  await drawer().getByRole("button", { name: "Add a time" }).click()
  const first = drawer().getByRole("group", { name: "Time 1" })
  await first.getByLabel("Until").fill("08:00")
  await drawer().getByRole("button", { name: "Add a limit" }).click()
  const limit = drawer().getByRole("group", { name: "Limit 1" })
  await pressSave()
  await first.getByText(/A time ends after it begins/).waitFor()
  await limit.getByText("This has to be filled in.").waitFor()
  await first.getByLabel("Until").fill("15:30")
  await first.getByRole("checkbox", { name: "Friday" }).click()
  await limit.getByLabel("Visits at most").fill("2")
  await select("Each", "Week", limit)
  const groups = drawer().getByRole("combobox", { name: "Customer group" })
  await groups.click()
  await groups.fill(customer_group.name)
  await page.getByRole("option", { name: customer_group.name }).click()
  await field("Books earlier by (hours)").fill("24")
  await save(`Access and benefits of Clan ${mark} saved.`)
  await says("Visits", "2 a week")
  await page.reload()
  await row("Times")
    .getByText(/^Mon–Thu, /)
    .waitFor()
  await says("Early booking", "24 hours before others")
  const plan = await read("Clan")
  assert.deepEqual(plan.access.time_windows, [{ weekdays: [1, 2, 3, 4], from: "09:00", until: "15:30" }])
  assert.equal(plan.benefits.customer_group_id, customer_group.id)
})

test("PLAN-13: a longest hold below the shortest is said at its field; the rest is saved", async () => {
  const { page } = studio
  await edit("Clan", "Holds and cancellation")
  await field("Shortest hold (days)").fill("14")
  await field("Longest hold (days)").fill("7")
  await pressSave()
  await drawer().getByText("Shorter than the shortest hold.").waitFor()
  assert.ok(await field("Longest hold (days)").evaluate((input) => input === document.activeElement))
  await field("Longest hold (days)").fill("60")
  await group("Fee for each seat").getByLabel("EUR").fill("10")
  await radio(/^Extends/).click()
  await field("Commitment (periods)").fill("12")
  await drawer()
    .getByText(/^Bought and canceled on .*, its last day is .* at the earliest\.$/)
    .waitFor()
  await save(`Holds and cancellation of Clan ${mark} saved.`)
  await says("Length of a hold", "14 to 60 days")
  await page.reload()
  await says("Commitment", "12 periods")
  await row("Hold fee")
    .getByText(/10\.00 for each seat$/)
    .waitFor()
})

test("PLAN-1: changed terms are a new version, and the drawer says so before and after", async () => {
  const { page } = studio
  await edit("Clan", "Terms")
  await drawer().getByText("There are no terms now.").waitFor()
  await field("Text").fill("Be kind.")
  await save("Version 1 of the terms applies to new sales.")
  await says("Terms", "Version 1")
  await edit("Clan", "Terms")
  await drawer().getByText("Version 1 is the current one.").waitFor()
  await field("Text").fill("Be kind, and on time.")
  await drawer().getByText("Saving makes version 2; those already sold keep what they accepted.").waitFor()
  await save("Version 2 of the terms applies to new sales.")
  await page.reload()
  await page.getByText("Be kind, and on time.").waitFor()
})

test("PLAN-1: how customers find it; unsaved changes ask before they are lost", async () => {
  const { page } = studio
  await edit("Solo", "Customer portal")
  await toggle("Featured").click()
  await page.keyboard.press("Escape")
  const prompt = page.getByRole("alertdialog")
  await prompt.waitFor()
  await prompt.getByRole("button", { name: "Cancel" }).click()
  assert.ok(await toggle("Featured").isChecked())
  await field("Position").fill("7")
  await save(`Customer portal of Solo ${mark} saved.`)
  await says("Featured", "Set off from the other plans")
  await page.reload()
  await says("Position", "7")

  await edit("Solo", "Customer portal")
  await toggle("Visible").click()
  await drawer().getByRole("button", { name: "Cancel" }).click()
  await prompt.getByRole("button", { name: "Continue" }).click()
  await drawer().waitFor({ state: "detached" })
  assert.equal((await read("Solo")).portal.visible, true)
})

test("CHART-8: the drawers of a plan that was sold say what stays for those who bought it", async () => {
  const { page } = studio
  const sold = await buy({
    ...{ first_name: "Edda", last_name: mark, plan: card.family_plan_handle },
    people: ["1988-02-03", "1990-07-04", "2014-05-06"].map((date_of_birth) => ({ date_of_birth })),
    accepted_terms_version: card.family_terms_version,
  })
  await open(`/memberships/plans/${sold.plan.id}/edit-terms`)
  await drawer().getByText("Memberships already sold:").waitFor()
  await drawer()
    .getByText(/They keep the version that was accepted at the sale/)
    .waitFor()
  await open(`${address("Solo")}/edit-terms`)
  await heading("Edit terms").waitFor()
  assert.equal(await page.getByText("Memberships already sold:").count(), 0)
})

test("the German drawer is German, the server's refusals too", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`${address("Clan")}/edit-sale`)
  await heading("Verkauf bearbeiten").waitFor()
  await drawer().getByText("Name", { exact: true }).waitFor()
  await field("Kurzname").fill(card.family_plan_handle)
  await drawer().getByRole("button", { name: "Speichern" }).click()
  await drawer().getByText("Ein anderer Tarif hat diesen Kurznamen.").waitFor()
  await field("Kurzname").fill(`sippe-${mark}`)
  await group("Aufnahmegebühr").getByLabel("EUR").fill("25,50")
  await drawer().getByRole("button", { name: "Speichern" }).click()
  await page.getByText(`Verkauf von Clan ${mark} gespeichert.`).first().waitFor()
  await says("Aufnahmegebühr", /^25,50\s€, einmalig beim Verkauf$/)
  await page.getByRole("heading", { name: "Pausen und Kündigung" }).waitFor()
})
