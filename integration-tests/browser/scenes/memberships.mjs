// What was sold: the list with what waits for a decision above it, and one membership with everything that opens from it.
const idOf = async (studio, query) =>
  (await studio.admin(`memberships?limit=1&fields=id&${query}`)).memberships[0].id

/** The newest one of the query; in a studio that is not the seed's the newest of all. */
const membership = (query) => async (studio) => {
  const found = await studio.admin(`memberships?limit=1&fields=id&${query}`)
  return `/memberships/${found.memberships[0]?.id ?? (await idOf(studio, ""))}`
}

const heading = (name) => async (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const detail = async (page) => {
  await heading("History")(page)
  await page
    .getByText(/ by (the system|staff|.+ \(staff\))/)
    .first()
    .waitFor()
}
const click = (name) => async (page) => page.getByRole("button", { name }).first().click()
const prompt = async (page) => page.getByRole("alertdialog").waitFor()

export const scenes = [
  {
    name: "memberships-list",
    path: "/memberships",
    ready: async (page) => {
      await heading("Memberships")(page)
      await page.getByRole("row").nth(1).or(page.getByText("No membership yet")).first().waitFor()
    },
    isPage: true,
    in: ["seeded", "empty", "crowded"],
  },
  {
    name: "memberships-none-found",
    path: "/memberships?q=nobody-of-this-name",
    ready: async (page) => page.getByText("No membership matches").waitFor(),
  },
  {
    name: "memberships-filter-menu",
    path: "/memberships",
    ready: async (page) => page.getByRole("row").nth(1).waitFor(),
    act: async (page) => {
      await click("Filter")(page)
      await page.getByRole("menuitem", { name: "Revenue category" }).waitFor()
    },
  },
  {
    name: "membership-detail",
    path: membership("q=okafor"),
    ready: detail,
    isPage: true,
    in: ["seeded", "crowded"],
  },
  { name: "membership-pending", path: membership("q=dana&status=pending"), ready: detail },
  {
    name: "membership-company",
    path: membership("q=northwind"),
    ready: detail,
  },
  {
    name: "membership-record-payment",
    path: membership("q=dana&status=pending"),
    ready: detail,
    act: async (page) => {
      await click("Record payment")(page)
      await prompt(page)
    },
  },
  {
    name: "membership-terms",
    path: membership("q=okafor"),
    ready: detail,
    act: async (page) => {
      await click(/^Read version/)(page)
      await page
        .getByRole("dialog")
        .getByRole("heading", { name: /^Terms, version/ })
        .waitFor()
    },
  },
  {
    name: "membership-attention",
    path: membership("q=kiosk"),
    ready: async (page) => {
      await detail(page)
      await heading("Needs attention")(page)
    },
  },
  {
    name: "membership-dismiss-sale",
    path: membership("q=kiosk"),
    ready: async (page) => heading("Needs attention")(page),
    act: async (page) => {
      await click("Dismiss")(page)
      await prompt(page)
    },
  },
  {
    name: "membership-refund",
    path: membership("q=returns"),
    ready: async (page) => heading("Needs attention")(page),
    act: async (page) => {
      await click("Decide")(page)
      await prompt(page)
      await page.getByRole("radio", { name: /^Cancel today/ }).click()
      await page.getByText(/^Last day: .* all seats/).waitFor()
    },
  },
  {
    name: "membership-refund-german",
    path: membership("q=returns"),
    lang: "de",
    ready: async (page) => heading("Braucht Ihre Entscheidung")(page),
    act: async (page) => {
      await click("Entscheiden")(page)
      await prompt(page)
      await page.getByRole("radio", { name: /^Zur Verlängerung kündigen/ }).click()
      await page.getByRole("alertdialog").getByRole("listitem").first().waitFor()
    },
  },
  {
    name: "memberships-filtered",
    path: `/memberships?status=${encodeURIComponent('["active"]')}&kind=${encodeURIComponent('"membership"')}`,
    ready: async (page) => page.getByRole("row").nth(1).waitFor(),
  },
  {
    name: "membership-not-there",
    path: "/memberships/mship_none",
    ready: async (page) => page.getByText("There is no such membership").waitFor(),
  },
]
