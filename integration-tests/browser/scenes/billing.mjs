// The money of renewals: the page with its views, a charge in each state with what is done about it, a pause.
import { saveCard } from "../purchases.mjs"
import { CARDS, chargesOf } from "../renewing.mjs"
import { admin } from "../studio-api.mjs"

const PAGE = "/memberships/billing"

const membershipOf = async (studio, name) =>
  (await studio.admin(`memberships?limit=1&q=${name}`)).memberships[0]

/** The last charge of somebody of furnish.mjs. */
const chargeOf = async (studio, name) => (await chargesOf(await membershipOf(studio, name)))[0]
const charge = (name, verb) => async (studio) =>
  `${PAGE}/${(await chargeOf(studio, name)).id}${verb ? `/change/${verb}` : ""}`

/** Nobody knows what becomes of a charge for a minute only, so that it is made so just before it is shown. */
const unknown = (verb) => async (studio) => {
  const { customer_email } = await membershipOf(studio, "ungewiss")
  const { status } = await chargeOf(studio, "ungewiss")
  if (status === "failed") await saveCard(customer_email, CARDS.timeout_unpaid)
  return charge("ungewiss", verb)(studio)
}

const heading = (name) => async (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const view = (name) => async (page) => {
  await heading(name)(page)
  await page.getByRole("list", { name: "Today" }).waitFor()
  await page.getByRole("tabpanel").getByRole("row").nth(1).waitFor()
}
const detail = async (page) => {
  await heading("Attempts")(page)
  await page.locator("[data-next-step]").waitFor()
}
const drawer = (name, text) => async (page) => {
  await page.getByRole("dialog").getByRole("heading", { name, exact: true }).waitFor()
  await page.getByRole("dialog").getByText(text).first().waitFor()
}
const menu = (item) => async (page) => {
  await page.getByRole("button", { name: "Actions: Billing" }).click()
  await page.getByRole("menuitem", { name: item }).click()
  await page.getByRole("alertdialog").waitFor()
}

const SETTINGS = "membership-billing-settings"
const isPaused = async () => (await admin(SETTINGS)).membership_billing_settings.pause !== null

const CHARGE = "**/admin/membership-charges/mchg_*"
/** As the server answers where money came twice, which the sandbox's bank does not let happen. */
const cameTwice = async (page) => {
  await page.route(`${CHARGE}?*`, async (route) => {
    const answer = await route.fetch()
    const { membership_charge } = await answer.json()
    await route.fulfill({ json: { membership_charge: { ...membership_charge, paid_beside_attempt: 1 } } })
  })
  await page.reload()
  await page.getByText(/Give the money back: /).waitFor()
}
const someCameTwice = async (page) => {
  await page.route("**/admin/membership-charge-numbers", async (route) => {
    const { membership_charge_numbers } = await (await route.fetch()).json()
    await route.fulfill({
      json: { membership_charge_numbers: { ...membership_charge_numbers, paid_beside: 2 } },
    })
  })
  await page.reload()
  await page.getByText(/took money for 2 charges/).waitFor()
}

/** For as long as it is looked at; another scene that ends meanwhile may have gone on already. */
const paused = async (page) => {
  for (let times = 0; times < 5; times++) {
    if (!(await isPaused())) await admin(`${SETTINGS}/pause`, { reason: "The bank is down until noon" })
    await page.reload()
    await page.getByRole("list", { name: "Today" }).waitFor()
    await page.getByRole("tabpanel").getByRole("row").nth(1).waitFor()
    if (await page.getByText("All renewals are paused").isVisible()) return
  }
  throw new Error("Renewals were not paused.")
}
const goOn = async () => {
  if (await isPaused()) await admin(`${SETTINGS}/continue`, {})
}

export const scenes = [
  {
    name: "billing",
    path: PAGE,
    ready: async (page) => {
      await heading("Due")(page)
      await page.getByRole("list", { name: "Today" }).waitFor()
      await page
        .getByRole("tabpanel")
        .getByRole("row")
        .nth(1)
        .or(page.getByText("Nothing is due"))
        .first()
        .waitFor()
    },
    isPage: true,
    in: ["seeded", "empty", "crowded"],
  },
  {
    name: "billing-upcoming",
    path: `${PAGE}?view=upcoming&days=%2230%22`,
    ready: async (page) => {
      await view("Upcoming")(page)
      await page.getByRole("region", { name: "In all" }).waitFor()
    },
    isPage: true,
  },
  {
    name: "billing-upcoming-none",
    path: `${PAGE}?view=upcoming`,
    ready: async (page) => page.getByText("Nothing is coming up").waitFor(),
    in: ["empty"],
  },
  { name: "billing-failed", path: `${PAGE}?view=failed`, ready: view("Failed") },
  { name: "billing-parked", path: `${PAGE}?view=parked`, ready: view("To decide") },
  { name: "billing-all", path: `${PAGE}?view=all`, ready: view("All") },
  {
    name: "billing-none-found",
    path: `${PAGE}?view=all&q=nobody-of-this-name`,
    ready: async (page) => page.getByText("No charge matches").waitFor(),
  },
  { name: "billing-pause", path: PAGE, ready: view("Due"), act: menu("Pause all renewals") },
  { name: "charge-failed", path: charge("lange"), ready: detail, isPage: true },
  { name: "charge-paid", path: charge("zacharias"), ready: detail, isPage: true },
  { name: "charge-confirm", path: charge("sicher"), ready: detail },
  { name: "charge-parked", path: charge("geparkt"), ready: detail },
  { name: "charge-unknown", path: unknown(), ready: detail },
  { name: "charge-cash", path: charge("bargeld"), ready: detail },
  {
    name: "charge-not-found",
    path: `${PAGE}/mchg_none`,
    ready: async (page) => page.getByText("There is no such charge").waitFor(),
  },
  {
    name: "charge-menu",
    path: charge("lange"),
    ready: detail,
    act: async (page) => {
      await page.getByRole("button", { name: "More actions" }).click()
      await page.getByRole("menuitem", { name: "Waive" }).waitFor()
    },
  },
  {
    name: "charge-retry",
    path: charge("lange", "retry"),
    ready: drawer("Try this charge again", /is charged at once/),
  },
  {
    name: "charge-record-payment",
    path: charge("lange", "record-payment"),
    ready: drawer("Record a payment", /counts as paid/),
  },
  {
    name: "charge-record-refused",
    path: charge("sicher", "record-payment"),
    ready: drawer("Record a payment", "Not possible now"),
  },
  {
    name: "charge-waive",
    path: charge("lange", "waive"),
    ready: drawer("Waive this charge", /is waived/),
    act: async (page) => {
      await page.getByRole("button", { name: "Waive" }).click()
      await page.getByText("Say why.").waitFor()
    },
  },
  {
    name: "billing-came-twice",
    path: PAGE,
    ready: view("Due"),
    act: someCameTwice,
  },
  { name: "charge-came-twice", path: charge("bargeld"), ready: detail, act: cameTwice },
  {
    name: "charge-record-refund",
    path: charge("bargeld", "record-refund"),
    ready: drawer("Record a refund", /No money moves from here/),
    act: async (page) => {
      await page.getByLabel(/^Amount/).fill("")
      await page.getByRole("button", { name: "Record refund" }).click()
      await page.getByText("Write how much was given back.").waitFor()
    },
  },
  {
    name: "charge-record-refund-german",
    path: charge("lange", "record-refund"),
    lang: "de",
    ready: drawer("Erstattung erfassen", /fließt kein Geld/),
  },
  {
    name: "charge-waive-german",
    path: charge("lange", "waive"),
    lang: "de",
    ready: drawer("Diese Forderung erlassen", /werden erlassen/),
  },
  {
    name: "charge-load-failed",
    path: charge("lange", "waive"),
    ready: drawer("Waive this charge", /is waived/),
    act: async (page) => {
      await page.route(`${CHARGE}?*`, (route) => route.fulfill({ status: 500, json: {} }))
      await page.reload()
      await page.getByRole("dialog").getByRole("button", { name: "Try again" }).waitFor()
    },
  },
  {
    name: "charge-bank-page",
    path: async (studio) => {
      const { action_url } = await chargeOf(studio, "sicher")
      // The bank's page is not one of the dashboard's.
      return `/..${new URL(action_url).pathname}`
    },
    ready: (page) => page.getByRole("button", { name: "Confirm" }).waitFor(),
  },
  {
    name: "charge-reconcile",
    path: unknown("reconcile"),
    ready: drawer("Ask the payment provider", /No money is taken/),
  },
  {
    name: "membership-charges",
    path: async (studio) => `/memberships/${(await membershipOf(studio, "lange")).id}`,
    ready: async (page) => {
      await heading("Charges")(page)
      await heading("History")(page)
    },
    isPage: true,
  },
  {
    name: "billing-german",
    path: `${PAGE}?view=failed`,
    lang: "de",
    ready: async (page) => {
      await heading("Abrechnung")(page)
      await page.getByRole("tabpanel").getByRole("row").nth(1).waitFor()
    },
  },
  {
    name: "charge-german",
    path: charge("lange"),
    lang: "de",
    ready: async (page) => page.locator("[data-next-step]").waitFor(),
  },
  { name: "billing-paused", path: PAGE, ready: paused, act: goOn },
  {
    name: "billing-continue",
    path: PAGE,
    ready: paused,
    act: async (page) => {
      await page.getByRole("button", { name: "Continue renewals" }).click()
      await page
        .getByRole("alertdialog")
        .getByText(/charge|Charge/)
        .first()
        .waitFor()
      await goOn()
    },
  },
]
