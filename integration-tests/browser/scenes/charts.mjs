// The price chart editor: a draft with its problems and its dialogs, and versions that never change again.

/** The plan of the seed that has the most rows; the crowded studio has the same. */
const family = async ({ card, admin }) => {
  const handle = card.family_plan_handle
  return (await admin(`membership-plans?handle=${handle}&fields=id`)).membership_plans[0].id
}

/** A plan of its own for what a scene needs, made once a studio and found again by its handle. */
async function planWith({ admin }, fields, versions) {
  const { membership_plans } = await admin(`membership-plans?handle=${fields.handle}&fields=id`)
  if (membership_plans[0]) return membership_plans[0].id
  const { membership_plan: plan } = await admin("membership-plans", { kind: "membership", ...fields })
  for (const { rows, until } of versions) {
    const { price_chart } = await admin(`membership-plans/${plan.id}/price-charts`, {})
    await admin(`price-charts/${price_chart.id}`, { rows })
    if (until) await admin(`price-charts/${price_chart.id}/finalize`, {})
    if (until === "published") await admin(`price-charts/${price_chart.id}/publish`, {})
  }
  return plan.id
}

const row = (label, amount, rest = {}) => ({ label, prices: [{ currency_code: "eur", amount }], ...rest })

const edited = async (studio) =>
  planWith(
    studio,
    { name: "Evening circle", handle: "scene-evening", audience: "shared", currency_codes: ["eur"] },
    [
      {
        rows: [
          row("First", 60, { required: true }),
          row("Second", 50),
          row("Further", 40, { unlimited: true }),
        ],
        until: "published",
      },
      {
        rows: [
          row("First", 55, { required: true }),
          row("Second", 45),
          row("Further", 40, { unlimited: true }),
        ],
        until: "finalized",
      },
      {
        rows: [
          row("First", 62, { required: true }),
          row("Second", 52),
          { prices: [] },
          row("Further", 42, { unlimited: true }),
        ],
      },
    ]
  )

const NAME =
  "A name that is much longer than any studio would give to anything, so that no part of a page may rely on it being short"

const crowded = async (studio) =>
  planWith(studio, { name: NAME, handle: "scene-many-rows", audience: "shared", currency_codes: ["eur"] }, [
    { rows: Array.from({ length: 500 }, (_, index) => row(`${index + 1}: ${NAME}`, 900 - index)) },
  ])

const empty = async (studio) =>
  planWith(studio, { name: "Not priced yet", handle: "scene-unpriced", audience: "individual" }, [])

const at = (plan, version) => async (studio) =>
  `/memberships/plans/${await plan(studio)}/prices${version ? `?version=${version}` : ""}`
const heading = (name) => (page) => page.getByRole("heading", { name, exact: true }).waitFor()
const click = (name) => async (page) => page.getByRole("button", { name, exact: true }).click()
const tried = async (page, name) => {
  await heading(name)(page)
  await page.getByRole("heading", { name: "Try it", exact: true }).waitFor()
}
const draft = { path: at(edited, 3), ready: (page) => tried(page, "Version 3") }
const prompt = (page) => page.getByRole("alertdialog").waitFor()

export const scenes = [
  { name: "prices-published", path: at(family, 1), ready: (page) => tried(page, "Version 1"), isPage: true },
  { name: "prices-draft", ...draft, isPage: true },
  {
    name: "prices-many-rows",
    path: at(crowded, 1),
    ready: (page) => tried(page, "Version 1"),
    isPage: true,
    in: ["crowded"],
  },
  { name: "prices-none", path: at(empty), ready: heading("No prices yet"), isPage: true },
  {
    name: "prices-no-version",
    path: at(edited, 9),
    ready: (page) => page.getByText("There is no version 9").waitFor(),
  },
  {
    name: "prices-no-plan",
    path: "/memberships/plans/mplan_none/prices",
    ready: (page) => page.getByText("There is no such plan").waitFor(),
    in: ["seeded", "empty"],
  },
  {
    name: "prices-problems",
    ...draft,
    act: async (page) => {
      await click("Finalize")(page)
      await page.getByText("Set a price; zero is one.", { exact: true }).waitFor()
    },
  },
  {
    name: "prices-unsaved",
    ...draft,
    act: async (page) => {
      await page.getByLabel("Label, row 1", { exact: true }).fill("The first of us")
      await page
        .getByRole("navigation", { name: "Versions" })
        .getByRole("link", { name: "Version 1 " })
        .click()
      await prompt(page)
    },
  },
  {
    name: "prices-shortcuts",
    ...draft,
    act: async (page) => {
      await click("Keyboard shortcuts")(page)
      await page.getByText("A new row below this one").waitFor()
    },
  },
  {
    name: "prices-new-version",
    ...draft,
    act: async (page) => {
      await click("New version")(page)
      await page.getByRole("menuitem", { name: "Blank" }).waitFor()
    },
  },
  {
    name: "prices-menu",
    ...draft,
    act: async (page) => {
      await click("More actions")(page)
      await page.getByRole("menuitem", { name: "Throw draft away" }).waitFor()
    },
  },
  {
    name: "prices-discard",
    ...draft,
    act: async (page) => {
      await click("More actions")(page)
      await page.getByRole("menuitem", { name: "Throw draft away" }).click()
      await prompt(page)
    },
  },
  {
    name: "prices-finalize",
    ...draft,
    act: async (page) => {
      await click("Remove row 3")(page)
      await page.getByText("This version is complete and can be finalized.").waitFor()
      await click("Finalize")(page)
      await prompt(page)
    },
  },
  {
    name: "prices-publish",
    path: at(edited, 2),
    ready: (page) => tried(page, "Version 2"),
    act: async (page) => {
      await click("Publish")(page)
      await prompt(page)
    },
  },
  {
    name: "prices-compare",
    ...draft,
    act: async (page) => {
      await click("Compare versions")(page)
      await page.getByRole("dialog", { name: "Compare two versions" }).getByText("rows differ.").waitFor()
    },
  },
]
