// Staff name the categories of people that price charts and proofs are about.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const LIST = "/settings/membership-classifications"
const unique = (word) => `${word} ${randomBytes(4).toString("hex")}`
const open = async (route) => studio.page.goto(adminUrl(route))
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const field = (name) => studio.page.getByRole("dialog").getByLabel(name)
const said = async (text) => studio.page.getByText(text, { exact: true }).first().waitFor()
const row = (name) => studio.page.getByRole("row").filter({ hasText: name })
const stored = async (name) =>
  (await admin(`membership-classifications?q=${encodeURIComponent(name)}`)).membership_classifications.find(
    (each) => each.name === name
  )

async function chooseAction(name, action) {
  await button(`More actions: ${name}`).click()
  await studio.page.getByRole("menuitem", { name: action, exact: true }).click()
}

test("PEOPLE-3: Settings leads to the classifications, with their ages and whether a proof is needed", async () => {
  const { page } = studio
  await open("/settings/store")
  await page.getByRole("link", { name: "Classifications", exact: true }).click()
  await heading("Classifications").waitFor()
  assert.match(page.url(), /\/settings\/membership-classifications$/)
  const adult = page.getByRole("row").filter({ has: page.getByRole("cell", { name: "Adult", exact: true }) })
  await adult.getByRole("cell", { name: "From 18", exact: true }).waitFor()
  const child = page
    .getByRole("row")
    .filter({ has: page.getByRole("cell", { name: "Young child", exact: true }) })
  await child.getByRole("cell", { name: "5–8", exact: true }).waitFor()
  await child.getByRole("cell", { name: "Not needed", exact: true }).waitFor()
})

test("PEOPLE-3: a classification needs only a name; a maximum below the minimum and a taken name are said at the field", async () => {
  const { page } = studio
  const name = unique("Student")
  await open(LIST)
  await page.getByRole("link", { name: "Create", exact: true }).click()
  await heading("Add a classification").waitFor()
  await button("Add classification").click()
  await said("This has to be filled in.")

  await field("Name").fill("Adult")
  await field(/^Minimum age/).fill("30")
  await field(/^Maximum age/).fill("16")
  await button("Add classification").click()
  await said("The maximum age is below the minimum age.")
  await field(/^Minimum age/).fill("16")
  await field(/^Maximum age/).fill("30")
  await button("Add classification").click()
  await said("There already is a classification “Adult”. Choose another name.")
  assert.equal(await field("Name").getAttribute("aria-invalid"), "true")

  await field("Name").fill(name)
  await page.getByRole("switch", { name: "A proof is needed" }).click()
  await button("Add classification").click()
  await said(`Classification “${name}” added.`)
  await heading("Add a classification").waitFor({ state: "detached" })
  const { min_age, max_age, requires_proof, description } = await stored(name)
  assert.deepEqual(
    { min_age, max_age, requires_proof, description },
    { min_age: 16, max_age: 30, requires_proof: true, description: null }
  )

  await open(`${LIST}?q=${encodeURIComponent(name)}`)
  await row(name).getByRole("cell", { name: "16–30", exact: true }).waitFor()
  await row(name).getByRole("cell", { name: "Needed", exact: true }).waitFor()
})

test("PEOPLE-3: a classification is changed in a drawer, which says what that means; blank ages are no limit", async () => {
  const { page } = studio
  const name = unique("Teen")
  await admin("membership-classifications", { name, min_age: 13, max_age: 19 })
  await open(`${LIST}?q=${encodeURIComponent(name)}`)
  await row(name).getByRole("cell", { name: "13–19", exact: true }).click()
  await heading("Edit classification").waitFor()
  await page.getByText(/finalized and published versions too/).waitFor()
  assert.equal(await field("Name").inputValue(), name)
  await field(/^Maximum age/).fill("")
  await field(/^Description/).fill("Ask for the school card.")
  await button("Save").click()
  await said(`Classification “${name}” saved.`)
  await row(name).getByRole("cell", { name: "From 13", exact: true }).waitFor()
  await row(name).getByText("Ask for the school card.").waitFor()
  const { min_age, max_age } = await stored(name)
  assert.deepEqual({ min_age, max_age }, { min_age: 13, max_age: null })
})

test("unsaved changes are not lost silently", async () => {
  const { page } = studio
  await open(`${LIST}/create`)
  await field("Name").fill(unique("Half"))
  await page.keyboard.press("Escape")
  await page.getByRole("alertdialog").getByRole("button", { name: "Cancel", exact: true }).click()
  await heading("Add a classification").waitFor()
})

test("a classification that a price chart names cannot be deleted; another one can", async () => {
  const { page } = studio
  const name = unique("Guest")
  await admin("membership-classifications", { name })
  await open(`${LIST}?q=${encodeURIComponent(name)}`)
  await row(name).getByRole("cell", { name: "Any age", exact: true }).waitFor()
  await chooseAction(name, "Delete")
  await page.getByText(`Delete “${name}”?`).waitFor()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click()
  await said(`Classification “${name}” deleted.`)
  await said("No classification matches")
  assert.equal(await stored(name), undefined)

  await open(`${LIST}?q=Senior`)
  await chooseAction("Senior", "Delete")
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click()
  await said("“Senior” is in use")
  await page.getByText(/look at the versions under Plans/).waitFor()
  await row("Senior").first().waitFor()
})

test("an id that there is not says so; what cannot be loaded can be tried again", async () => {
  const { page } = studio
  await open(`${LIST}/edit/mclas_none`)
  await said("There is no such classification")
  await page.route("**/admin/membership-classifications?**", (route) =>
    route.fulfill({ status: 500, json: { message: "no" } })
  )
  await open(LIST)
  await button("Try again").waitFor()
  await page.unroute("**/admin/membership-classifications?**")
  await button("Try again").click()
  await row("Young child").waitFor()
})

test("the German interface is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(LIST)
  await heading("Einstufungen").waitFor()
  await row("Young child").getByRole("cell", { name: "Nicht nötig", exact: true }).waitFor()
  await page.getByRole("link", { name: "Anlegen", exact: true }).click()
  await heading("Einstufung anlegen").waitFor()
  await field("Name").fill("Adult")
  await button("Einstufung anlegen").click()
  await said("Dieser Name ist schon vergeben; wählen Sie einen anderen.")
})
