// Staff set a common billing day, read on a plan what it means there, and sell the days up to it.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { after, before, test } from "node:test"
import { choosePlan } from "./choose-plan.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1100 })

const mark = randomBytes(3).toString("hex")
const name = `Joined ${mark}`
const weekly = `Weekly ${mark}`
const plans = {}
let customer

const settings = async (change) =>
  (await admin("membership-billing-settings", change)).membership_billing_settings
const onSale = async (title, interval) => {
  const { membership_plan: plan } = await admin("membership-plans", {
    ...{ name: title, kind: "membership", audience: "individual", proration: true, currency_codes: ["eur"] },
    ...{ billing: { type: "recurring", interval, interval_count: 1 }, renewal: { mode: "period_end" } },
  })
  const { price_chart } = await admin(`membership-plans/${plan.id}/price-charts`, {})
  const row = { label: "Adult", classification_id: null, required: false, unlimited: false }
  await admin(`price-charts/${price_chart.id}`, {
    rows: [{ ...row, prices: [{ currency_code: "eur", amount: 100 }] }],
  })
  await admin(`price-charts/${price_chart.id}/finalize`, {})
  await admin(`price-charts/${price_chart.id}/publish`, {})
  await admin(`membership-plans/${plan.id}`, { status: "active" })
  return plan.id
}

before(async () => {
  plans.monthly = await onSale(name, "month")
  plans.weekly = await onSale(weekly, "week")
  const email = `joined.${mark}@example.test`
  customer = (await admin("customers", { email, first_name: "Jo", last_name: `Joined${mark}` })).customer
})
after(async () => settings({ common_billing_day: null }))

const dialog = () => studio.page.getByRole("dialog")
const open = async (route) => studio.page.goto(adminUrl(route))

/** A day on which a monthly plan that is sold today has a shorter first period. */
async function anotherDay() {
  const { today } = (await admin("membership-studio")).studio
  return Number(today.slice(8)) === 1 ? 15 : 1
}

test("BILL-7: a day is set with the renewals, with what it means today; what no month has is refused", async () => {
  const { page } = studio
  const day = await anotherDay()
  await open("/settings/memberships")
  await page.getByText("None: each membership is billed from its own day", { exact: true }).waitFor()
  await open("/settings/memberships/renewals")
  const field = dialog().getByRole("spinbutton", { name: /^Common billing day/ })
  await field.fill("31")
  await dialog().getByRole("button", { name: "Save" }).click()
  await dialog().getByText("Write a whole number from 1 to 28: a day that every month has.").waitFor()
  await field.fill(String(day))
  await dialog()
    .getByText(/pays \d+ of \d+ days?, .*: [\d.]+% of the price\. From .* on it is the full price/)
    .waitFor()
  await dialog()
    .getByText(/^For example/)
    .scrollIntoViewIfNeeded()
  await studio.screenshot("billing-day-setting")
  await dialog().getByRole("button", { name: "Save" }).click()
  await page.getByText("Renewals saved.").waitFor()
  await page.getByText(`Day ${day} of the month, for plans that prorate`, { exact: true }).waitFor()
  assert.equal((await settings({})).common_billing_day, day)
})

test("BILL-7: a plan says whether it joins the common day, and if not, why", async () => {
  const { page } = studio
  const day = await anotherDay()
  await open(`/memberships/plans/${plans.monthly}`)
  await page
    .getByText(`Dues are prorated, at the sale up to the common billing day, day ${day} of the month`, {
      exact: true,
    })
    .waitFor()
  await open(`/memberships/plans/${plans.weekly}`)
  await page.getByText(/only plans by months or years join the common billing day$/).waitFor()
  await page.getByRole("button", { name: "Actions for Sale", exact: true }).click()
  await page.getByRole("menuitem", { name: "Edit", exact: true }).click()
  await dialog()
    .getByText(/Only plans by months or years join the common billing day\.$/)
    .waitFor()
  await dialog().getByRole("group", { name: "Every" }).getByRole("combobox").click()
  await page.getByRole("option", { name: /^month/i }).click()
  await dialog()
    .getByText(`The first dues are for the days until the common billing day, day ${day} of the month`, {
      exact: false,
    })
    .waitFor()
  await dialog().getByText("Prorate dues", { exact: true }).scrollIntoViewIfNeeded()
  await studio.screenshot("billing-day-plan")
})

test("BILL-7, MONEY-3: the wizard shows the days that are charged now and what follows, and the membership its day", async () => {
  const { page } = studio
  const day = await anotherDay()
  await open(`/memberships/sell?customer=${customer.id}`)
  await dialog().getByRole("heading", { name: "What do you sell?", exact: true }).waitFor()
  await choosePlan(page, name)
  await dialog().getByRole("status").filter({ hasText: name }).waitFor()
  const next = (label = "Continue") => dialog().getByRole("button", { name: label, exact: true }).click()
  await next()
  await dialog().getByRole("heading", { name: "For whom, and where?", exact: true }).waitFor()
  await next()
  await dialog().getByRole("heading", { name: "Which seats?", exact: true }).waitFor()
  await dialog().getByText("Total now").waitFor()
  await next()
  await dialog().getByRole("heading", { name: "Look at everything once more", exact: true }).waitFor()
  const sentence = dialog().getByText(/^Charged now: \d+ of \d+ days?, .* A full period costs €100\.00\.$/)
  await sentence.waitFor()
  await studio.screenshot("billing-day-sale")
  const [, days, of] = /Charged now: (\d+) of (\d+)/.exec(await sentence.textContent())
  await dialog()
    .getByText(/^Next charge: €(100|119)\.00 on /)
    .waitFor()
  await next("Sell")
  await page.waitForURL(/\/memberships\/mship_/)
  await page.getByText(`Renews on the common billing day, day ${day} of the month`, { exact: true }).waitFor()
  await page.getByText(new RegExp(`^With the sale ${days} of ${of} days?, `)).waitFor()
  await studio.screenshot("billing-day-membership")
  const { memberships } = await admin(`memberships?limit=1&customer_id=${customer.id}`)
  const { membership } = await admin(`memberships/${memberships[0].id}`)
  assert.equal(Number(membership.anchor_on.slice(8)), day)
  const { order } = await admin(`orders/${membership.order_id}?fields=items.unit_price`)
  assert.equal(order.items[0].unit_price, Math.round((10_000 * Number(days)) / Number(of)) / 100)
})

test("the German interface is German", async () => {
  const { page } = studio
  const day = await anotherDay()
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`/memberships/plans/${plans.monthly}`)
  await page
    .getByText(
      `Beiträge werden anteilig berechnet, beim Verkauf bis zum gemeinsamen Abrechnungstag, Tag ${day} des Monats`
    )
    .waitFor()
  await open("/settings/memberships/renewals")
  await dialog()
    .getByText(/Wer heute einen Monatstarif kauft, zahlt/)
    .scrollIntoViewIfNeeded()
  await dialog()
    .getByText(
      /zahlt \d+ von \d+ Tagen, .* des Preises\. Ab .* ist es der volle Preis, jeden Monat am gleichen Tag\.$/
    )
    .waitFor()
  await studio.screenshot("billing-day-setting-german")
})
