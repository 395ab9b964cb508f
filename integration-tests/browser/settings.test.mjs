// Staff say where the studio is and when it is open, and try out what time does to it.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { after, test } from "node:test"
import { setTimeout as sleep } from "node:timers/promises"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const LOCATIONS = "/settings/membership-locations"
const unique = `Tokyo ${randomBytes(3).toString("hex")}`
const open = async (route) => studio.page.goto(adminUrl(route))
const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const row = (name = unique) => studio.page.getByRole("row").filter({ hasText: name })
const drawer = () => studio.page.getByRole("dialog")
const prompt = () => studio.page.getByRole("alertdialog")
const menuItem = (name) => studio.page.getByRole("menuitem", { name })
const openMenu = async (name = unique) =>
  row(name)
    .getByRole("button", { name: /More actions/ })
    .click()

/** Whatever a test did, the studio that other files use runs on and keeps its default. */
let defaultBefore
let renewalsBefore
after(async () => {
  await admin("studio-clock", { release: true })
  await admin("membership-billing-settings/continue", {}).catch(() => undefined)
  if (renewalsBefore) await admin("membership-billing-settings", renewalsBefore)
  if (defaultBefore) await admin(`membership-locations/${defaultBefore}`, { is_default: true })
})

test("TIME-1: a stock location without settings says so; with a zone and hours it keeps them", async () => {
  const { page } = studio
  await admin("stock-locations", { name: unique })
  await open(LOCATIONS)
  await heading("Studio locations").waitFor()
  await page.getByPlaceholder("Search").fill(unique)
  await row().getByText("(none of its own)").waitFor()
  await row().getByText("Not set").waitFor()

  await row().click()
  await drawer().getByText(unique, { exact: true }).waitFor()
  await drawer().getByRole("button", { name: "Save" }).click()
  await drawer().getByText("Choose a time zone.").waitFor()
  const zone = drawer().getByRole("combobox", { name: "Time zone" })
  await zone.fill("tokyo")
  // The list narrows before it says what Enter takes.
  await page.locator("[role=option][data-active-item]", { hasText: "Asia/Tokyo" }).waitFor()
  await zone.press("Enter")
  await drawer()
    .getByText(/^There it is .* now\.$/)
    .waitFor()

  await drawer().getByRole("button", { name: "Add hours on Monday" }).click()
  await drawer().getByLabel("Monday, opens").fill("06:00")
  await drawer().getByLabel("Monday, closes").fill("22:30")
  await drawer().getByRole("button", { name: "Copy Monday to weekdays" }).click()
  await drawer().getByRole("button", { name: "Add hours on Saturday" }).click()
  await drawer().getByLabel("Saturday, opens").fill("18:00")
  await drawer().getByLabel("Saturday, closes").fill("02:00")
  await drawer().getByText("Saturday, closes: next day").waitFor()
  await drawer().getByRole("button", { name: "Save" }).click()
  await page.getByText("Location saved.").waitFor()
  await drawer().waitFor({ state: "detached" })

  const shows = async () => {
    await row().getByText("Asia/Tokyo", { exact: true }).waitFor()
    await row()
      .getByText(/^Mon–Fri 0?6:00.*10:30|^Mon–Fri 06:00–22:30/)
      .waitFor()
  }
  await shows()
  await page.reload()
  await shows()
  const [stored] = (await admin("membership-locations?limit=1000")).membership_locations.filter(
    ({ stock_location }) => stock_location?.name === unique
  )
  assert.deepEqual(stored.opening_hours, [
    { weekdays: [1, 2, 3, 4, 5], opens: "06:00", closes: "22:30" },
    { weekdays: [6], opens: "18:00", closes: "24:00" },
    { weekdays: [7], opens: "00:00", closes: "02:00" },
  ])
})

test("SAFE-1: impossible hours are refused at their field, and nothing is saved", async () => {
  const { page } = studio
  await open(`${LOCATIONS}?q=${encodeURIComponent(unique)}`)
  await openMenu()
  await menuItem("Edit time and hours").click()
  const monday = drawer().getByRole("group", { name: "Monday" })
  assert.equal(await drawer().getByLabel("Saturday, closes").inputValue(), "02:00")
  await drawer().getByRole("group", { name: "Sunday" }).getByText("Closed").waitFor()

  await monday.getByRole("button", { name: "Add hours on Monday" }).click()
  const save = drawer().getByRole("button", { name: "Save" })
  await save.click()
  await monday.getByText("Write a time.").first().waitFor()
  await monday.getByLabel("Monday, opens").nth(1).fill("22:00")
  await monday.getByLabel("Monday, closes").nth(1).fill("22:00")
  await save.click()
  await monday.getByText("The closing time is the opening time.").waitFor()
  await monday.getByLabel("Monday, closes").nth(1).fill("23:00")
  await save.click()
  await monday.getByText("Overlaps with other hours.").waitFor()
  await monday.getByRole("button", { name: "Remove these hours on Monday" }).nth(1).click()
  await drawer().getByRole("button", { name: "Cancel" }).click()
  await page.getByText("Location saved.").waitFor({ state: "detached" })
  const { membership_locations } = await admin("membership-locations?limit=1000")
  const stored = membership_locations.find(({ stock_location }) => stock_location?.name === unique)
  assert.equal(stored.opening_hours.length, 3)
})

test("TIME-1: another default location changes the studio's zone, and can be changed back", async () => {
  const { page } = studio
  const { membership_locations } = await admin("membership-locations?limit=1000")
  defaultBefore = membership_locations.find(({ is_default }) => is_default)?.id
  await open(`${LOCATIONS}?q=${encodeURIComponent(unique)}`)
  await openMenu()
  await menuItem("Make default").click()
  await prompt()
    .getByText(/Memberships that were already sold keep the time zone/)
    .waitFor()
  await prompt().getByRole("button", { name: "Make default" }).click()
  await page.getByText("The studio's dates are reckoned in Asia/Tokyo now.").waitFor()
  await row().getByText("Default", { exact: true }).waitFor()
  await openMenu()
  await menuItem("Remove time and hours").waitFor()
  assert.equal(await menuItem("Remove time and hours").getAttribute("aria-disabled"), "true")

  await open("/settings/memberships")
  await heading("Memberships").waitFor()
  await page.getByText(unique, { exact: true }).waitFor()
  await page.getByText("Asia/Tokyo", { exact: true }).waitFor()
  await admin(`membership-locations/${defaultBefore}`, { is_default: true })
  await page.reload()
  await page.getByText(unique, { exact: true }).waitFor({ state: "detached" })
})

test("time and hours are removed after a prompt; the stock location stays", async () => {
  const { page } = studio
  await open(`${LOCATIONS}?q=${encodeURIComponent(unique)}`)
  await openMenu()
  await menuItem("Remove time and hours").click()
  await prompt().getByText(`${unique} stays as a stock location`).waitFor()
  await prompt().getByRole("button", { name: "Remove" }).click()
  await page.getByText("Time zone and opening hours removed.").waitFor()
  await row().getByText("(none of its own)").waitFor()
})

const renewals = async () => (await admin("membership-billing-settings")).membership_billing_settings
const renewalsMenu = () => button("More actions: Renewals").click()

test("BILL-3, SALE-12: staff change retries, grace, what follows, reminders and manual payments", async () => {
  const { page } = studio
  const { pause, ...before } = await renewals()
  assert.equal(pause, null)
  renewalsBefore = before
  await open("/settings/memberships")
  await renewalsMenu()
  await menuItem("Edit").click()
  const field = (name) => drawer().getByRole("textbox", { name })
  const grace = drawer().getByRole("spinbutton", { name: "Grace (days)" })
  const save = drawer().getByRole("button", { name: "Save" })
  await field("Retry after so many days").fill("5, 3")
  await grace.fill("366")
  await field("Remind so many days before").fill("tomorrow")
  await save.click()
  await drawer().getByText("Write whole days from 1 to 365, each later than the one before.").waitFor()
  await drawer().getByText("Write a whole number from 0 to 365.").waitFor()
  await drawer().getByText("Write whole days from 1 to 365.", { exact: true }).waitFor()

  await field("Retry after so many days").fill("2, 4, 10")
  await grace.fill("5")
  await drawer()
    .getByRole("radio", { name: /^Cancel/ })
    .click()
  await save.click()
  await drawer()
    .getByText("It would be canceled before the last retry, on day 10. Write 10 or more.")
    .waitFor()
  assert.deepEqual(await renewals(), { ...before, pause: null })

  await grace.fill("10")
  await field("Remind so many days before").fill("")
  await drawer().getByRole("switch", { name: "Allow manual payments" }).click()
  await save.click()
  await page.getByText("Renewals saved.").waitFor()
  await drawer().waitFor({ state: "detached" })
  await page.getByText("2, 4, 10 days after the first failure", { exact: true }).waitFor()
  await page.getByText("The membership is canceled", { exact: true }).waitFor()
  assert.deepEqual(await renewals(), {
    ...{ retry_days: [2, 4, 10], grace_days: 10, then: "cancel", remind_days_before: [] },
    ...{ allow_manual_renewals: !before.allow_manual_renewals, common_billing_day: null, pause: null },
  })
  await page.reload()
  await page.getByText("A recurring plan needs a saved payment method", { exact: true }).waitFor()
})

test("BILL-8: all renewals are paused with a reason, and go on after staff have read what catches up", async () => {
  const { page } = studio
  await open("/settings/memberships")
  await renewalsMenu()
  await menuItem("Pause all renewals").click()
  await prompt()
    .getByText(/everything that fell due meanwhile is charged with the next run, once/)
    .waitFor()
  await prompt().getByRole("textbox", { name: "Reason" }).fill("The provider moves")
  await prompt().getByRole("button", { name: "Pause" }).click()
  await page.getByText("Renewals are paused. Nobody is charged until you continue.").waitFor()
  await page.getByText("Reason: The provider moves").waitFor()
  assert.equal((await renewals()).pause.pause_reason, "The provider moves")

  await button("Continue renewals").click()
  const { count } = await admin("membership-charges?status=scheduled&due=overdue&limit=1&fields=id")
  const waits = {
    0: "No charge waits. What comes due from now on is charged as usual.",
    1: "1 charge is due and has not been tried. The next run charges it, once.",
  }
  await prompt()
    .getByText(waits[count] ?? `${count} charges are due and have not been tried.`)
    .waitFor()
  await prompt().getByRole("button", { name: "Continue" }).click()
  await page.getByText("Renewals go on. What fell due meanwhile is charged with the next run.").waitFor()
  await page.getByText("All renewals are paused").waitFor({ state: "detached" })
  assert.equal((await renewals()).pause, null)
})

/** A month of a studio that has been sold a lot takes its time. */
const LIVES = { timeout: 180_000 }

test("TIME-5: staff of a demo studio move its clock by a month, to a time, and release it; they see what was done", async () => {
  const { page } = studio
  // What others sold would come due on the way.
  await admin("membership-billing-settings/pause", { reason: "The clock is tried" })
  await open("/settings/memberships")
  await page.getByText("Running", { exact: true }).waitFor()
  await button("1 month").click()
  await prompt()
    .getByText(/It moves from .* and stands still there/)
    .waitFor()
  await prompt().getByRole("button", { name: "Move" }).click()
  await page
    .getByText(/^The studio is living until |^The studio's time is /)
    .first()
    .waitFor(LIVES)
  await page.getByText(/^The studio's time is .* now, and stands still\.$/).waitFor(LIVES)
  await page.getByText("Standing still", { exact: true }).waitFor()
  await page.getByText("On the way", { exact: true }).waitFor()
  await page
    .getByText(/^(Memberships|Charges|Terms|Orders|Payers|Notices|Matters) .*: \d+$|^Nothing was due\.$/)
    .first()
    .waitFor()

  await page.getByRole("link", { name: "Other…" }).click()
  await drawer().getByRole("spinbutton", { name: "Number" }).fill("")
  await drawer().getByRole("button", { name: "Move" }).click()
  await drawer().getByText("Write a whole number, such as 10.").waitFor()
  await drawer()
    .getByRole("radio", { name: /To a time/ })
    .click()
  const { studio_clock: before } = await admin("studio-clock")
  const day = new Date(Date.parse(before.now) + 10 * 86_400_000).toISOString().slice(0, 10)
  await drawer().getByLabel("Day", { exact: true }).fill(day)
  await drawer().getByLabel("Time", { exact: true }).fill("12:00")
  await drawer()
    .getByText(/^The studio's time will be /)
    .waitFor()
  await drawer().getByRole("button", { name: "Move" }).click()
  await drawer().waitFor({ state: "detached", ...LIVES })
  const { studio_clock } = await admin("studio-clock")
  assert.equal(studio_clock.frozen, true)
  assert.equal(studio_clock.now.slice(0, 10), day)

  await page.route("**/admin/studio-clock", (route) => route.abort())
  await button("Next renewal").click()
  await page.getByText("The clock was not moved").waitFor()
  assert.equal(await page.getByText("No membership renews.").count(), 0)
  await page.unroute("**/admin/studio-clock")
  const { instants } = await admin("studio-clock")
  const next = instants.find(({ work }) => work === "renewals")?.at
  await button("Next renewal").click()
  if (next) {
    await prompt().getByRole("button", { name: "Move" }).click()
    for (let tries = 0; (await admin("studio-clock")).studio_clock.now !== next; tries += 1) {
      assert.ok(tries < 180, "the clock came to the next renewal")
      await sleep(1000)
    }
  } else await page.getByText("No membership renews.").waitFor()

  await open("/memberships")
  await page.getByText(/^The studio's clock stands still at /).waitFor()
  await page.getByRole("link", { name: "Clock settings" }).click()
  await button("Release").click()
  await prompt().getByRole("button", { name: "Release" }).click()
  await page.getByText(/^The studio's clock runs again:/).waitFor()
  await page.getByText("Running", { exact: true }).waitFor()
  assert.equal((await admin("studio-clock")).studio_clock.frozen, false)
})

test("the German interface is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`${LOCATIONS}?q=${encodeURIComponent(unique)}`)
  await heading("Studiostandorte").waitFor()
  await row().getByText("Nicht angegeben").waitFor()
  await row().click()
  await drawer().getByText("Öffnungszeiten", { exact: true }).waitFor()
  await drawer().getByRole("group", { name: "Montag" }).getByText("Geschlossen").waitFor()
  await open("/settings/memberships")
  await heading("Uhr").waitFor()
  await page.getByText("Hauptstandort", { exact: true }).waitFor()
  await page.getByText("Läuft", { exact: true }).waitFor()
  await heading("Verlängerungen").waitFor()
  await button("Weitere Aktionen: Verlängerungen").click()
  await menuItem("Bearbeiten").click()
  await drawer().getByRole("spinbutton", { name: "Nachfrist (Tage)" }).fill("366")
  await drawer().getByRole("button", { name: "Speichern" }).click()
  await drawer().getByText("Geben Sie eine ganze Zahl von 0 bis 365 ein.").waitFor()
})
