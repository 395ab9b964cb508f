// Staff keep members and households: who lives with whom, who guards whom, what proves what; birth dates stay out of sight.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1100 })

/** Names of one run, so that other files' people and earlier runs are not mistaken for these. */
const mark = randomBytes(3).toString("hex")
const family = `Abel${mark}`
const neighbours = `Zorn${mark}`

const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const link = (name) => studio.page.getByRole("link", { name, exact: true })
const line = (name) => studio.page.getByRole("listitem", { name, exact: true })
const open = async (route) => studio.page.goto(adminUrl(route))
const chooseMenu = async (menu, item) => {
  await studio.page.getByRole("button", { name: menu, exact: true }).click()
  await studio.page.getByRole("menuitem", { name: item, exact: true }).click()
}

/** Types into a search and takes the one that is offered. */
async function choose(label, words) {
  const search = studio.page.getByRole("combobox", { name: label })
  await search.click()
  await search.fill(words)
  await studio.page
    .getByRole("option", { name: new RegExp(words, "i") })
    .first()
    .click()
}

async function today() {
  return (await admin("membership-studio")).studio.today
}

/** A calendar date so many years before or after the studio's today, on New Year's Day. */
const newYear = (day, years) => `${Number(day.slice(0, 4)) + years}-01-01`

/** Every word that the server says to the pages meanwhile. */
async function answersDuring(act) {
  const answers = []
  const ofAdmin = (url) => url.pathname.startsWith("/admin/")
  await studio.page.route(ofAdmin, async (route) => {
    const response = await route.fetch()
    answers.push(await response.text())
    await route.fulfill({ response })
  })
  try {
    await act()
  } finally {
    await studio.page.unrouteAll({ behavior: "wait" })
  }
  return answers.join("\n")
}

const ONE_SEAT = [{ classification_id: null, count: 1 }]

/** A guardian-to-be and their household, made by an integration. */
async function householdOf(name, first_name) {
  const email = `${first_name}.${name}@example.test`.toLowerCase()
  const { customer } = await admin("customers", { email, first_name, last_name: name })
  const { member } = await admin("members", { first_name, last_name: name, email, customer_id: customer.id })
  const { household } = await admin("households", { name, guardian_ids: [member.id] })
  return { household, member }
}

test("PEOPLE-1: a date of birth that cannot be right is said at its field", async () => {
  const { page } = studio
  const day = await today()
  await open("/memberships/members")
  await heading("Members").waitFor()
  await link("Create").click()
  await heading("Add a member").waitFor()
  await button("Add member").click()
  await page.getByText("This has to be filled in.").waitFor()
  await page.getByLabel("First name").fill("Nobody")
  await page.getByLabel("Date of birth").fill(newYear(day, 1))
  await button("Add member").click()
  await page.getByText("A date of birth cannot lie in the future.").waitFor()
  await page.getByLabel("Date of birth").fill(newYear(day, -132))
  await button("Add member").click()
  await page.getByText("cannot lie more than 130 years back").waitFor()
})

test("PEOPLE-2: a member is linked to a customer, who is searched for only when asked", async () => {
  const { page } = studio
  const email = `anna.${family}@example.test`.toLowerCase()
  await admin("customers", { email, first_name: "Anna", last_name: family })
  const asked = []
  const listen = (request) => asked.push(new URL(request.url()).pathname)
  page.on("request", listen)
  await open("/memberships/members/create")
  await heading("Add a member").waitFor()
  await page.getByLabel("First name").fill("Anna")
  await page.getByLabel("Last name").fill(family)
  assert.ok(!asked.includes("/admin/customers"), "customers are not asked for before the search is opened")
  await choose("Customer", email)
  assert.ok(asked.includes("/admin/customers"))
  page.off("request", listen)
  await button("Add member").click()
  await page.getByText("Anna is a member now.").waitFor()
  await heading(`Anna ${family}`).waitFor()
  await page.getByText("Lives in no household.").waitFor()
  await link(`Anna ${family} (${email})`).waitFor()
})

test("PEOPLE-2, PEOPLE-4: a household needs a guardian; a child who comes with it qualifies for Child", async () => {
  const { page } = studio
  const born = newYear(await today(), -8)
  await open("/memberships/households")
  await link("Create").click()
  await heading("Create a household").waitFor()
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(family)
  await button("Create household").click()
  await page.getByText("A household needs at least one guardian. Choose one.").waitFor()
  await choose("Guardians", `Anna ${family}`)
  await button("Add a new person").click()
  const child = page.getByRole("group", { name: "New person 1" })
  await child.getByLabel("First name").fill("Cleo")
  await child.getByLabel("Last name").fill(family)
  await child.getByLabel("Date of birth").fill(born)
  await button("Create household").click()
  await page.getByText(`Household “${family}” created.`).waitFor()
  await line(`Anna ${family}`).getByText("Guardian", { exact: true }).waitFor()
  await line(`Cleo ${family}`)
    .getByText(/Qualifies for today: .*Child/)
    .waitFor()
  assert.equal(await line(`Cleo ${family}`).getByText("Guardian", { exact: true }).count(), 0)

  await link(`Cleo ${family}`).click()
  await heading("Qualifies for").waitFor()
  const classifications = page.getByRole("listitem")
  await classifications
    .filter({ hasText: /^Child/ })
    .getByText("Yes", { exact: true })
    .waitFor()
  await classifications
    .filter({ hasText: /^Adult/ })
    .getByText("Starts at age 18")
    .waitFor()
  await link(`Anna ${family}`).waitFor()
})

test("PEOPLE-6: no page shows or fetches a date of birth before somebody asks to see it", async () => {
  const { page } = studio
  const born = newYear(await today(), -8)
  const all = await answersDuring(async () => {
    await open(`/memberships/members?q=${family}`)
    await page
      .getByRole("row")
      .filter({ hasText: `Cleo ${family}` })
      .waitFor()
    await open(`/memberships/households?q=cleo%20${family}`)
    await page.getByRole("row").filter({ hasText: family }).click()
    await line(`Cleo ${family}`).waitFor()
    await link(`Cleo ${family}`).click()
    await page.getByText("8 years").waitFor()
    await page.getByText("Holds no seat.").waitFor()
  })
  assert.ok(all.includes(`"${family}"`), "the answers were read")
  assert.ok(!all.includes("date_of_birth") && !all.includes(born), "no answer tells a date of birth")

  const shown = page.getByText(`Jan 1, ${born.slice(0, 4)}`)
  assert.equal(await shown.count(), 0)
  await button("Show date of birth").click()
  await shown.waitFor()
  await button("Hide date of birth").click()
  await shown.waitFor({ state: "detached" })
})

test("PEOPLE-3: staff record a proof with its last day, and take it back", async () => {
  const { page } = studio
  const day = await today()
  const name = `Proven ${mark}`
  await admin("membership-classifications", { name, requires_proof: true })
  const { member } = await admin("members", { first_name: "Paul", last_name: family })
  await open(`/memberships/members/${member.id}`)
  const row = page.getByRole("listitem").filter({ hasText: name })
  await row.getByText("Needs a proof").waitFor()
  await link("Record proof").click()
  await heading("Record a proof").waitFor()
  await page.getByRole("combobox", { name: "Classification" }).click()
  await page.getByRole("option", { name }).click()
  await page.getByLabel("Last day on which it counts").fill(newYear(day, -1))
  await button("Save").click()
  await page.getByText("This day has passed: the proof would not count.").waitFor()
  await page.getByLabel("Last day on which it counts").fill(newYear(day, 2))
  await page.getByLabel("What you saw").fill("Service card")
  await button("Save").click()
  await page.getByText(`Proof for ${name} recorded.`).waitFor()
  const last = `Jan 1, ${newYear(day, 2).slice(0, 4)}`
  await page.getByText(`Until ${last}`).waitFor()
  await page.getByText(`Through ${last}`).waitFor()
  await row.filter({ hasText: "Through" }).getByText("Yes", { exact: true }).waitFor()

  await chooseMenu(`Actions for the proof “${name}”`, "Take back")
  const prompt = page.getByRole("alertdialog")
  await prompt.getByText(`Paul ${family} may no longer qualify for ${name}`).waitFor()
  await prompt.getByRole("button", { name: "Take back" }).click()
  await page.getByText(`Proof for ${name} taken back.`).waitFor()
  await row.getByText("Needs a proof").waitFor()
})

test("PEOPLE-2: a member of another household moves only when that is confirmed", async () => {
  const { page } = studio
  const { household } = await householdOf(neighbours, "Zoe")
  await open(`/memberships/households/${household.id}`)
  await link("Add member").click()
  await choose("Member", `Cleo ${family}`)
  await button("Add member").click()
  const prompt = page.getByRole("alertdialog")
  await prompt.getByText(`Cleo ${family} lives in “${family}”.`).waitFor()
  await prompt.getByRole("button", { name: "Cancel" }).click()
  await page.getByText(`Cleo ${family} stays where they live.`).waitFor()
  await button("Add member").click()
  await prompt.getByRole("button", { name: "Move" }).click()
  await page.getByText(`Cleo ${family} lives in “${neighbours}” now.`).waitFor()
  await line(`Cleo ${family}`).waitFor()
  await open(`/memberships/households?q=${family}`)
  await page
    .getByRole("row")
    .filter({ hasText: `Anna ${family}` })
    .getByText("1 member")
    .waitFor()
})

test("PEOPLE-2: the last guardian can be neither removed nor demoted; a dependent can be removed", async () => {
  const { page } = studio
  await open(`/memberships/households?q=${neighbours}`)
  await page.getByRole("row").filter({ hasText: neighbours }).click()
  const guardian = line(`Zoe ${neighbours}`)
  await chooseMenu(`Actions for Zoe ${neighbours}`, "No longer a guardian")
  await guardian.getByRole("alert").getByText("A household needs at least one guardian").waitFor()
  await guardian.getByText("Guardian", { exact: true }).waitFor()
  await chooseMenu(`Actions for Cleo ${family}`, "Make guardian")
  await line(`Cleo ${family}`).getByRole("alert").getByText("A guardian is a customer").waitFor()
  await chooseMenu(`Actions for Zoe ${neighbours}`, "Remove from household")
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click()
  await guardian.getByRole("alert").getByText("would be left without a guardian").waitFor()

  await chooseMenu(`Actions for Cleo ${family}`, "Remove from household")
  await page.getByRole("alertdialog").getByText("stays a member").waitFor()
  await page.getByRole("alertdialog").getByRole("button", { name: "Remove" }).click()
  await page.getByText(`Cleo ${family} does not live in “${neighbours}” any more.`).waitFor()
  await line(`Cleo ${family}`).waitFor({ state: "detached" })
})

test("a household gets another new person and another name, and is dissolved", async () => {
  const { page } = studio
  const name = `Thal${mark}`
  const { household } = await householdOf(name, "Tina")
  await open(`/memberships/households/${household.id}`)
  await link("Add new person").click()
  await page.getByLabel("First name").fill("Tim")
  await button("Add person").click()
  await page.getByText("Tim is a member now.").waitFor()
  await line("Tim").waitFor()
  await chooseMenu("More actions", "Rename")
  await page.getByLabel("Name", { exact: true }).fill(`${name} und Berg`)
  await button("Save").click()
  await heading(`${name} und Berg`).waitFor()
  await chooseMenu("More actions", "Dissolve household")
  await page.getByRole("alertdialog").getByText("2 people stay members").waitFor()
  await button("Dissolve").click()
  await page.getByText(`Household “${name} und Berg” dissolved.`).waitFor()
  await heading("Households").waitFor()
  await open(`/memberships/members/${(await admin(`members?q=tina%20${name}`)).members[0].id}`)
  await page.getByText("Lives in no household.").waitFor()
})

test("PEOPLE-6: a member joins and leaves a household, is changed, and deleted with the seat they hold", async () => {
  const { page } = studio
  const { member } = await admin("members", { first_name: "Uwe", last_name: family })
  await open(`/memberships/members/${member.id}`)
  await link("Join a household").click()
  await choose("Household", family)
  await button("Join").click()
  await page.getByText(`Uwe ${family} lives in “${family}” now.`).waitFor()
  await link(`Anna ${family}`).waitFor()
  await chooseMenu(`Actions for ${family}`, "Leave household")
  await page.getByRole("alertdialog").getByRole("button", { name: "Leave household" }).click()
  await page.getByText("Lives in no household.").waitFor()

  await chooseMenu("More actions", "Edit")
  await page.getByLabel("Phone").fill("+49 30 1234")
  await button("Save").click()
  await page.getByText("Changes to Uwe saved.").waitFor()
  await page.getByText("+49 30 1234").waitFor()
  await chooseMenu("More actions", "Delete")
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete" }).click()
  await page.getByText(`Uwe ${family} was deleted.`).waitFor()
  await heading("Members").waitFor()

  const sold = await buy({ first_name: "Vera", last_name: family, plan: "ten-classes", seats: ONE_SEAT })
  await open(`/memberships/members?q=vera%20${family}`)
  await page.getByRole("row").filter({ hasText: "Ten classes" }).click()
  await link(`Ten classes #${sold.display_id}`).waitFor()
  await chooseMenu("More actions", "Delete")
  const question = page.getByRole("alertdialog")
  await question.getByText(`Ten classes #${sold.display_id}`).waitFor()
  await question.getByText(/^Last day: /).waitFor()
  await question.getByRole("button", { name: "Delete" }).click()
  await page.getByText(`Vera ${family} was deleted.`).waitFor()
  const { membership } = await admin(`memberships/${sold.id}`)
  assert.equal(membership.status, "canceled")
  assert.equal(membership.seats[0].holders[0].member.first_name, "Deleted member")
})

test("PEOPLE-5: who ages out is listed, and what is not there says so", async () => {
  const { page } = studio
  await open("/memberships/members")
  await link("Ages out").click()
  await heading("Ages out").waitFor()
  await page.getByText("in the next 90 days").waitFor()
  await open("/memberships/members/mmemb_none")
  await page.getByText("There is no such member").waitFor()
  await link("All members").click()
  await heading("Members").waitFor()
  await open("/memberships/households/mhous_none")
  await page.getByText("There is no such household").waitFor()
})

test("the German pages are German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`/memberships/members?q=anna%20${family}`)
  await heading("Mitglieder").waitFor()
  await page
    .getByRole("row")
    .filter({ hasText: `Anna ${family}` })
    .click()
  await heading("Erfüllte Einstufungen").waitFor()
  await page.getByText("Erziehungsberechtigt", { exact: true }).waitFor()
  await link(family).click()
  await heading("Wer hier wohnt").waitFor()
  await chooseMenu(`Aktionen für Anna ${family}`, "Nicht mehr erziehungsberechtigt")
  await page.getByRole("alert").getByText("braucht eine erziehungsberechtigte Person").waitFor()
  await open("/memberships/households/create")
  await heading("Haushalt anlegen").waitFor()
  await button("Haushalt anlegen").click()
  await page.getByText("braucht mindestens eine erziehungsberechtigte Person").waitFor()
})
