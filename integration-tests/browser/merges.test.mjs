// Staff merge somebody who is there twice: who stays is chosen, what happens is told and confirmed, the old page leads on.
import assert from "node:assert/strict"
import { randomBytes } from "node:crypto"
import { test } from "node:test"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280, height: 1100 })
const family = `Doppel${randomBytes(3).toString("hex")}`

const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const open = async (route) => studio.page.goto(adminUrl(route))

/** Somebody who bought ten classes, born on that day. */
async function buyer(first_name, date_of_birth) {
  const seats = [{ classification_id: null, count: 1 }]
  const sold = await buy({ first_name, last_name: family, plan: "ten-classes", seats })
  const [{ id }] = (await admin(`members?q=${first_name}%20${family}`)).members
  await admin(`members/${id}`, { date_of_birth })
  return { id, name: `${first_name} ${family}`, sold }
}

async function other(first_name, more = {}) {
  const { member } = await admin("members", { first_name, last_name: family, ...more })
  return { id: member.id, name: `${first_name} ${family}` }
}

async function openMerge({ id }, { menu, item }) {
  await open(`/memberships/members/${id}`)
  await button(menu).click()
  await studio.page.getByRole("menuitem", { name: item, exact: true }).click()
}

async function chooseWhoStays(label, { name }) {
  const search = studio.page.getByRole("combobox", { name: label })
  await search.click()
  await search.fill(name)
  await studio.page.getByRole("option", { name, exact: false }).first().click()
}

test("BILL-11: a duplicate is merged once staff have seen what happens, and said that it is one person", async () => {
  const { page } = studio
  const gone = await buyer("Doro", "1990-02-03")
  const stays = await other("Karla", { date_of_birth: "1991-02-03" })
  await openMerge(gone, { menu: "More actions", item: "Merge…" })
  await heading(`Merge ${gone.name}`).waitFor()
  await page.getByText("Choose who stays.").waitFor()
  assert.equal(await button("Merge").isDisabled(), true)

  await chooseWhoStays("Who stays", stays)
  await page.getByText(`Ten classes #${gone.sold.display_id}`).last().waitFor()
  await page.getByText(`${stays.name} gets the seat:`).waitFor()
  await page.getByText(`${stays.name} logs in with the account of ${gone.name}.`).waitFor()
  assert.equal(await button("Merge").isDisabled(), true)
  const answered = await page.content()
  assert.doesNotMatch(answered, /1990-02-03|1991-02-03/)
  await page.getByRole("switch", { name: "They are one person" }).click()
  // Staff write as much as they like, in any script: nothing of it is a header of the request.
  const reason = `Signed up twice → Łódź. ${"They asked at the desk. ".repeat(20)}`.trim()
  await page.getByLabel("Reason").fill(reason)
  await button("Merge").click()
  await page.getByText(`${gone.name} was merged into ${stays.name}.`).waitFor()
  await heading(stays.name).waitFor()
  await page.getByRole("link", { name: `Ten classes #${gone.sold.display_id}`, exact: true }).waitFor()
  const trail = await admin(`membership-audit-entries?subject_id=${stays.id}&action=merge-members`)
  assert.deepEqual(
    trail.membership_audit_entries.map((entry) => entry.reason),
    [reason]
  )

  await open(`/memberships/members/${gone.id}`)
  await page.getByText("This member was merged into another one").waitFor()
  await page.getByRole("link", { name: "Open that member" }).click()
  await heading(stays.name).waitFor()
})

test("PEOPLE-2: why two people cannot be merged yet is told in the drawer", async () => {
  const { page } = studio
  const [one, two] = [await buyer("Paula", "1980-01-01"), await buyer("Petra", "1980-01-01")]
  const [kid, child] = [await other("Kit"), await other("Kai")]
  for (const [guardian, member] of [
    [one, kid],
    [two, child],
  ])
    await admin("households", { name: family, guardian_ids: [guardian.id], member_ids: [member.id] })
  await openMerge(kid, { menu: "More actions", item: "Merge…" })
  await chooseWhoStays("Who stays", child)
  await page.getByText(`They live in two households. Take ${kid.name} out of theirs first.`).waitFor()
  assert.equal(await button("Merge").isDisabled(), true)
})

test("the drawer is German where staff are", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  const [gone, stays] = [await other("Ute"), await other("Ulla")]
  await openMerge(gone, { menu: "Weitere Aktionen", item: "Zusammenführen …" })
  await page.getByText("Wählen Sie, wer bleibt.").waitFor()
  await chooseWhoStays("Wer bleibt", stays)
  await page.getByText(`${gone.name} heißt im Verlauf „Deleted member“ und führt zu ${stays.name}.`).waitFor()
  await button("Zusammenführen").click()
  await page.getByText(`${gone.name} wurde mit ${stays.name} zusammengeführt.`).waitFor()
  await heading(stays.name).waitFor()
})
