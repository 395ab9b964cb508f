// CHART-10: staff see who would pay what by another version, move memberships to it, and take that back.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { before, test } from "node:test"
import { soldBefore } from "./price-moves.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1000 })

const last_name = `Moves${randomBytes(3).toString("hex")}`
let sold
before(async () => {
  sold = await soldBefore({ name: `Duo ${last_name}`, handle: last_name.toLowerCase(), last_name })
})

const path = () => `/memberships/plans/${sold.plan_id}/prices`
const open = async (route) => studio.page.goto(adminUrl(route))
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const rows = () => studio.page.getByRole("row")
const rowOf = (name) => rows().filter({ hasText: `${name} ${last_name}` })
const prompt = () => studio.page.getByRole("alertdialog")
const migrations = () => `membership-plans/${sold.plan_id}/price-migrations`
const planned = async () => (await admin(`${migrations()}?to_price_chart_id=${sold.next}`)).price_moves
const states = async () => (await planned()).map(({ membership_id, state }) => [membership_id, state]).sort()

test("CHART-10: the preview shows who pays what now and then, whose day it is, and why one stays", async () => {
  const { page } = studio
  await open(`${path()}?version=2`)
  await page.getByRole("link", { name: "Move memberships here" }).click()
  await page.getByRole("heading", { name: "Move memberships to version 2" }).waitFor()
  await page.getByText("€200.00 now, €221.00 then").waitFor()
  await page.getByText("2 memberships · €21.00 more").waitFor()
  await page.getByText("1 membership keeps its version; why stands below.").waitFor()
  await page.getByText(/Whoever pays another amount gets an e-mail/).waitFor()
  await rowOf("Cleo").getByText("Stays", { exact: true }).waitFor()
  await page.getByText(/^No renewal of it is known/).waitFor()
  await rowOf("Ada").getByText("€110.50").waitFor()
  const noor = rows().filter({ hasText: "Payer: Noor Pays" })
  await noor.getByText("€40.00").waitFor()
  await noor.getByText("€45.50").waitFor()

  const { price_migration } = await admin(migrations(), { to_price_chart_id: sold.next, preview: true })
  const { starts_on } = price_migration.memberships.find(({ membership_id }) => membership_id === sold.one)
  const day = new Intl.DateTimeFormat("en-US", { dateStyle: "medium", timeZone: "UTC" })
  await rowOf("Ada")
    .getByText(day.format(new Date(`${starts_on}T00:00:00Z`)))
    .waitFor()

  const fromOn = page.getByLabel("Not before")
  await fromOn.fill("2099-01-01")
  await page.getByText(/^Choose .* or earlier\.$/).waitFor()
  assert.equal(await button("Move").isDisabled(), true)
  await fromOn.fill("")
  await page.getByText("Blank: each one's next renewal.").waitFor()
  await button("Move 2 memberships").waitFor()
  assert.deepEqual(await planned(), [])
})

test("CHART-10: one is left out, the other is moved with a reason and waits for its renewal", async () => {
  const { page } = studio
  await open(`${path()}/moves?version=2`)
  await rowOf("Ben")
    .getByRole("button", { name: /^Leave out/ })
    .click()
  await page.getByText("€100.00 now, €110.50 then").waitFor()
  await page.getByRole("list", { name: "Left out" }).getByText(`Ben ${last_name}`).waitFor()
  await button("Move 1 membership").click()
  await prompt().getByText("Move 1 membership to version 2?").waitFor()
  await prompt().getByRole("textbox", { name: "Reason" }).fill("The rent rose")
  await prompt().getByRole("button", { name: "Move", exact: true }).click()
  await page.getByText("1 move is planned.").waitFor()
  await page.getByRole("tab", { name: "Planned moves (1)", selected: true }).waitFor()
  await rowOf("Ada").getByText("Waits", { exact: true }).waitFor()
  await rowOf("Ada").getByText("The rent rose").waitFor()
  await rowOf("Ada").getByText("€110.50").waitFor()
  assert.deepEqual(await states(), [[sold.one, "waiting"]])
  const { memberships } = (await admin(migrations(), { to_price_chart_id: sold.next, preview: true }))
    .price_migration
  const waiting = memberships.filter(({ is_waiting }) => is_waiting)
  assert.deepEqual(
    waiting.map(({ membership_id }) => membership_id),
    [sold.one]
  )

  await page.getByRole("tab", { name: "Preview" }).click()
  await page.getByText("1 membership waits for this very move.").waitFor()
  await rowOf("Ada").getByText("Planned", { exact: true }).waitFor()
  await button("Move 1 membership").click()
  await prompt().getByRole("button", { name: "Move", exact: true }).click()
  await rowOf("Ben").getByText("Waits", { exact: true }).waitFor()
  await open(`${path()}?version=2`)
  await page.getByText("2 memberships move here").waitFor()
})

test("CHART-10: a move is taken back until its renewal, one by one or all", async () => {
  const { page } = studio
  await open(`${path()}/moves?version=2&show=planned`)
  await rowOf("Ada")
    .getByRole("button", { name: /^Take back/ })
    .click()
  await prompt().getByText(`Ada ${last_name} keeps its prices`).waitFor()
  await prompt().getByRole("button", { name: "Take back" }).click()
  await page.getByText("1 move was taken back.").waitFor()
  await rowOf("Ada").getByText("Taken back", { exact: true }).waitFor()
  await button("Take 1 move back").click()
  await prompt().getByText("1 membership keeps its prices.").waitFor()
  await prompt().getByRole("button", { name: "Take back" }).click()
  await rowOf("Ben").getByText("Taken back", { exact: true }).waitFor()
  await page.getByRole("switch", { name: "Only those that wait" }).click()
  await page.getByText("No move to this version waits.").waitFor()
  assert.deepEqual(
    await states(),
    [
      [sold.one, "taken_back"],
      [sold.two, "taken_back"],
    ].sort()
  )
})

test("the German page is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open(`${path()}/moves?version=2`)
  await page.getByRole("heading", { name: "Mitgliedschaften auf Fassung 2 umstellen" }).waitFor()
  await page.getByText(/^Von ihr ist keine Verlängerung bekannt/).waitFor()
  await button("2 Mitgliedschaften umstellen").waitFor()
})
