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
const general = (page) => page.getByRole("heading", { name: "Clock", exact: true }).waitFor()
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
