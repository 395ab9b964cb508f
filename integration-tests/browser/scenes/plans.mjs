// What the studio sells: the list with its filters and its command, the steps of a new plan, a plan's page and preview.
const everywhere = ["seeded", "crowded"]
const list = "/memberships/plans"
const create = `${list}/create`

/** The plan with this handle, or the newest where the studio is not the seed's. */
async function idOf(studio, handle) {
  const { membership_plans: found } = await studio.admin(`membership-plans?handle=${handle}&fields=id`)
  const [plan] = found.length
    ? found
    : (await studio.admin("membership-plans?limit=1&fields=id")).membership_plans
  return plan.id
}

const page =
  (handle, below = "") =>
  async (studio) =>
    `${list}/${await idOf(studio, handle)}${below}`

/** A plan that nobody could buy yet; made once a studio. */
const draft = async (studio) => {
  const handle = "draft-of-the-scenes"
  const { membership_plans } = await studio.admin(`membership-plans?handle=${handle}&fields=id`)
  if (membership_plans.length) return `${list}/${membership_plans[0].id}`
  const body = { name: "Summer pass", handle, kind: "membership", audience: "individual" }
  return `${list}/${(await studio.admin("membership-plans", body)).membership_plan.id}`
}

const heading = (name) => async (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const menu = async (page) => {
  await page.getByRole("button", { name: "What to do with this plan" }).click()
  await page.getByRole("menuitem", { name: "Delete" }).waitFor()
}
const next = async (page) => page.getByRole("button", { name: "Continue", exact: true }).click()

/** The form after these steps of a usual case. */
const steps = (usual, count) => async (page) => {
  await page.getByRole("radio", { name: usual, exact: true }).click()
  for (let step = 0; step < count; step++) {
    await next(page)
    await heading(step === 0 ? "Details" : "Prices")(page)
  }
}
const created = (name, usual, count, more) => ({
  name: `plans-create-${name}`,
  path: create,
  ready: heading("What do you want to sell?"),
  act: async (page) => {
    await steps(usual, count)(page)
    await more?.(page)
  },
})

async function selectTwo(page) {
  const boxes = page.getByRole("checkbox", { name: /^Select / })
  await boxes.nth(1).click()
  await boxes.nth(2).click()
  await page.getByRole("toolbar").waitFor()
}

export const scenes = [
  {
    ...{ name: "plans-list", path: list, isPage: true, in: ["seeded", "empty", "crowded"] },
    ready: async (page) => {
      await heading("Plans")(page)
      await page.getByRole("row").nth(1).or(page.getByText("No plan yet")).first().waitFor()
    },
  },
  {
    ...{ name: "plans-list-filtered", path: `${list}?q=nothing-is-called-so` },
    ready: async (page) => page.getByText("No plan matches").waitFor(),
  },
  {
    ...{ name: "plans-list-selected", path: list, in: everywhere },
    ready: async (page) => page.getByRole("row").nth(2).waitFor(),
    act: selectTwo,
  },
  {
    ...{ name: "plans-list-category", path: list },
    ready: async (page) => page.getByRole("row").nth(2).waitFor(),
    act: async (page) => {
      await selectTwo(page)
      await page.getByRole("button", { name: /^Revenue category/ }).click()
      await page.getByRole("dialog").getByLabel("Revenue category").waitFor()
    },
  },
  {
    ...{ name: "plans-create", path: create, in: ["seeded", "empty"] },
    ready: heading("What do you want to sell?"),
  },
  created("unlimited", "Unlimited membership", 1),
  created("pack", "Class pack", 1),
  created("intro", "Introductory offer", 1),
  created("prices", "Unlimited membership", 2),
  created("prices-family", "Family membership", 2),
  created("prices-missing", "Company membership", 2, async (page) => {
    await page.getByRole("radio", { name: "Put it on sale at once" }).click()
    await page.getByRole("button", { name: "Create plan", exact: true }).click()
    await page.getByText("Set a price; zero is a price.").first().waitFor()
  }),
  {
    ...{ name: "plan", path: page("family"), isPage: true, in: everywhere },
    ready: heading("Price chart"),
  },
  { name: "plan-draft", path: draft, ready: heading("Before it can be sold") },
  { name: "plan-menu", path: page("family"), ready: heading("Price chart"), act: menu },
  {
    ...{ name: "plan-archive", path: page("friends"), ready: heading("Price chart") },
    act: async (page) => {
      await menu(page)
      await page.getByRole("menuitem", { name: "Archive" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  {
    ...{ name: "plan-delete", path: draft, ready: heading("Price chart") },
    act: async (page) => {
      await menu(page)
      await page.getByRole("menuitem", { name: "Delete" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  {
    ...{ name: "plan-not-found", path: `${list}/mplan_none` },
    ready: async (page) => page.getByText("There is no such plan").waitFor(),
  },
  {
    ...{ name: "plan-preview", path: page("family", "/preview"), in: everywhere },
    ready: async (page) =>
      page
        .getByText("Customers see this plan.")
        .or(page.getByText(/^Customers .* see this plan/))
        .first()
        .waitFor(),
  },
  {
    ...{ name: "plan-preview-draft", path: async (studio) => `${await draft(studio)}/preview` },
    ready: async (page) => page.getByText("Customers cannot see this plan yet: it is a draft.").waitFor(),
  },
]
