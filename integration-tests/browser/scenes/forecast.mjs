// What happens next: in Billing, beside a membership, and on the platform's page of a customer.
const renewing = async ({ admin }) => {
  const { happenings } = await admin("membership-forecast?kind=charge&limit=1&" + (await days(admin)))
  return happenings[0].membership.id
}

async function days(admin) {
  const { today } = (await admin("membership-studio")).studio
  return `from=${today}&until=${new Date(Date.parse(today) + 31 * 86_400_000).toISOString().slice(0, 10)}`
}

const drawer = async (page) => {
  const list = page.getByRole("dialog").locator("[data-forecast-day]")
  await list.first().waitFor()
}

export const scenes = [
  {
    name: "forecast-studio",
    path: "/memberships/billing?view=forecast",
    ready: (page) => page.locator("[data-forecast-day]").first().waitFor(),
    isPage: true,
    in: ["seeded", "crowded"],
  },
  {
    name: "forecast-none",
    path: "/memberships/billing?view=forecast",
    ready: (page) => page.getByText("Nothing happens on these days.").waitFor(),
    in: ["empty"],
  },
  {
    name: "forecast-membership",
    path: async (studio) => `/memberships/${await renewing(studio)}/forecast`,
    ready: drawer,
  },
  {
    name: "forecast-refused",
    path: async (studio) => `/memberships/${await renewing(studio)}/forecast`,
    ready: drawer,
    act: async (page) => {
      await page.getByRole("dialog").getByLabel("From", { exact: true }).fill("2020-01-01")
      await page.getByRole("dialog").getByRole("alert").waitFor()
    },
  },
  {
    name: "forecast-customer",
    path: async (studio) => {
      const { memberships } = await studio.admin(`memberships?limit=1&id=${await renewing(studio)}`)
      return `/customers/${memberships[0].customer_id}`
    },
    ready: (page) => page.getByRole("button", { name: "What happens next" }).waitFor(),
    act: async (page) => {
      await page.getByRole("button", { name: "What happens next" }).click()
      await drawer(page)
    },
    within: '[role="dialog"]',
  },
  {
    name: "german-forecast",
    path: "/memberships/billing?view=forecast",
    ready: (page) => page.locator("[data-forecast-day]").first().waitFor(),
    lang: "de",
  },
]
