// The drawers that edit a plan: the seed's family shows them filled in, its ten-class pack what a credit pack has.
const everywhere = ["seeded", "crowded"]

/** The plan with this handle, or the newest where the studio is not the seed's. */
async function idOf(studio, handle) {
  const { membership_plans: found } = await studio.admin(`membership-plans?handle=${handle}&fields=id`)
  const [plan] = found.length
    ? found
    : (await studio.admin("membership-plans?limit=1&fields=id")).membership_plans
  return plan.id
}

const drawer = (section, handle) => async (studio) =>
  `/memberships/plans/${await idOf(studio, handle)}/edit-${section}`
const saveButton = async (page) => page.getByRole("button", { name: "Save", exact: true }).waitFor()
const toggle = (page, name) => page.getByRole("switch", { name, exact: true })

const scene = (name, section, { handle = "family", ...more } = {}) => ({
  ...{ name: `plan-edit-${name}`, path: drawer(section, handle), ready: saveButton },
  ...more,
})

export const scenes = [
  scene("sale", "sale", { in: everywhere }),
  scene("sale-billing", "sale", {
    handle: "unlimited-monthly",
    act: async (page) => page.getByRole("switch", { name: "Prorate dues" }).scrollIntoViewIfNeeded(),
  }),
  scene("sale-introductory", "sale", {
    act: async (page) => {
      await toggle(page, "Introductory offer").click()
      await toggle(page, "Sold at every location").click()
      await page.getByLabel("Times per household").scrollIntoViewIfNeeded()
    },
  }),
  scene("sale-wrong", "sale", {
    act: async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("")
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("This has to be filled in.").waitFor()
    },
  }),
  scene("sale-unsaved", "sale", {
    act: async (page) => {
      await page.getByLabel("Name", { exact: true }).fill("Family and friends")
      await page.getByRole("button", { name: "Cancel", exact: true }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  }),
  scene("validity", "validity", {
    act: async (page) => {
      await page.getByRole("radio", { name: /With the first visit/ }).click()
      await toggle(page, "Must start in time").click()
      await page.getByRole("group", { name: "Starts within" }).waitFor()
    },
  }),
  scene("entitlement", "entitlement", {
    act: async (page) => {
      await page.getByRole("radio", { name: /^Credits/ }).click()
      await page.getByRole("radio", { name: /One for each service/ }).click()
      await page.getByRole("button", { name: "Add an exchange" }).click()
      await page.getByRole("group", { name: "Exchange 1" }).scrollIntoViewIfNeeded()
    },
  }),
  scene("entitlement-pack", "entitlement", { handle: "ten-classes" }),
  scene("access", "access", {
    in: everywhere,
    act: async (page) => {
      await toggle(page, "At any time").click()
      await page.getByRole("button", { name: "Add a time" }).click()
      await page.getByRole("button", { name: "Add a limit" }).click()
      await page.getByRole("group", { name: "Limit 1" }).scrollIntoViewIfNeeded()
    },
  }),
  scene("access-locations", "access", {
    act: async (page) => {
      await toggle(page, "Valid at every location").click()
      await page.getByRole("combobox", { name: "Locations where it is valid" }).click()
      await page.getByRole("option").first().click()
    },
  }),
  scene("policies", "policies"),
  scene("policies-wrong", "policies", {
    act: async (page) => {
      await page.getByLabel("Shortest hold (days)").fill("60")
      await page.getByLabel("Longest hold (days)").fill("7")
      await page.getByRole("button", { name: "Save", exact: true }).click()
      await page.getByText("Shorter than the shortest hold.").waitFor()
    },
  }),
  scene("terms", "terms", {
    act: async (page) => {
      await page.getByLabel("Text", { exact: true }).fill("The family lives in one household.")
      await page.getByText("Saving makes version 2").waitFor()
    },
  }),
  scene("portal", "portal"),
]
