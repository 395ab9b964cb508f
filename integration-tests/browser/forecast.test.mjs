// What happens next: of a membership, of a customer and of the studio, with its money, and nothing changed (REPORT-3).
import assert from "node:assert/strict"
import { after, test } from "node:test"
import { chargesOf, daysAgo, run, subscribe } from "./renewing.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const dialog = () => studio.page.getByRole("dialog")
const eur = (amount) => new Intl.NumberFormat("en-US", { style: "currency", currency: "EUR" }).format(amount)
const NAME = "Friederike-Wilhelmina"
const OTHER_NAME = "Adelheid-Rosamunde"

after(() => admin("studio-clock", { release: true }))

let sold

test("REPORT-3: beside a membership, the renewal is told with its day, its money and why, and is then charged just so", async () => {
  const { page } = studio
  sold = await daysAgo(20, () => subscribe({ first_name: NAME, last_name: "Foreseen", card: "paid" }))
  const { happenings } = await admin(
    `membership-forecast?${await inDays(30)}&membership_id=${sold.id}&kind=charge`
  )
  const [{ day, charge }] = happenings
  await page.goto(adminUrl(`/memberships/${sold.id}`))
  await page.getByRole("link", { name: "What happens next" }).press("Enter")
  await dialog().getByRole("heading", { name: "What happens next" }).waitFor()
  const list = dialog().getByRole("region", { name: "Day by day" })
  const told = list.locator(`[data-forecast-day="${day}"]`)
  await told.getByText("Renewal is charged").waitFor()
  await told.getByText(eur(charge.total)).waitFor()
  await told.getByText(/A period begins, and its dues are charged/).waitFor()
  await told.getByText(new RegExp(NAME)).waitFor()
  await dialog()
    .getByRole("region", { name: "In all" })
    .getByText(`1 event · ${eur(charge.total)}`)
    .waitFor()
  assert.deepEqual(await chargesOf(sold), [], "looking writes nothing")
  await studio.screenshot("forecast-membership")

  // A day on which nothing happens, and days that cannot be told.
  await dialog()
    .getByLabel("Through")
    .fill((await admin("membership-studio")).studio.today)
  await dialog().getByText("Nothing happens on these days.").waitFor()
  await dialog().getByLabel("From", { exact: true }).fill("2020-01-01")
  await dialog()
    .getByRole("alert")
    .getByText(/or later: what happened before is in the history/)
    .waitFor()
  await dialog().getByRole("button", { name: "Close" }).first().press("Enter")
  await dialog().waitFor({ state: "detached" })

  await admin("studio-clock", { now: `${day}T12:00:00.000Z`, run: false })
  await run()
  const [made] = await chargesOf(sold)
  await admin("studio-clock", { release: true })
  assert.deepEqual([made.status, made.total], ["paid", charge.total])
})

/** From today, so many days, as a query. */
async function inDays(count) {
  const { today } = (await admin("membership-studio")).studio
  const until = new Date(Date.parse(today) + count * 86_400_000).toISOString().slice(0, 10)
  return `from=${today}&until=${until}`
}

test("REPORT-3: of a customer, in their widget", async () => {
  const { page } = studio
  // The other one has been renewed in the days to come.
  sold = await daysAgo(20, () => subscribe({ first_name: OTHER_NAME, last_name: "Foreseen", card: "paid" }))
  await page.goto(adminUrl(`/customers/${sold.customer_id}`))
  const widget = page.locator('[data-memberships-widget="customer"]')
  await widget.getByRole("button", { name: "What happens next" }).press("Enter")
  await dialog().getByText("Everything that this customer bought").waitFor()
  await dialog().getByRole("region", { name: "Day by day" }).getByText("Renewal is charged").first().waitFor()
  await dialog()
    .getByRole("link", { name: new RegExp(`#${sold.display_id} .*${OTHER_NAME}`) })
    .first()
    .waitFor()
})

test("REPORT-3: of the studio, in Billing", async () => {
  const { page } = studio
  await page.goto(adminUrl("/memberships/billing"))
  await page.getByRole("tab", { name: "What happens", exact: true }).press("Enter")
  await page.getByRole("heading", { name: "What happens next" }).waitFor()
  const list = page.getByRole("region", { name: "Day by day" })
  await list
    .getByRole("link", { name: new RegExp(OTHER_NAME) })
    .first()
    .press("Enter")
  await page.waitForURL(`**/memberships/${sold.id}`)
})

test("the pages speak German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.goto(adminUrl(`/memberships/${sold.id}/forecast`))
  await dialog().getByRole("heading", { name: "Was als Nächstes passiert" }).waitFor()
  await dialog().getByText("Verlängerung wird abgebucht").first().waitFor()
  assert.doesNotMatch(await dialog().innerText(), /forecast\.|billing\.|Renewal|What happens/)
})
