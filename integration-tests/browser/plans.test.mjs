// Staff set up what the studio sells: each of the five usual plans, what is missing before one can be sold, and its end.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const own = randomBytes(3).toString("hex")
const nameOf = (name) => `${name} ${own}`

const open = async (route) => studio.page.goto(adminUrl(route))
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const link = (name) => studio.page.getByRole("link", { name, exact: true })
const field = (name) => studio.page.getByLabel(name, { exact: true })
const choose = (name) => studio.page.getByRole("radio", { name, exact: true }).click()
const row = (name) => studio.page.getByRole("row").filter({ hasText: name })

const planOf = async (name) => {
  const { membership_plans } = await admin(`membership-plans?q=${encodeURIComponent(name)}`)
  return membership_plans.find((plan) => plan.name === name)
}

const newPlan = async (body) =>
  (await admin("membership-plans", { kind: "membership", audience: "individual", ...body })).membership_plan

/** A first version with one price in every currency of the plan. */
async function draftChart(plan_id, amount = 40) {
  const { studio: facts } = await admin("membership-studio")
  const prices = facts.currency_codes.map((currency_code) => ({ currency_code, amount }))
  const { price_chart } = await admin(`membership-plans/${plan_id}/price-charts`, {})
  await admin(`price-charts/${price_chart.id}`, { rows: [{ label: "One person", prices }] })
  return price_chart.id
}

async function publishedPlan(body) {
  const plan = await newPlan({ status: "active", ...body })
  const chart_id = await draftChart(plan.id)
  await admin(`price-charts/${chart_id}/finalize`, {})
  await admin(`price-charts/${chart_id}/publish`, {})
  return plan
}

/** Steps one and two: the usual case, and its own name. */
async function beginPlan(usual, name) {
  const { page } = studio
  await open("/memberships/plans")
  await link("Create plan").first().click()
  await heading("What do you want to sell?").waitFor()
  await choose(usual)
  await button("Continue").click()
  await heading("Details").waitFor()
  await field("Name").fill(name)
  return page
}

const pricesOf = (group) => studio.page.getByRole("group", { name: group, exact: true })

/** Every price of one row; the studio sells in euros and dollars. */
async function fillPrices(group, eur, usd) {
  await group.getByLabel("EUR", { exact: true }).fill(eur)
  await group.getByLabel("USD", { exact: true }).fill(usd)
}

async function sellAtOnce(name) {
  await choose("Put it on sale at once")
  await button("Create plan").click()
  await heading(name).waitFor()
  await studio.page.getByText(`${name} is on sale.`).waitFor()
  await heading("On sale").waitFor()
  const plan = await planOf(name)
  assert.equal(plan.sellability.sellable, true)
  return plan
}

test("PLAN-2: the usual unlimited membership is made and on sale in three steps", async () => {
  const name = nameOf("Unlimited")
  await beginPlan("Unlimited membership", name)
  await field("Billed every").fill("")
  await button("Continue").click()
  await studio.page.getByText("This has to be filled in.").waitFor()
  await field("Billed every").fill("3")
  await button("Continue").click()
  await heading("Prices").waitFor()
  await choose("Put it on sale at once")
  await button("Create plan").click()
  await studio.page.getByText("Set a price; zero is a price.").first().waitFor()
  await fillPrices(pricesOf("Price"), "49,50", "55")
  await fillPrices(pricesOf("Joining fee"), "10", "")
  const plan = await sellAtOnce(name)
  assert.deepEqual(plan.billing, { type: "recurring", interval: "month", interval_count: 3 })
  assert.deepEqual(plan.signup_fee, [{ currency_code: "eur", amount: 10 }])
  assert.equal(plan.currency_codes, null)
})

test("PLAN-4: the usual class pack gives its classes once and ends within a year", async () => {
  const name = nameOf("Pack")
  await beginPlan("Class pack", name)
  await field("Classes").fill("20")
  await studio.page.getByRole("checkbox", { name: "USD" }).click()
  await button("Continue").click()
  await heading("Prices").waitFor()
  await pricesOf("Price").getByLabel("EUR", { exact: true }).fill("180")
  const plan = await sellAtOnce(name)
  assert.equal(plan.kind, "credit_pack")
  assert.equal(plan.entitlement.credits, 20)
  assert.deepEqual(plan.validity, { count: 12, unit: "month" })
  assert.deepEqual(plan.currency_codes, ["eur"])
})

test("PLAN-8: the usual introductory offer has its limits, its look-back, and leads to a plan", async () => {
  const name = nameOf("Trial")
  const { page } = studio
  const next = await newPlan({ name: nameOf("After the trial") })
  await beginPlan("Introductory offer", name)
  await page.getByLabel(/^Counts as new again after/).fill("365")
  const converts = page.getByRole("combobox", { name: "Leads to the plan" })
  await converts.click()
  await converts.fill(next.name)
  await page.getByRole("option", { name: next.name }).click()
  await page.getByLabel("How it leads there").click()
  await page.getByRole("option", { name: /By itself/ }).click()
  await button("Continue").click()
  await heading("Prices").waitFor()
  await fillPrices(pricesOf("Price"), "19", "22")
  const plan = await sellAtOnce(name)
  assert.deepEqual(plan.introductory_offer, {
    new_customers_only: true,
    look_back_days: 365,
    limit_per_customer: 1,
    limit_per_household: 1,
    converts_to_plan_id: next.id,
    conversion: "automatic",
  })
})

test("PLAN-9: the usual family plan asks for two adults and takes children, each with a price", async () => {
  const name = nameOf("Family")
  await beginPlan("Family membership", name)
  await studio.page.getByRole("textbox", { name: /^Terms/ }).fill("Be kind.")
  await button("Continue").click()
  await heading("Prices").waitFor()
  for (const [number, eur] of [
    [1, "59"],
    [2, "49"],
    [3, "0"],
  ]) {
    const seat = pricesOf(`Seat ${number}`)
    await seat.getByText(number < 3 ? "For: Adult" : "For: Child", { exact: true }).waitFor()
    await fillPrices(seat, eur, eur)
  }
  const plan = await sellAtOnce(name)
  assert.equal(plan.audience, "household")
  const { price_charts } = await admin(`membership-plans/${plan.id}/price-charts`)
  const rows = price_charts[0].rows.map(({ label, required, unlimited }) => [label, required, unlimited])
  assert.deepEqual(rows, [
    ["First adult", true, false],
    ["Second adult", true, false],
    ["Each child", false, true],
  ])
  assert.equal((await admin(`membership-plans/${plan.id}`)).membership_plan.terms.text, "Be kind.")
})

test("PLAN-9: the usual company plan is saved as a draft, and loses nothing when it is left by mistake", async () => {
  const name = nameOf("Company")
  const { page } = studio
  await beginPlan("Company membership", name)
  await page.keyboard.press("Escape")
  const prompt = page.getByRole("alertdialog")
  await prompt.getByRole("button", { name: "Cancel" }).click()
  // It has a button to continue as well, which leaves the form.
  await prompt.waitFor({ state: "detached" })
  await button("Continue").click()
  await heading("Prices").waitFor()
  for (const number of [1, 2, 3]) await fillPrices(pricesOf(`Seat ${number}`), "39", "45")
  await button("Create plan").click()
  await page.getByText(`${name} is saved as a draft.`).waitFor()
  await page.getByText("Version 1 of its price chart is a draft: finalize and publish it.").waitFor()
  assert.equal((await planOf(name)).audience, "corporate")
})

test("a price that the server refuses later loses nothing: the plan is there, and says what is missing", async () => {
  const name = nameOf("Half done")
  const { page } = studio
  await beginPlan("Unlimited membership", name)
  await button("Continue").click()
  await heading("Prices").waitFor()
  await fillPrices(pricesOf("Price"), "30", "35")
  await choose("Put it on sale at once")
  await page.route("**/publish", (route) =>
    route.fulfill({ status: 500, json: { message: "The wire broke." } })
  )
  await button("Create plan").click()
  await heading(name).waitFor()
  await page.getByText("Its prices are finalized, but not published: The wire broke.").waitFor()
  await page.unroute("**/publish")
  await page.getByText("Version 1 of its price chart is finalized, but not published.").waitFor()
  await page.getByText("2 things are missing.").waitFor()
})

test("CHART-1, PLAN-14: the checklist of a draft without prices goes down to zero, and the plan can be sold", async () => {
  const { page } = studio
  const plan = await newPlan({ name: nameOf("Checklist") })
  await open("/memberships/plans")
  await row(plan.name).getByText("2 things missing").waitFor()
  await link(plan.name).click()
  await heading("Before it can be sold").waitFor()
  await page.getByText("2 things are missing.").waitFor()
  await page.getByText("It has no prices yet.").waitFor()
  await link("Make a price chart").click()
  await page.waitForURL(new RegExp(`/memberships/plans/${plan.id}/prices`))

  const chart_id = await draftChart(plan.id)
  await open(`/memberships/plans/${plan.id}`)
  await page.getByText("Version 1 of its price chart is a draft: finalize and publish it.").waitFor()
  await admin(`price-charts/${chart_id}/finalize`, {})
  await page.reload()
  await page.getByText("Version 1 of its price chart is finalized, but not published.").waitFor()
  await admin(`price-charts/${chart_id}/publish`, {})
  await page.reload()
  await page.getByText("1 thing is missing.").waitFor()
  await button("Set active").click()
  await page.getByText(`${plan.name} is active.`).waitFor()
  await heading("On sale").waitFor()
  await page.getByText("Customers can buy this plan now.").waitFor()
})

test("PLAN-14: archiving says what happens to the members; the plan can come back, and is not deleted", async () => {
  const { page } = studio
  const plan = await publishedPlan({ name: nameOf("Sold out") })
  await buy({
    plan: plan.handle,
    first_name: "Sold",
    last_name: "Out",
    seats: [{ classification_id: null, count: 1 }],
  })
  await open(`/memberships/plans/${plan.id}`)
  await heading("On sale").waitFor()
  const menu = async (item) => {
    await button("What to do with this plan").click()
    await page.getByRole("menuitem", { name: item, exact: true }).click()
  }
  const prompt = page.getByRole("alertdialog")
  await menu("Archive")
  await prompt.getByText("1 membership goes on unchanged; nobody new can buy it.").waitFor()
  await prompt.getByRole("button", { name: "Archive", exact: true }).click()
  await page.getByText(`${plan.name} is archived.`).waitFor()
  await heading("Off sale").waitFor()
  const { memberships } = await admin(`memberships?plan_id=${plan.id}`)
  assert.equal(memberships[0].status, "pending")

  await menu("Put back on sale")
  await prompt.getByRole("button", { name: "Put back on sale", exact: true }).click()
  await heading("On sale").waitFor()

  await menu("Delete")
  await prompt.getByText(/^It was sold 1 time, so that it cannot be deleted/).waitFor()
  await prompt.getByRole("button", { name: "Cancel", exact: true }).click()

  await link("Show all").click()
  await row("Sold Out").waitFor()
  assert.deepEqual(JSON.parse(new URL(page.url()).searchParams.get("plan_id")), [plan.id])
})

test("PLAN-14: a plan that was never sold is deleted after a question", async () => {
  const { page } = studio
  const plan = await newPlan({ name: nameOf("Mistake") })
  await open(`/memberships/plans/${plan.id}`)
  await heading(plan.name).waitFor()
  await button("What to do with this plan").click()
  await page.getByRole("menuitem", { name: "Delete", exact: true }).click()
  await page.getByRole("alertdialog").getByRole("button", { name: "Delete", exact: true }).click()
  await page.getByText(`${plan.name} was deleted.`).waitFor()
  await heading("Plans").waitFor()
  await row("Mistake").waitFor({ state: "detached" })
  await open(`/memberships/plans/${plan.id}`)
  await page.getByText("There is no such plan").waitFor()
})

test("PLAN-16: the revenue category of two plans is set at once, and taken away again", async () => {
  const { page } = studio
  const [first, second] = [nameOf("First of two"), nameOf("Second of two")]
  const plans = [await newPlan({ name: first }), await newPlan({ name: second })]
  const category = nameOf("Courses")
  const selectBoth = async () => {
    await page.getByRole("checkbox", { name: `Select ${first}` }).click()
    await page.getByRole("checkbox", { name: `Select ${second}` }).click()
    const bar = page.getByRole("toolbar")
    await bar.getByText("2 plans selected").waitFor()
    await bar.getByRole("button", { name: /^Revenue category/ }).click()
  }
  const drawer = page.getByRole("dialog")
  await open("/memberships/plans")
  await selectBoth()
  const combobox = drawer.getByRole("combobox", { name: "Revenue category" })
  await combobox.click()
  await combobox.fill(category)
  await page.getByRole("option", { name: new RegExp(category) }).click()
  await drawer.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByText(`2 plans: revenue category ${category}`).waitFor()
  await row(first).getByText(category).waitFor()
  for (const { id } of plans) {
    assert.equal((await admin(`membership-plans/${id}`)).membership_plan.revenue_category, category)
  }
  await selectBoth()
  await drawer.getByRole("button", { name: "Save", exact: true }).click()
  await page.getByText("2 plans: no revenue category").waitFor()
  await row(first).getByText(category).waitFor({ state: "detached" })
})

test("PLAN-16: filters stand in the address and survive a reload", async () => {
  const { page } = studio
  const plan = await newPlan({ name: nameOf("Filtered"), audience: "corporate" })
  await open("/memberships/plans")
  await row(plan.name).waitFor()
  const filters = new URLSearchParams({ status: '["draft"]', audience: '["corporate"]', recurring: '"true"' })
  await open(`/memberships/plans?${filters.toString()}`)
  await row(plan.name).waitFor()
  await row("Ten classes").waitFor({ state: "detached" })
  await page.reload()
  await row(plan.name).waitFor()
  await page
    .getByRole("button", { name: /Status/ })
    .first()
    .waitFor()
  await open(`/memberships/plans?q=nothing-is-called-so`)
  await page.getByText("No plan matches").waitFor()
})

test("SALE-11: the preview shows what a storefront gets, also of a draft, and says that nobody sees it yet", async () => {
  const { page } = studio
  const plan = await publishedPlan({ name: nameOf("Previewed"), status: "draft", terms: "Be kind." })
  await open(`/memberships/plans/${plan.id}`)
  await link("Preview").click()
  const preview = page.getByRole("dialog")
  await preview.getByText("Customers cannot see this plan yet: it is a draft.").waitFor()
  await preview.getByText("€40.00").first().waitFor()
  await preview.getByText("Be kind.").waitFor()
  await preview.getByLabel("Currency").click()
  await page.getByRole("option", { name: "USD" }).click()
  await preview.getByText("$40.00").first().waitFor()
  await page.keyboard.press("Escape")
  await button("Set active").click()
  await heading("On sale").waitFor()
  await link("Preview").click()
  await preview.getByText("Customers see this plan.").waitFor()
})

test("the German list and detail are German", async () => {
  const { page } = studio
  const plan = await newPlan({ name: nameOf("Deutsch") })
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await open("/memberships/plans")
  await heading("Tarife").waitFor()
  await row(plan.name).getByText("Entwurf", { exact: true }).waitFor()
  await row(plan.name).getByText("2 Punkte fehlen").waitFor()
  await row(plan.name).getByText("Monatlich").waitFor()
  await link(plan.name).click()
  await heading("Bevor er verkauft werden kann").waitFor()
  await page.getByText("Er hat noch keine Preise.").waitFor()
  await button("Aktiv setzen").waitFor()
  await heading("Preisliste").waitFor()
})
