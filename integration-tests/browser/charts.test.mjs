// Staff set the prices of a plan: a price chart is built by clicking and by keyboard, finalized, published and put back.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { before, test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, card, studioPage, studioUrl } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1000 })

/** The rows of `FAMILY_CHART` in src/domain/charts/examples.ts, as the seed has stored them (CHART-11 a). */
let family
before(async () => {
  const { membership_plans } = await admin(`membership-plans?handle=${card.family_plan_handle}&fields=id`)
  const charts = await chartsOf(membership_plans[0].id)
  family = charts.find(({ version }) => version === 1).rows
})

const chartsOf = async (plan_id) => (await admin(`membership-plans/${plan_id}/price-charts`)).price_charts
const rowsOf = async (plan_id) => (await chartsOf(plan_id))[0].rows

async function createPlan(fields = {}) {
  const name = `Prices ${randomBytes(4).toString("hex")}`
  const plan = { name, kind: "membership", audience: "household", currency_codes: ["eur", "usd"], ...fields }
  return (await admin("membership-plans", plan)).membership_plan
}

/** A version with these rows, as far as `until`. */
async function createVersion(plan_id, rows, until = "draft") {
  const { price_chart } = await admin(`membership-plans/${plan_id}/price-charts`, {})
  await admin(`price-charts/${price_chart.id}`, { rows })
  if (until !== "draft") await admin(`price-charts/${price_chart.id}/finalize`, {})
  if (until === "published") await admin(`price-charts/${price_chart.id}/publish`, {})
  return price_chart
}

const row = (label, amount, rest = {}) => ({ label, prices: [{ currency_code: "eur", amount }], ...rest })

/** What a chart says, without ids and dates. */
const contentOf = (rows) =>
  rows.map(({ label, classification_id, required, unlimited, prices, tax_rate }) => ({
    ...{ label, classification_id, required, unlimited, tax_rate },
    prices: Object.fromEntries(prices.map(({ currency_code, amount }) => [currency_code, amount])),
  }))

const pricesPath = ({ id }) => `/memberships/plans/${id}/prices`
const open = async (route) => studio.page.goto(adminUrl(route))
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const cell = (column, position) => studio.page.getByLabel(`${column}, row ${position}`, { exact: true })
const said = async (text) => studio.page.getByText(text, { exact: true }).first().waitFor()
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const versionLink = (version) =>
  studio.page.getByRole("navigation", { name: "Versions" }).getByRole("link", { name: `Version ${version} ` })
const prompt = () => studio.page.getByRole("alertdialog")
const inPrompt = (name) => prompt().getByRole("button", { name, exact: true })

async function fillRow(position, { label, classification, required, unlimited, prices }) {
  await cell("Label", position).fill(label)
  await cell("For", position).focus()
  await cell("For", position).selectOption({ label: classification.name })
  if (required) await cell("Required", position).click()
  if (unlimited) await cell("Unlimited", position).click()
  for (const { currency_code, amount } of prices)
    await cell(`Price ${currency_code.toUpperCase()}`, position).fill(String(amount))
}

test("CHART-2, CHART-11: the family chart is built by clicking, and stored as it should be", async () => {
  const { page } = studio
  const plan = await createPlan()
  await open(`/memberships/plans/${plan.id}/prices`)
  await heading("No prices yet").waitFor()
  await button("Begin the first version").click()
  await heading("Version 1").waitFor()
  assert.match(page.url(), /\/prices\?version=1$/)
  assert.equal(await cell("Label", 1).getAttribute("placeholder"), "Default 1")
  assert.equal(await cell("Label", 2).getAttribute("placeholder"), "Default 2")
  assert.equal(await cell("Label", 3).count(), 0)

  // The fifth row is written fourth, and moved by its button; the last one first, and dragged down.
  const written = [
    family[0],
    family[1],
    family[2],
    family[4],
    family[3],
    family[8],
    family[5],
    family[6],
    family[7],
  ]
  for (const [index, each] of written.entries()) {
    if (index >= 2) await button("Add row").click()
    await fillRow(index + 1, each)
  }
  await page.getByRole("row", { name: /^4\+/ }).getByText("5–8", { exact: true }).waitFor()
  await button("Move row 5 up").click()
  await page.getByRole("rowheader", { name: "5+", exact: true }).waitFor()
  await drag(6, 9)
  await said("Fourth senior is row 9 of 9 now.")
  await said("Unsaved changes")
  await said("This version is complete and can be finalized.")
  await button("Save draft").click()
  await said("Version 1 saved.")
  await said("All changes saved")
  assert.deepEqual(contentOf(await rowsOf(plan.id)), contentOf(family))

  await page.reload()
  await heading("Version 1").waitFor()
  assert.equal(await cell("Label", 9).inputValue(), "Fourth senior")
  assert.equal(await cell("Price EUR", 5).inputValue(), "0.00")
})

/** With the pointer, as far as the other row. */
async function drag(from, to) {
  const { page } = studio
  const centre = async (position) => {
    const { y, height } = await page.locator(`tr[data-row="${position}"]`).boundingBox()
    return y + height / 2
  }
  const handle = await page.locator(`tr[data-row="${from}"] th svg`).boundingBox()
  await page.mouse.move(handle.x + 5, await centre(from))
  await page.mouse.down()
  await page.mouse.move(handle.x + 5, (await centre(from)) + 20, { steps: 5 })
  await page.mouse.move(handle.x + 5, (await centre(to)) + 5, { steps: 15 })
  await page.mouse.up()
}

/** Presses Tab until the focus is where it should be. */
async function tabTo(name, key = "Tab") {
  const { page } = studio
  const focused = () =>
    page.evaluate(() => {
      const { activeElement: element } = document
      return element.getAttribute("aria-label") ?? element.textContent.trim()
    })
  for (let presses = 0; presses < 80; presses++) {
    if ((await focused()) === name) return
    await page.keyboard.press(key)
  }
  assert.fail(`Tab does not come to "${name}"; the focus is at "${await focused()}".`)
}

test("CHART-11: the same chart by the keyboard alone, finalized by it too", async () => {
  const { page } = studio
  const plan = await createPlan()
  await open(pricesPath(plan))
  await heading("No prices yet").waitFor()
  await tabTo("Begin the first version")
  await page.keyboard.press("Enter")
  await heading("Version 1").waitFor()
  await tabTo("Label, row 1")
  const press = async (...keys) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  const type = (text) => page.keyboard.type(text)
  const typeRow = async ({ label, classification, required, unlimited, prices }) => {
    const amount = (code) => String(prices.find(({ currency_code }) => currency_code === code).amount)
    await type(label)
    await press("Tab")
    await type(classification.name)
    await press("Tab", ...(required ? ["Space"] : []))
    await press("Tab", ...(unlimited ? ["Space"] : []), "Tab")
    await type(amount("eur"))
    await press("Tab")
    await type(amount("usd"))
  }
  // The last two are written in the wrong order, and moved from within a price.
  const written = [...family.slice(0, 7), family[8], family[7]]
  for (const [index, each] of written.entries()) {
    await typeRow(each)
    if (index === 0) await press("ArrowDown")
    else if (index < 8) await press("Enter")
    // Row 2 was there from the beginning: back to its first cell.
    if (index === 0) await tabTo("Label, row 2", "Shift+Tab")
  }
  await press("Alt+ArrowUp")
  await said("Third senior is row 8 of 9 now.")
  assert.equal(await cell("Price USD", 8).evaluate((input) => input === document.activeElement), true)
  await press("ArrowUp")
  assert.equal(await cell("Price USD", 7).evaluate((input) => input === document.activeElement), true)
  await press("Control+s")
  await said("Version 1 saved.")
  assert.deepEqual(contentOf(await rowsOf(plan.id)), contentOf(family))

  await tabTo("Finalize", "Shift+Tab")
  await press("Enter")
  await prompt().getByText("It can never be changed again.").waitFor()
  await tabTo("Finalize")
  await press("Enter")
  await said("Version 1 is finalized. Publish it to sell by it.")
  assert.equal((await chartsOf(plan.id))[0].state, "finalized")
})

test("CHART-3: finalized and published, a version cannot be edited, neither here nor by the API", async () => {
  const { page } = studio
  const plan = await createPlan()
  const { id } = await createVersion(plan.id, contentOf(family).map(withPriceList))
  await open(`${pricesPath(plan)}?version=1`)
  await cell("Label", 1).fill("The first adult")
  await button("Finalize").click()
  await prompt().getByText("It can never be changed again.").waitFor()
  await prompt().getByText("Your unsaved changes are saved first.").waitFor()
  await inPrompt("Finalize").click()
  await page.getByText("This version is finalized and never changes again").waitFor()
  await page.getByRole("cell", { name: "The first adult" }).waitFor()
  assert.equal(await page.locator("main table input").count(), 0)
  await button("Publish").click()
  await prompt()
    .getByText("New sales are priced by version 1 from now on. The plan had no published prices before.")
    .waitFor()
  await inPrompt("Publish").click()
  await page.getByText("This version prices new sales and never changes again").waitFor()
  for (const name of ["Save draft", "Finalize", "Publish", "Add row", "Remove row 1"])
    assert.equal(await button(name).count(), 0, name)
  await assert.rejects(admin(`price-charts/${id}`, { rows: [row("Cheaper", 1)] }), /409.*chart_not_draft/)
  await page.reload()
  await page.getByRole("cell", { name: "The first adult" }).waitFor()
})

const withPriceList = ({ prices, ...rest }) => ({
  ...rest,
  prices: Object.entries(prices).map(([currency_code, amount]) => ({ currency_code, amount })),
})

test("CHART-3, CHART-8: a sale price and back; the prompt says what those already sold keep", async () => {
  const { page } = studio
  const plan = await createPlan({
    ...{ audience: "individual", currency_codes: ["eur"], status: "active" },
    ...{ billing: { type: "one_time" }, validity: { unit: "month", count: 1 } },
  })
  await createVersion(plan.id, [row("Regular", 40)], "published")
  await createVersion(plan.id, [row("Regular", 25)], "finalized")
  await buy({
    ...{ plan: plan.id, first_name: "Pia", last_name: "Preis" },
    seats: [{ classification_id: null, count: 1 }],
  })
  await open(pricesPath(plan))
  await versionLink(1).getByText("Sold 1 time").waitFor()
  await versionLink(2).getByText("Not sold yet").waitFor()
  await button("Publish").click()
  await prompt().getByText("New sales are priced by version 2 from now on.").waitFor()
  await prompt().getByText("1 membership sold by version 1 keeps its prices.").waitFor()
  await studio.screenshot("chart-publish")
  await inPrompt("Publish").click()
  await said("Version 2 is published. New sales are priced by it.")
  await versionLink(2).getByText("Published", { exact: true }).waitFor()
  await versionLink(1).click()
  await page.getByText("Last published").waitFor()
  await button("Publish again").click()
  await prompt().getByText("Nothing was sold by version 2.").waitFor()
  await inPrompt("Publish").click()
  await said("Version 1 is published. New sales are priced by it.")
  const states = (await chartsOf(plan.id)).map(({ version, state }) => [version, state])
  assert.deepEqual(states, [
    [2, "finalized"],
    [1, "published"],
  ])
})

test("CHART-9: what is missing stands at its cell, is counted, and leads there", async () => {
  const { page } = studio
  const plan = await createPlan()
  await createVersion(plan.id, [{ prices: [] }, row("Second", 10)])
  await open(`${pricesPath(plan)}?version=1`)
  await heading("3 things are missing before this version can be finalized").waitFor()
  const missing = page.getByText("Set a price; zero is one.", { exact: true })
  assert.equal(await missing.count(), 0, "a cell that nobody has been at says nothing yet")
  await cell("Price EUR", 1).click()
  await cell("Price USD", 1).click()
  await missing.waitFor()
  assert.equal(await cell("Price EUR", 1).getAttribute("aria-invalid"), "true")
  await button("Finalize").click()
  assert.equal(await missing.count(), 3)
  assert.equal(await prompt().count(), 0)
  assert.equal(await cell("Price EUR", 1).evaluate((input) => input === document.activeElement), true)
  await studio.screenshot("chart-problems")

  await button("Row 2, USD: Set a price; zero is one.").click()
  assert.equal(await cell("Price USD", 2).evaluate((input) => input === document.activeElement), true)
  await page.keyboard.type("0")
  await cell("Price EUR", 1).fill("49,5")
  await cell("Price USD", 1).fill("1,000")
  await cell("Price USD", 2).click()
  await page.getByText("Too many decimals; write thousands without a separator.", { exact: true }).waitFor()
  assert.equal(await cell("Price EUR", 1).inputValue(), "49.50")
  await button("Save draft").click()
  await said("Not saved: 1 cell has to be put right first.")
  await cell("Price USD", 1).fill("1,000.00")
  await cell("Tax %", 1).fill("120")
  await cell("Label", 1).click()
  await page.getByText("From 0 to 100, or blank.", { exact: true }).waitFor()
  await cell("Tax %", 1).fill("7,5")
  await said("This version is complete and can be finalized.")
  await button("Save draft").click()
  await said("Version 1 saved.")
  const [first, second] = contentOf(await rowsOf(plan.id))
  assert.deepEqual([first.label, first.prices, first.tax_rate], [null, { eur: 49.5, usd: 1000 }, 7.5])
  assert.deepEqual(second.prices, { eur: 10, usd: 0 })
})

test("CHART-5: an unlimited row that is not the last of its classification says so at once, and is not saved", async () => {
  const { page } = studio
  const plan = await createPlan({ currency_codes: ["eur"] })
  await createVersion(plan.id, [row("One", 20), row("Two", 10)])
  await open(`${pricesPath(plan)}?version=1`)
  await cell("Unlimited", 1).click()
  await page
    .getByText("An unlimited row is the last of its classification; move it down.", { exact: true })
    .waitFor()
  await page.getByRole("rowheader", { name: "1+", exact: true }).waitFor()
  await button("Save draft").click()
  await said("Not saved: 1 cell has to be put right first.")
  await page.keyboard.press("Alt+ArrowDown")
  await said("This version is complete and can be finalized.")
  await page.getByRole("rowheader", { name: "2+", exact: true }).waitFor()
  await button("Remove row 1").click()
  await said("Row 1 removed.")
  assert.equal(await cell("Label", 1).inputValue(), "One")
})

test("unsaved changes are never lost in silence: version, link, tab", async () => {
  const { page } = studio
  const plan = await createPlan({ currency_codes: ["eur"] })
  await createVersion(plan.id, [row("One", 20), row("Two", 10)], "finalized")
  await createVersion(plan.id, [row("One", 21), row("Two", 11)])
  await open(`${pricesPath(plan)}?version=2`)
  await cell("Label", 1).fill("Uno")
  await versionLink(1).click()
  await prompt().getByText("Save the changes to version 2?").waitFor()
  await studio.screenshot("chart-unsaved")
  await inPrompt("Stay here").click()
  await prompt().waitFor({ state: "detached" })
  assert.equal(await cell("Label", 1).inputValue(), "Uno")
  assert.match(page.url(), /version=2$/)

  await page.getByRole("link", { name: "Open plan" }).click()
  await inPrompt("Stay here").click()
  const closing = page.waitForEvent("dialog")
  const reloaded = page.reload({ timeout: 2_000 }).catch(() => undefined)
  const dialog = await closing
  assert.equal(dialog.type(), "beforeunload")
  await dialog.dismiss()
  await reloaded
  assert.equal(await cell("Label", 1).inputValue(), "Uno")

  await versionLink(1).click()
  await inPrompt("Save and leave").click()
  await heading("Version 1").waitFor()
  assert.equal((await rowsOf(plan.id))[0].label, "Uno")
  await versionLink(2).click()
  await cell("Label", 1).fill("Dos")
  await page.goBack()
  await inPrompt("Leave without saving").click()
  await heading("Version 1").waitFor()
  assert.equal((await rowsOf(plan.id))[0].label, "Uno")
})

test("CHART-2: a version is copied into a new draft, or begun blank; a draft is thrown away", async () => {
  const { page } = studio
  const plan = await createPlan({ currency_codes: ["eur"] })
  await createVersion(plan.id, [row("One", 20, { tax_rate: 7 }), row("Two", 10)], "finalized")
  await open(pricesPath(plan))
  await button("Copy into a new draft").click()
  await heading("Version 2").waitFor()
  await versionLink(2).getByText("From version 1").waitFor()
  assert.equal(await cell("Price EUR", 1).inputValue(), "20.00")
  assert.equal(await cell("Tax %", 1).inputValue(), "7")
  await cell("Price EUR", 1).fill("22")
  // What is unsaved goes into the copy only when it is saved first.
  await button("New version").click()
  await page.getByRole("menuitem", { name: "Copy of version 2" }).click()
  await inPrompt("Save and leave").click()
  await heading("Version 3").waitFor()
  assert.equal(await cell("Price EUR", 1).inputValue(), "22.00")
  await button("New version").click()
  await page.getByRole("menuitem", { name: "Blank" }).click()
  await heading("Version 4").waitFor()
  assert.equal(await cell("Price EUR", 1).inputValue(), "")

  await button("More actions").click()
  await page.getByRole("menuitem", { name: "Throw draft away" }).click()
  await prompt().getByText("Throw version 4 away?").waitFor()
  await inPrompt("Throw away").click()
  await said("Version 4 was thrown away.")
  await heading("Version 3").waitFor()
  assert.deepEqual(
    (await chartsOf(plan.id)).map(({ version }) => version),
    [3, 2, 1]
  )
  await open(`${pricesPath(plan)}?version=4`)
  await page.getByText("There is no version 4").waitFor()
})

test("two versions are compared side by side", async () => {
  const { page } = studio
  const plan = await createPlan({ currency_codes: ["eur"] })
  await createVersion(plan.id, [row("One", 20), row("Two", 10)], "published")
  await createVersion(plan.id, [row("One", 25), row("Two", 10)])
  await open(pricesPath(plan))
  await button("Compare versions").click()
  const dialog = page.getByRole("dialog", { name: "Compare two versions" })
  await dialog.getByText("1 row differs.").waitFor()
  await dialog.getByText("€25.00").waitFor()
  await dialog.getByLabel("Before").click()
  await page.getByRole("option", { name: "Version 2" }).click()
  await dialog.getByText("No difference", { exact: true }).waitFor()
  await dialog.getByRole("button", { name: "Close" }).click()
  await dialog.waitFor({ state: "detached" })
})

test("CHART-6: an individual plan's sale takes one row, so that none is required or unlimited", async () => {
  const { page } = studio
  const plan = await createPlan({ audience: "individual", currency_codes: ["eur"] })
  await createVersion(plan.id, [row("Adult", 20)])
  await open(pricesPath(plan))
  await page.getByText("A sale of this plan takes exactly one of these rows").waitFor()
  await cell("Label", 1).waitFor()
  assert.equal(await cell("Required", 1).count(), 0)
  assert.equal(await cell("Unlimited", 1).count(), 0)
  await cell("Label", 1).press("Control+Enter")
  await cell("Label", 2).fill("Student")
  await cell("Price EUR", 2).fill("12")
  await page.keyboard.press("Control+s")
  await said("Version 1 saved.")
})

test("what cannot be loaded says so, and a plan that there is not", async () => {
  const { page } = studio
  const plan = await createPlan()
  await page.route("**/price-charts?**", (route) => route.fulfill({ status: 500, json: { message: "no" } }))
  await open(pricesPath(plan))
  await button("Try again").waitFor()
  await page.unroute("**/price-charts?**")
  await button("Try again").click()
  await heading("No prices yet").waitFor()
  await open("/memberships/plans/mplan_none/prices")
  await page.getByText("There is no such plan").waitFor()
})

/** The dashboard keeps the language in both places. */
async function speak(language) {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: language, url: studioUrl }])
  await page.evaluate((lng) => localStorage.setItem("lng", lng), language)
}

test("the German interface writes amounts with a comma", async () => {
  const { page } = studio
  const plan = await createPlan({ currency_codes: ["eur"] })
  await createVersion(plan.id, [row("Eins", 20.5), { prices: [] }])
  await speak("de")
  await open(pricesPath(plan))
  await heading("Fassung 1").waitFor()
  const price = page.getByLabel("Preis EUR, Zeile 1")
  assert.equal(await price.inputValue(), "20,50")
  await button("Festschreiben").click()
  await page.getByText("Setzen Sie einen Preis; null ist einer.", { exact: true }).waitFor()
  await page.getByLabel("Preis EUR, Zeile 2").fill("0")
  await button("Festschreiben").click()
  await prompt().getByText("Fassung 1 festschreiben?").waitFor()
  await inPrompt("Abbrechen").click()
  await speak("en")
})
