// Staff look at a pack's credits and change them, with the keyboard, and see before what it does (CREDIT-9).
import assert from "node:assert/strict"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { sharedCredits } from "./shared-credits.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const dialog = () => studio.page.getByRole("dialog")
const credits = async (id) => (await admin(`memberships/${id}/credits`)).credits

let pack
test("CREDIT-9, SAFE-2: staff adjust a grant with the keyboard after a look at what happens; a reason is needed", async () => {
  const people = [{ date_of_birth: "1990-01-01" }]
  pack = await buy({ plan: "ten-classes", people, first_name: "Cora", last_name: "Credit" })
  await admin(`memberships/${pack.id}/record-payment`, {})
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${pack.id}`))
  await page.getByText("10 of 10 left").waitFor()
  await page.getByRole("button", { name: /^(?!Credits).+: actions$/ }).press("Enter")
  await page.getByRole("menuitem", { name: "Adjust", exact: true }).press("Enter")
  await dialog().getByText("Fill in the form to see it.").waitFor()
  await dialog().getByLabel("Change").fill("-11")
  await dialog().getByText("Not possible").waitFor()
  await dialog().getByLabel("Change").fill("-3")
  await dialog()
    .getByText(/: 3 credits are taken, 7 left\. Worth /)
    .waitFor()
  assert.equal((await credits(pack.id)).balances[0].usable, 10)
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().getByText("Say why the credits change.").waitFor()
  await dialog().getByLabel("Reason").fill("Counted twice")
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().waitFor({ state: "detached" })
  await page.getByText("7 of 10 left").waitFor()
  await studio.screenshot("credits-section")
  await page.getByText("Credits adjusted", { exact: true }).waitFor()
  assert.equal((await credits(pack.id)).balances[0].usable, 7)
})

test("CREDIT-1, CREDIT-9: what staff give stands beside it, and the ledger says who and why", async () => {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${pack.id}`))
  await page.getByRole("button", { name: "Credits: actions" }).press("Enter")
  await page.getByRole("menuitem", { name: "Give credits" }).press("Enter")
  await dialog().getByLabel("Credits", { exact: true }).fill("2")
  await dialog().getByText("All services: 2 new credits without an end.").waitFor()
  await dialog().getByLabel("Reason").fill("Hall was closed")
  await page.keyboard.press("ControlOrMeta+Enter")
  await dialog().waitFor({ state: "detached" })
  await page.getByText("2 of 2 left").waitFor()
  await page.goto(adminUrl(`/memberships/${pack.id}/credits/ledger`))
  for (const text of ["Counted twice", "Hall was closed"]) await dialog().getByText(text).waitFor()
  assert.equal(await dialog().getByRole("listitem").count(), 3)
})

test("CREDIT-8: an exchange that the plan does not offer is not offered, and refused", async () => {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${pack.id}`))
  await page.getByRole("button", { name: "Credits: actions" }).press("Enter")
  await page.getByRole("menuitem", { name: "Ledger" }).waitFor()
  assert.equal(await page.getByRole("menuitem", { name: "Exchange" }).count(), 0)
  const wish = { from_service_id: "yoga", to_service_id: "spin", times: 1 }
  await assert.rejects(admin(`memberships/${pack.id}/credits/exchange`, wish), /exchange/)
})

const choose = async (label, option) => {
  await dialog().getByLabel(label, { exact: true }).click()
  await studio.page.getByRole("option", { name: option }).first().click()
}
const lefts = async (id) => (await credits(id)).balances.map(({ usable }) => usable).sort((a, b) => a - b)

test("CREDIT-8: credits of one seat go to another, and those of one service become another's, by their names", async () => {
  const { page } = studio
  const id = await sharedCredits("Tausch")
  assert.deepEqual(await lefts(id), [4, 4, 4, 4])
  await page.goto(adminUrl(`/memberships/${id}`))
  await page.getByText("4 of 4 left").first().waitFor()
  await page.getByRole("button", { name: "Credits: actions" }).press("Enter")
  await page.getByRole("menuitem", { name: "Transfer", exact: true }).press("Enter")
  await choose("From", /Yoga class.*Ines.*\(4\)/)
  await dialog().getByLabel("Credits", { exact: true }).fill("1")
  await choose("To", /Paul/)
  await dialog()
    .getByText(/Yoga class.*Ines.*: 1 credit is taken, 3 left/)
    .waitFor()
  await dialog()
    .getByText(/Yoga class.*Paul.*: 1 /)
    .waitFor()
  await page.keyboard.press("ControlOrMeta+Enter")
  await page.getByText("Credits transferred.").waitFor()
  await dialog().waitFor({ state: "detached" })
  assert.deepEqual(await lefts(id), [3, 4, 4, 5])

  await page.getByRole("button", { name: "Credits: actions" }).press("Enter")
  await page.getByRole("menuitem", { name: "Exchange", exact: true }).press("Enter")
  await dialog().getByText("2 Yoga class for 1 Dance class").first().waitFor()
  await choose("Seat", /Paul/)
  await dialog()
    .getByText(/Yoga class.*Paul.*: 2 credits are taken, \d left/)
    .waitFor()
  await page.keyboard.press("ControlOrMeta+Enter")
  await page.getByText("Credits exchanged.").waitFor()
  await dialog().waitFor({ state: "detached" })
  assert.deepEqual(await lefts(id), [3, 3, 4, 5])
})

test("the credits speak German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await page.goto(adminUrl(`/memberships/${pack.id}`))
  await page.getByText("Noch 2 von 2").waitFor()
  await page.goto(adminUrl(`/memberships/${pack.id}/credits/give`))
  await dialog().getByRole("heading", { name: "Einheiten gutschreiben" }).waitFor()
  assert.doesNotMatch(await dialog().innerText(), /credits\.|Seat|Reason/)
})
