// Staff try a price chart with people before they sell by it, and see what two versions have differently.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { before, test } from "node:test"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1200 })

let family
before(async () => {
  const { membership_plans } = await admin(`membership-plans?handle=${card.family_plan_handle}&fields=id`)
  family = membership_plans[0]
})

const button = (name) => studio.page.getByRole("button", { name, exact: true })
const said = async (text) => studio.page.getByText(text, { exact: true }).first().waitFor()
const text = async (locator) =>
  (await locator.allInnerTexts()).map((each) => each.replace(/\s+/g, " ").trim())

async function openFamily() {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/plans/${family.id}/prices?version=1`))
  await page.getByRole("heading", { name: "Try it", exact: true }).waitFor()
}

const seats = async () =>
  text(studio.page.getByRole("list", { name: "Seats", exact: true }).getByRole("listitem"))
const chips = async () =>
  text(studio.page.getByRole("list", { name: "People", exact: true }).getByRole("listitem"))

/** What one more seat of each classification costs. */
const nextPrices = async () => text(studio.page.getByLabel("One more seat costs").locator("> div"))

const FAMILY_SEATS = [
  "First adult Required Adult 1 · Row 1: every sale takes it For age 38: fits Adult €59.00",
  "Second adult Required Adult 2 · Row 2: every sale takes it For age 36: fits Adult €49.00",
  "First child Required Child 1 · Row 3: every sale takes it For age 6: fits Child €25.00",
]

test("CHART-7, CHART-12: two adults and a child of 6 get their seats, prices and what one more costs", async () => {
  const { page } = studio
  await openFamily()
  assert.deepEqual(await chips(), ["Adult, 38", "Adult, 36", "Child, 6"])
  assert.deepEqual(await seats(), FAMILY_SEATS)
  assert.deepEqual(await nextPrices(), [
    "Adult No more",
    "Child €15.00",
    "Young child €0.00",
    "Senior €35.00",
  ])
  await page.getByRole("status").getByText("3 seats, €133.00 before tax").waitFor({ state: "attached" })

  await page.getByLabel("Age", { exact: true }).fill("7")
  await page.keyboard.press("Enter")
  await page.getByRole("status").getByText("4 seats, €133.00 before tax").waitFor({ state: "attached" })
  assert.equal(
    (await seats())[3],
    "Child aged 5 to 8 Young child 1 · Row 5+: repeats for each further seat For age 7: fits Young child €0.00"
  )
  await page.getByLabel("Age", { exact: true }).fill("eleven")
  await button("Add person").click()
  await said("An age is a whole number from 0 to 130.")
})

test("CHART-12: whoever is missing, and whoever fits nothing, is said in plain words", async () => {
  const { page } = studio
  await openFamily()
  await button("Remove Adult, 36").click()
  await said("These people cannot buy this")
  await said("Adult: at least 2 seats are required, and only 1 of these people can take one.")
  assert.equal(await page.getByRole("list", { name: "Seats", exact: true }).count(), 0)

  await page.getByRole("tab", { name: "Seats", exact: true }).click()
  await button("One seat fewer: Adult").click()
  await said("Adult: at least 2 seats are required, not 1.")
  await button("One seat more: Adult").click()
  await button("One seat more: Adult").click()
  await said("Adult: at most 2 seats, not 3.")
  await button("One seat fewer: Adult").click()
  await button("One seat more: Child").click()
  await page.getByRole("status").getByText("4 seats, €148.00 before tax").waitFor({ state: "attached" })
  assert.equal((await seats())[3], "Further child Child 2 · Row 4+: repeats for each further seat €15.00")
})

test("CHART-4: each currency has its own prices", async () => {
  const { page } = studio
  await openFamily()
  await page.getByRole("combobox", { name: "Currency" }).click()
  await page.getByRole("option", { name: "USD", exact: true }).click()
  await page.getByRole("status").getByText("3 seats, $148.00 before tax").waitFor({ state: "attached" })
})

test("CHART-11: the average price per person is drawn as the group grows, and its table has the same figures", async () => {
  const { page } = studio
  await openFamily()
  await button("Show the average price").click()
  const picture = page.getByRole("img", {
    name: /^Average price per person from 3 seats \(€44\.33\) to 12 seats \(€25\.50\)$/,
  })
  await picture.waitFor()
  await picture.locator(".recharts-line-dot").first().waitFor()
  assert.equal(await picture.locator(".recharts-line-dot").count(), 10)
  await picture.getByText("Average per person (EUR)").waitFor()
  await picture.hover()
  await picture.getByText(/€\d+\.\d\d each/).waitFor()
  await button("Show as table").click()
  const rows = await text(page.getByRole("table", { name: "Average price per person" }).getByRole("row"))
  assert.equal(rows.length, 11)
  assert.deepEqual(rows.slice(1, 4), [
    "3 First child €133.00 €44.33",
    "4 Further child €148.00 €37.00",
    "5 Child aged 5 to 8 €148.00 €29.60",
  ])
  assert.equal(rows[10], "12 Further child €306.00 €25.50")
})

test("CHART-2: two versions are compared row by row, with what a price has moved", async () => {
  const { page } = studio
  const name = `Compared ${randomBytes(4).toString("hex")}`
  const { membership_plan: plan } = await admin("membership-plans", {
    ...{ name, kind: "membership", audience: "shared", currency_codes: ["eur"] },
  })
  const row = (label, amount, rest) => ({ label, prices: [{ currency_code: "eur", amount }], ...rest })
  const version = async (rows) => {
    const { price_chart } = await admin(`membership-plans/${plan.id}/price-charts`, {})
    await admin(`price-charts/${price_chart.id}`, { rows })
  }
  await version([row("One", 50), row("Two", 40), row("Three", 30)])
  await version([row("One", 50), row("Partner", 45, { required: true })])

  await page.goto(adminUrl(`/memberships/plans/${plan.id}/prices?version=2`))
  await button("Compare versions").click()
  const table = page.getByRole("table", { name: "Version 1 and Version 2, row by row" })
  await table.waitFor()
  await said("2 rows differ.")
  assert.deepEqual((await text(table.getByRole("row"))).slice(1), [
    "Row 2 Changed",
    "Label Two Partner",
    "Required No Yes",
    "Price in EUR €40.00 €45.00 €5.00 more (12.5%)",
    "Row 3 Removed",
    "Label Three –",
    "Classification Any –",
    "Required No –",
    "Unlimited No –",
    "Price in EUR €30.00 –",
    "Tax By region –",
  ])
  await page.getByRole("switch", { name: "Also show what is the same" }).click()
  await table.getByText("Row 1").waitFor()
  await table.getByText("Same", { exact: true }).waitFor()
})

test("the German preview is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.goto(adminUrl(`/memberships/plans/${family.id}/prices?version=1`))
  await page.getByRole("heading", { name: "Ausprobieren", exact: true }).waitFor()
  await page.getByText("Zeile 1: gehört zu jedem Verkauf").waitFor()
  await page.getByRole("tab", { name: "Plätze", exact: true }).click()
  await button("Ein Platz weniger: Adult").click()
  await said("Adult: mindestens 2 Plätze sind Pflicht, nicht 1.")
})
