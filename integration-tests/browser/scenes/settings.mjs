// The studio's settings: its locations, and what holds for all of it. The clock is asked about here, never moved.
const reached = "2027-04-01T10:00:00.000Z"
const lived = {
  studio_clock: { now: reached, frozen: true, time_zone: "Europe/Berlin" },
  run: {
    ...{ target: reached, reached, complete: true, failure: null, still_due: [] },
    ran: [
      { at: "2027-03-14T23:00:00.000Z", work: "credits", count: 1 },
      { at: "2027-03-31T22:00:00.000Z", work: "renewals", count: 24 },
      { at: "2027-03-31T22:00:00.000Z", work: "orders", count: 11 },
      { at: "2027-03-31T22:00:00.000Z", work: "notices", count: 5 },
    ],
  },
}

const everywhere = ["seeded", "empty", "crowded"]
const LOCATIONS = "/settings/membership-locations"
const GENERAL = "/settings/memberships"

const locations = (page) => page.getByRole("heading", { name: "Studio locations", exact: true }).waitFor()
const general = async (page) => {
  await page.getByRole("heading", { name: "Clock", exact: true }).waitFor()
  await page.getByText("After grace", { exact: true }).waitFor()
}
const renewalsMenu = async (page) => {
  await page.getByRole("button", { name: "More actions: Renewals" }).click()
  await page.getByRole("menu").waitFor()
}
const paused = {
  pause: {
    ...{
      paused_at: "2027-03-01T08:15:00.000Z",
      paused_by: "user_1",
      paused_by_name: "Marie-Luise Habermann",
    },
    pause_reason:
      "The provider moves our account to another bank, and nobody is charged before that is done.",
  },
}
/** The studio itself is not paused: other scenes are shown at the same time. */
const answerPaused = async (page) => {
  await page.route("**/admin/membership-billing-settings", async (route) => {
    const answer = await route.fetch()
    const { membership_billing_settings } = await answer.json()
    await route.fulfill({
      json: { membership_billing_settings: { ...membership_billing_settings, ...paused } },
    })
  })
  await page.reload()
  await page.getByText(/^All renewals are paused/).waitFor()
}
const editRenewals = (page) => page.getByRole("spinbutton", { name: "Grace (days)" }).waitFor()
const rowMenu = async (page) => {
  await page
    .getByRole("button", { name: /^More actions: / })
    .last()
    .click()
  await page.getByRole("menu").waitFor()
}
const asks = (item) => async (page) => {
  await rowMenu(page)
  await page.getByRole("menuitem", { name: item }).click()
  await page.getByRole("alertdialog").waitFor()
}
const editPath = async ({ card }) => `${LOCATIONS}/edit/${card.location_id}`
const editing = (page) => page.getByRole("dialog").getByRole("group", { name: "Monday" }).waitFor()

export const scenes = [
  { name: "locations", path: LOCATIONS, ready: locations, isPage: true, in: everywhere },
  {
    name: "locations-none-found",
    path: `${LOCATIONS}?q=nowhere-at-all`,
    ready: (page) => page.getByText("No location matches").waitFor(),
  },
  {
    name: "locations-menu",
    path: LOCATIONS,
    ready: (page) =>
      page
        .getByRole("button", { name: /^More actions: / })
        .first()
        .waitFor(),
    act: rowMenu,
  },
  {
    name: "location-make-default",
    path: LOCATIONS,
    ready: (page) =>
      page
        .getByRole("button", { name: /^More actions: / })
        .first()
        .waitFor(),
    act: asks("Make default"),
  },
  {
    name: "location-remove",
    path: LOCATIONS,
    ready: (page) =>
      page
        .getByRole("button", { name: /^More actions: / })
        .first()
        .waitFor(),
    act: asks("Remove time and hours"),
  },
  { name: "location-edit", path: editPath, ready: editing },
  {
    name: "location-edit-zone",
    path: editPath,
    ready: editing,
    act: async (page) => {
      await page.getByRole("combobox", { name: "Time zone" }).fill("york")
      await page.getByRole("option", { name: "America/New York" }).waitFor()
    },
  },
  {
    name: "location-edit-wrong",
    path: editPath,
    ready: editing,
    act: async (page) => {
      await page.getByRole("button", { name: "Add hours on Monday" }).click()
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
      await page.getByText("Write a time.").first().waitFor()
    },
  },
  { name: "studio-settings", path: GENERAL, ready: general, isPage: true, in: everywhere },
  { name: "renewals-menu", path: GENERAL, ready: general, act: renewalsMenu },
  {
    name: "renewals-pause",
    path: GENERAL,
    ready: general,
    act: async (page) => {
      await renewalsMenu(page)
      await page.getByRole("menuitem", { name: "Pause all renewals" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  { name: "renewals-paused", path: GENERAL, ready: general, act: answerPaused },
  {
    name: "renewals-continue",
    path: GENERAL,
    ready: general,
    act: async (page) => {
      await answerPaused(page)
      await page.getByRole("button", { name: "Continue renewals" }).click()
      await page
        .getByRole("alertdialog")
        .getByText(/No charge waits|has not been tried|have not been tried/)
        .waitFor()
    },
  },
  { name: "renewals-edit", path: `${GENERAL}/renewals`, ready: editRenewals },
  {
    name: "renewals-edit-failed",
    path: `${GENERAL}/renewals`,
    ready: editRenewals,
    act: async (page) => {
      await page.route("**/admin/membership-billing-settings", (route) =>
        route.fulfill({ status: 500, json: {} })
      )
      await page.reload()
      await page.getByRole("dialog").getByRole("button", { name: "Try again" }).waitFor({ timeout: 45_000 })
    },
  },
  {
    name: "renewals-billing-day",
    path: `${GENERAL}/renewals`,
    ready: editRenewals,
    act: async (page) => {
      await page.getByRole("spinbutton", { name: /^Common billing day/ }).fill("20")
      await page.getByText(/Whoever buys a monthly plan today/).scrollIntoViewIfNeeded()
    },
  },
  {
    name: "renewals-edit-wrong",
    path: `${GENERAL}/renewals`,
    ready: editRenewals,
    act: async (page) => {
      await page.getByRole("textbox", { name: "Retry after so many days" }).fill("5, 3")
      await page.getByRole("spinbutton", { name: "Grace (days)" }).fill("")
      await page.getByRole("dialog").getByRole("button", { name: "Save" }).click()
      await page.getByText("Write a whole number from 0 to 365.").waitFor()
    },
  },
  {
    name: "clock-advance",
    path: GENERAL,
    ready: general,
    act: async (page) => {
      await page.getByRole("button", { name: "1 month" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  {
    name: "clock-lived",
    path: GENERAL,
    ready: general,
    // As the server answers: it is asked for nothing, because all scenes stand on the same day.
    act: async (page) => {
      await page.route("**/admin/studio-clock", (route) => route.fulfill({ json: lived }))
      await page.getByRole("button", { name: "1 month" }).click()
      await page.getByRole("alertdialog").getByRole("button", { name: "Move" }).click()
      await page.getByText("Notices sent: 5").waitFor()
    },
  },
  {
    name: "clock-move",
    path: `${GENERAL}/clock`,
    ready: (page) => page.getByRole("radio", { name: /By a duration/ }).waitFor(),
  },
  {
    name: "clock-set-wrong",
    path: `${GENERAL}/clock`,
    ready: (page) => page.getByRole("radio", { name: /By a duration/ }).waitFor(),
    act: async (page) => {
      await page.getByRole("radio", { name: /To a time/ }).click()
      await page.getByLabel("Day", { exact: true }).fill("")
      await page.getByRole("dialog").getByRole("button", { name: "Move" }).click()
      await page.getByText("Write a day and a time.").waitFor()
    },
  },
]
