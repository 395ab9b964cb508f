// Staff ask people who are known by an e-mail address alone to take a seat.
import assert from "node:assert/strict"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const EMAIL = "rosa.invited@example.test"

const dialog = () => studio.page.getByRole("dialog")
const open = async (id) => (await admin(`memberships/${id}/invitations`)).invitations

async function choose(menu, action) {
  await studio.page.getByRole("button", { name: menu }).click()
  await studio.page.getByRole("menuitem", { name: action, exact: true }).click()
}

const invite = async (email) => {
  await dialog().getByLabel("E-mail").fill(email)
  await dialog().getByRole("button", { name: "Invite", exact: true }).click()
}

let sold

test("SEAT-1: somebody is invited to an empty seat; where no e-mail was sent the code is shown, once", async () => {
  const { page } = studio
  sold = await buy({
    ...{ first_name: "Vera", last_name: "Gastgeber", plan: "friends" },
    people: [{ date_of_birth: "1990-01-01" }, { date_of_birth: "1991-01-01" }],
  })
  await admin(`memberships/${sold.id}/record-payment`, {})
  await page.goto(adminUrl(`/memberships/${sold.id}`))
  await choose(/^Actions: Friend 1/, "Invite by e-mail")
  await invite("rosa")
  await dialog().getByText("Write an e-mail address, such as ann@example.com.").waitFor()
  await invite(EMAIL)
  await dialog().getByRole("heading", { name: "Give them the code yourself" }).waitFor()
  const code = await dialog().locator("code").innerText()
  assert.match(code, /^[\w-]{43}$/)
  await studio.screenshot("seats-invitation-code")
  await dialog().getByRole("button", { name: "Close", exact: true }).last().click()
  await dialog().waitFor({ state: "detached" })
  await page.getByText(`Invited: ${EMAIL}`).waitFor()
  await page.getByRole("heading", { name: "Open invitations" }).waitFor()
  await page.getByText("Invited to a seat", { exact: true }).waitFor()
  assert.deepEqual(
    (await open(sold.id)).map(({ email }) => email),
    [EMAIL]
  )
  assert.equal(await page.getByText(code).count(), 0)
})

test("SEAT-11: a second invitation to the seat says that the first stops working", async () => {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${sold.id}`))
  await choose(/^Actions: Friend 1/, "Invite again")
  await dialog().getByText(`${EMAIL} was invited before. That invitation stops working.`).waitFor()
  await invite(EMAIL)
  await dialog().getByRole("heading", { name: "Give them the code yourself" }).waitFor()
  await page.keyboard.press("Escape")
  await dialog().waitFor({ state: "detached" })
  assert.equal((await open(sold.id)).length, 1)
})

test("SEAT-1: an invitation is taken back after a question", async () => {
  const { page } = studio
  await page.goto(adminUrl(`/memberships/${sold.id}`))
  await choose(`Actions: ${EMAIL}`, "Take back")
  const prompt = page.getByRole("alertdialog")
  await prompt.getByRole("button", { name: "Cancel", exact: true }).click()
  assert.equal((await open(sold.id)).length, 1)
  await choose(`Actions: ${EMAIL}`, "Take back")
  await prompt.getByRole("button", { name: "Take back", exact: true }).click()
  await page.getByText(`The invitation of ${EMAIL} is taken back.`).first().waitFor()
  await page.getByRole("heading", { name: "Open invitations" }).waitFor({ state: "detached" })
  await page.getByText("Invitation taken back", { exact: true }).waitFor()
  assert.deepEqual(await open(sold.id), [])
})

test("SEAT-2: nobody is invited into a plan for one household", async () => {
  const { page } = studio
  const { id } = await buy({
    ...{ first_name: "Ida", last_name: "Haushalt", plan: "family", accepted_terms_version: 1 },
    people: ["1986-02-03", "1985-07-04", "2012-05-06"].map((date_of_birth) => ({ date_of_birth })),
  })
  await page.goto(adminUrl(`/memberships/${id}`))
  await page.getByRole("button", { name: /^Actions: First adult/ }).click()
  await page.getByRole("menuitem", { name: "Assign", exact: true }).waitFor()
  assert.equal(await page.getByRole("menuitem", { name: "Invite by e-mail" }).count(), 0)
})
