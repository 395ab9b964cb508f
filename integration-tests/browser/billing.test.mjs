// Staff look after the money of renewals: what comes, what failed and why, and what they do about it (BILL-3…9).
import assert from "node:assert/strict"
import { after, test } from "node:test"
import { chargesOf, daysAgo, renew, run, subscribe } from "./renewing.mjs"
import { saveCard } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage({ width: 1280 })
const dialog = () => studio.page.getByRole("dialog")
const prompt = () => studio.page.getByRole("alertdialog")
const main = () => studio.page.getByRole("main")
const open = (path = "") => studio.page.goto(adminUrl(`/memberships/billing${path}`))
const tab = (name) => studio.page.getByRole("tab", { name, exact: true })
const toast = (text) => studio.page.getByText(text).first()
const chargeOf = async (id) => (await admin(`membership-charges/${id}`)).membership_charge
const eur = (amount) => new Intl.NumberFormat("en-US", { style: "currency", currency: "EUR" }).format(amount)

after(async () => {
  const { membership_billing_settings: settings } = await admin("membership-billing-settings")
  if (settings.pause) await admin("membership-billing-settings/continue", {})
  await admin("studio-clock", { release: true })
})

test("BILL-9: what comes, with its total, is what is then charged, to the cent", async () => {
  const { page } = studio
  await open()
  await page.getByText("Nothing is due").waitFor()
  const sold = await daysAgo(20, async () => [
    await subscribe({ first_name: "Uma", last_name: "Upcoming", card: "paid" }),
    await subscribe({ first_name: "Ulf", last_name: "Upcoming", card: "paid" }),
  ])
  const { membership_charge_numbers: numbers } = await admin("membership-charge-numbers")
  await open()
  await tab("Upcoming").press("Enter")
  const rows = page.getByRole("row", { name: /Upcoming/ })
  await rows.nth(1).waitFor()
  const asked = page.waitForRequest((request) => request.url().endsWith("/admin/renewal-runs"))
  await page.reload()
  const { until } = (await asked).postDataJSON()
  await rows.nth(1).waitFor()
  for (const each of await rows.all()) {
    const text = await each.innerText()
    for (const part of [/Renews: 1 seat/, /Visa/i]) assert.match(text, part)
  }
  const { preview } = await admin("renewal-runs", { preview: true, until })
  assert.equal(preview.count, 2)
  const [{ total }] = preview.totals
  await page
    .getByRole("region", { name: "In all" })
    .getByText(`${eur(total)} from 2 charges`)
    .waitFor()
  assert.deepEqual(await chargesOf(sold[0]), [], "a preview writes nothing")

  await admin("studio-clock", { now: until, run: false })
  await run()
  const made = (await Promise.all(sold.map(chargesOf))).flat()
  assert.deepEqual(
    made.map(({ status }) => status),
    ["paid", "paid"]
  )
  assert.equal(sumOf(made.map((charge) => charge.total)), sumOf([total]))
  const { captures } = await admin("payment-sandbox/captures")
  assert.equal(sumOf(captures.map(({ amount }) => amount)), sumOf([total]))
  await admin("studio-clock", { release: true })
  assert.equal((await admin("membership-charge-numbers")).membership_charge_numbers.today, numbers.today)
})

/** In cents. */
const sumOf = (amounts) => amounts.reduce((sum, amount) => sum + Math.round(Number(amount) * 100), 0)

test("BILL-3: a declined charge says why and what to do; tried again after the payer's account is filled, it is paid", async () => {
  const { page } = studio
  const sold = await daysAgo(35, () =>
    subscribe({ first_name: "Ira", last_name: "Insufficient", card: "insufficient_funds_once" })
  )
  const [charge] = await renew(sold)
  assert.equal(charge.status, "failed")
  await open()
  await page
    .getByRole("link", { name: /^Failed.*1 charge/ })
    .first()
    .press("Enter")
  await page.getByRole("heading", { name: "Failed", exact: true }).waitFor()
  await page.getByRole("link", { name: "Ira Insufficient" }).press("Enter")
  await page.getByRole("heading", { name: `Ira Insufficient, ${eur(charge.total)}` }).waitFor()
  await main()
    .getByText(/It is tried again on .+ You can also try it now/)
    .waitFor()
  await main().getByText("There was not enough money on the account.").waitFor()
  await main()
    .getByText(/Code: insufficient_funds/)
    .waitFor()
  await main()
    .getByRole("link", { name: /^#\d+ Unlimited Monthly$/ })
    .waitFor()
  await page.getByRole("link", { name: "Try again", exact: true }).press("Enter")
  await dialog()
    .getByText(/is charged at once: .*9995/i)
    .waitFor()
  assert.equal((await chargeOf(charge.id)).attempt, 1, "a look at what happens tries nothing")
  await dialog().getByRole("button", { name: "Try now" }).press("Space")
  await toast("Paid.").waitFor()
  await dialog().waitFor({ state: "detached" })
  await main().getByText("Attempt 2").waitFor()
  await main()
    .getByText(/Nothing\. It is paid/)
    .waitFor()
  const paid = await chargeOf(charge.id)
  assert.deepEqual([paid.status, paid.attempt], ["paid", 2])
})

test("BILL-6: cash settles a charge that fails again, as was shown before, and only once", async () => {
  const { page } = studio
  const sold = await daysAgo(35, () =>
    subscribe({ first_name: "Dora", last_name: "Declined", card: "declined" })
  )
  const [charge] = await renew(sold)
  await open(`/${charge.id}/change/retry`)
  await dialog()
    .getByText(/is charged at once/)
    .waitFor()
  await dialog().getByRole("button", { name: "Try now" }).click()
  await toast("It failed again: The bank declined it.").waitFor()
  await dialog().waitFor({ state: "detached" })
  await page.getByRole("link", { name: "Record payment" }).click()
  await dialog().getByText("The membership is not past due any more.").waitFor()
  await dialog()
    .getByText(`${eur(charge.total)} counts as paid.`)
    .waitFor()
  await dialog().getByLabel("Reference").fill("R-17")
  await page.keyboard.press("ControlOrMeta+Enter")
  await toast("Payment recorded.").waitFor()
  await dialog().waitFor({ state: "detached" })
  await main().getByText("R-17").waitFor()
  await main().getByText("Cash", { exact: true }).waitFor()
  const paid = await chargeOf(charge.id)
  assert.deepEqual([paid.status, paid.paid_with, paid.reference], ["paid", "cash", "R-17"])
  assert.equal((await admin(`memberships/${sold.id}`)).membership.status, "active")
  // Somebody who still has the drawer open is told before they do it.
  await open(`/${charge.id}/change/record-payment`)
  await dialog().getByText("Not possible now").waitFor()
  assert.equal(await dialog().getByRole("button", { name: "Record payment" }).isDisabled(), true)
})

test("BILL-3: a charge is waived with a reason, without which the field asks for one", async () => {
  const { page } = studio
  const sold = await daysAgo(35, () => subscribe({ first_name: "Wanda", last_name: "Waived" }))
  const [charge] = await renew(sold)
  await open(`/${charge.id}`)
  await main()
    .getByText(/unless the payer saves another payment method/)
    .waitFor()
  await page.getByRole("button", { name: "More actions" }).press("Enter")
  await page.getByRole("menuitem", { name: "Waive" }).press("Enter")
  await dialog()
    .getByText(/is waived: nobody owes it/)
    .waitFor()
  await dialog().getByRole("button", { name: "Waive" }).press("Space")
  await dialog().getByText("Say why.").waitFor()
  await dialog().getByLabel("Reason").fill("The hall was closed")
  await page.keyboard.press("ControlOrMeta+Enter")
  await toast("The charge was waived.").waitFor()
  await dialog().waitFor({ state: "detached" })
  await main().getByText("The hall was closed").waitFor()
  assert.equal((await chargeOf(charge.id)).status, "waived")
})

test("BILL-4: what nobody knows cannot be settled by hand; the provider is asked, and the money is taken once", async () => {
  const { page } = studio
  const sold = await daysAgo(35, () =>
    subscribe({ first_name: "Tim", last_name: "Timeout", card: "timeout_paid" })
  )
  const [charge] = await renew(sold)
  await open("?view=unknown")
  await page.getByRole("link", { name: "Tim Timeout" }).press("Enter")
  await main()
    .getByText(/Nothing is charged before the payment provider says/)
    .waitFor()
  assert.equal(await page.getByRole("link", { name: "Record payment" }).count(), 0)
  await page.getByRole("link", { name: "Ask the payment provider" }).press("Enter")
  await dialog()
    .getByText(/No money is taken\./)
    .waitFor()
  await dialog().getByRole("button", { name: "Ask now" }).press("Space")
  await toast("The provider says: it was paid.").waitFor()
  await main()
    .getByText(/Nothing\. It is paid/)
    .waitFor()
  const query = `payment-sandbox/captures?metadata[charge_id]=${charge.id}`
  assert.equal((await admin(query)).captures.length, 1)
})

test("BILL-8: staff pause all renewals and go on; what became due meanwhile is charged once", async () => {
  const { page } = studio
  await open()
  await page.getByRole("button", { name: "Actions: Billing" }).press("Enter")
  await page.getByRole("menuitem", { name: "Pause all renewals" }).press("Enter")
  await prompt()
    .getByText(/everything that fell due meanwhile is charged with the next run, once/)
    .waitFor()
  await prompt().getByLabel("Reason").fill("The bank is down")
  await prompt().getByRole("button", { name: "Pause" }).press("Enter")
  await main().getByText("All renewals are paused").waitFor()
  await main().getByText("Reason: The bank is down").waitFor()
  const sold = await daysAgo(35, () => subscribe({ first_name: "Paula", last_name: "Paused", card: "paid" }))
  const [charge] = await renew(sold)
  assert.equal(charge.status, "scheduled")
  await open()
  await page
    .getByRole("row", { name: /Paula Paused/ })
    .getByText("Waits: renewals paused")
    .waitFor()
  await main().getByRole("button", { name: "Continue renewals" }).click()
  await prompt()
    .getByText(/1 charge is due and has not been tried/)
    .waitFor()
  await prompt().getByRole("button", { name: "Continue" }).press("Enter")
  await main().getByText("All renewals are paused").waitFor({ state: "detached" })
  await run()
  await run()
  const query = `payment-sandbox/captures?metadata[charge_id]=${charge.id}`
  assert.equal((await admin(query)).captures.length, 1)
  assert.equal((await chargeOf(charge.id)).status, "paid")
})

test("BILL-3: a membership's page shows its charges; another card pays what failed, at once", async () => {
  const { page } = studio
  const sold = await daysAgo(35, () =>
    subscribe({ first_name: "Exa", last_name: "Expired", card: "expired" })
  )
  await renew(sold)
  await page.goto(adminUrl(`/memberships/${sold.id}`))
  await page.getByRole("heading", { name: "Charges", exact: true }).waitFor()
  const item = () => page.getByRole("listitem").filter({ hasText: "Failed" })
  await item().waitFor()
  const { membership } = await admin(`memberships/${sold.id}`)
  await saveCard(membership.customer_email, "4242424242424242")
  await page.reload()
  await page.getByRole("listitem").filter({ hasText: /Paid$/ }).getByRole("link").press("Enter")
  await main().getByText("The card has expired.").waitFor()
  await page.goBack()
  await page.getByRole("link", { name: "All charges" }).press("Enter")
  await page.getByRole("heading", { name: "All", exact: true }).waitFor()
  await page.getByRole("link", { name: "Exa Expired" }).waitFor()
  const rows = page.getByRole("tabpanel").getByRole("row")
  assert.equal(await rows.count(), 2, "a head and this membership's only charge")
})

test("the pages speak German", async () => {
  const { page } = studio
  await page.context().addCookies([{ name: "lng", value: "de", url: process.env.STUDIO_URL }])
  await page.evaluate(() => localStorage.setItem("lng", "de"))
  await open("?view=all")
  await page.getByRole("heading", { name: "Abrechnung", exact: true }).waitFor()
  await page.getByRole("link", { name: "Wanda Waived" }).press("Enter")
  await main()
    .getByText(/Nichts\. Sie wurde erlassen\./)
    .waitFor()
  assert.doesNotMatch(await main().innerText(), /billing\.|renewals\.|Attempt|What to do/)
})
