// Staff see what was sold, receive a payment, and decide about a sale that the checks would have refused.
import assert from "node:assert/strict"
import { test } from "node:test"
import { buy, orderPastTheChecks } from "./purchases.mjs"
import { adminUrl, card, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })

const views = [
  { width: 1280, height: 1150, colorScheme: "light" },
  { width: 1280, height: 1150, colorScheme: "dark" },
  { width: 768, height: 1400, colorScheme: "light" },
  { width: 768, height: 1400, colorScheme: "dark" },
]

/** The page as it stands, in both widths and both colours. */
async function screenshots(name) {
  const { page } = studio
  for (const { width, height, colorScheme } of views) {
    await page.setViewportSize({ width, height })
    // The dashboard's own switch, which it else reads only when it starts.
    await page.evaluate((theme) => (document.documentElement.className = theme), colorScheme)
    await page.waitForTimeout(300)
    await studio.screenshot(`${name}-${width}-${colorScheme}`)
  }
  await page.setViewportSize(views[0])
  await page.evaluate(() => (document.documentElement.className = "light"))
}

const heading = (name) => studio.page.getByRole("heading", { name, exact: true })
const button = (name) => studio.page.getByRole("button", { name, exact: true })
const open = async (route) => studio.page.goto(adminUrl(route))

test("an empty studio says what will appear here", async () => {
  const { page } = studio
  await open("/orders")
  await page.getByRole("link", { name: "Memberships", exact: true }).click()
  await heading("Memberships").waitFor()
  await page.getByText("No membership yet").waitFor()
  assert.match(page.url(), /\/app\/memberships$/)
  await screenshots("memberships-empty")
})

test("SALE-7: a sold membership waits for its payment; staff record it, and it is active", async () => {
  const { page } = studio
  const sold = await buy({
    ...{ first_name: "Dana", last_name: "Demo", plan: card.family_plan_handle },
    people: ["1988-02-03", "1990-07-04", "2014-05-06", "2020-05-06"].map((date_of_birth) => ({
      date_of_birth,
    })),
    accepted_terms_version: card.family_terms_version,
  })
  await open("/memberships")
  const row = page.getByRole("row").filter({ hasText: "Dana Demo" })
  await row.getByText("Pending", { exact: true }).waitFor()
  await screenshots("memberships-list")

  await row.click()
  await heading("Family").waitFor()
  assert.match(page.url(), new RegExp(`/memberships/${sold.id}$`))
  await page.getByText("No end", { exact: true }).waitFor()
  await page
    .getByRole("cell", { name: /Required/ })
    .first()
    .waitFor()
  await page.getByText("Sold", { exact: true }).waitFor()
  await screenshots("membership-pending")

  await button("Record payment").click()
  await page.getByText("Was the payment received?").waitFor()
  await studio.screenshot("membership-record-payment")
  await button("Payment received").click()
  await page.getByText("Payment recorded. The membership is active.").waitFor()
  await page.getByText("Active", { exact: true }).waitFor()
  await page.getByText("Paid", { exact: true }).waitFor()
  await page.getByText("Payment recorded", { exact: true }).waitFor()
  await page.getByText("Activated", { exact: true }).waitFor()
  assert.equal(await button("Record payment").count(), 0)
  await screenshots("membership-active")
})

test("search and filters stand in the address and survive a reload", async () => {
  const { page } = studio
  await open(`/memberships?status=${encodeURIComponent('["expired"]')}`)
  await page.getByText("No membership matches").waitFor()
  await page.reload()
  await page.getByText("No membership matches").waitFor()
  await screenshots("memberships-filtered")
  await open("/memberships?q=dana")
  await page.getByRole("row").filter({ hasText: "Dana Demo" }).waitFor()
})

test("SALE-5: a sale that passed no checks is shown to staff, who give a reason for their decision", async () => {
  const { page } = studio
  const email = "hook@example.test"
  const issue = await orderPastTheChecks({ plan: "ten-classes", email, unit_price: 1 })
  assert.equal(issue.resolved_at, null)
  await open("/memberships")
  const callout = page.getByRole("region", { name: "Needs attention" })
  await callout.getByText("1 sale waits for your decision").waitFor()
  await screenshots("memberships-attention")

  await callout.getByRole("link", { name: "Open membership" }).click()
  await heading("Ten classes").waitFor()
  await page.getByText("Last day:").waitFor()
  await screenshots("membership-attention")
  await button("Dismiss").click()
  const prompt = page.getByRole("alertdialog")
  await prompt.getByRole("button", { name: "Dismiss" }).click()
  await prompt.getByText("Say why.").waitFor()
  await prompt.getByLabel("Reason").fill("Ordered by mistake; refunded at the desk.")
  await screenshots("memberships-dismiss")
  await prompt.getByRole("button", { name: "Dismiss" }).click()
  await page.getByText("Sale dismissed.").waitFor()
  await page.getByText("Dismissed: Ordered by mistake; refunded at the desk.").waitFor()
  await page.getByText("Void", { exact: true }).waitFor()
  await page.getByText("Made void", { exact: true }).waitFor()
  await page.getByRole("link", { name: "Memberships", exact: true }).first().click()
  await heading("Memberships").waitFor()
  await callout.waitFor({ state: "detached" })
})

test("what is not there, and what cannot be loaded, say so", async () => {
  const { page } = studio
  await open("/memberships/mship_none")
  await page.getByText("There is no such membership").waitFor()
  await screenshots("membership-not-found")
  await page.route("**/admin/memberships?**", (route) =>
    route.fulfill({ status: 500, json: { message: "no" } })
  )
  await open("/memberships")
  await button("Try again").waitFor()
  await screenshots("memberships-error")
  await page.unroute("**/admin/memberships?**")
  await button("Try again").click()
  await page.getByRole("row").filter({ hasText: "Dana Demo" }).waitFor()
})

test("the German interface is German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open("/memberships")
  await page.getByRole("link", { name: "Mitgliedschaften", exact: true }).first().waitFor()
  const row = page.getByRole("row").filter({ hasText: "Dana Demo" })
  await row.getByText("Aktiv", { exact: true }).waitFor()
  await screenshots("memberships-german")
  await row.click()
  await heading("Was verkauft wurde").waitFor()
  await page.getByText("Ohne Ende", { exact: true }).waitFor()
  await page.getByText("Monatlich", { exact: true }).waitFor()
  await page.getByText("Aktiviert", { exact: true }).waitFor()
  await screenshots("membership-german")
})
