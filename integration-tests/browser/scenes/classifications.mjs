const LIST = "/settings/membership-classifications"
const heading = (name) => (page) => page.getByRole("heading", { name, exact: true }).waitFor()

const editPath = (name) => async (studio) => {
  const { membership_classifications } = await studio.admin(
    `membership-classifications?q=${encodeURIComponent(name)}`
  )
  return `${LIST}/edit/${membership_classifications.find((each) => each.name === name).id}`
}

export const scenes = [
  {
    name: "classifications-list",
    path: LIST,
    in: ["seeded", "empty", "crowded"],
    ready: heading("Classifications"),
    isPage: true,
  },
  {
    name: "classifications-filtered",
    path: `${LIST}?q=nobody-is-called-that`,
    ready: (page) => page.getByText("No classification matches").waitFor(),
  },
  {
    name: "classifications-menu",
    path: LIST,
    ready: heading("Classifications"),
    act: async (page) => {
      await page.getByRole("button", { name: "More actions: Senior" }).click()
      await page.getByRole("menuitem", { name: "Delete" }).waitFor()
    },
  },
  {
    name: "classifications-create",
    path: `${LIST}/create`,
    ready: heading("Add a classification"),
    act: async (page) => {
      await page.getByRole("button", { name: "Add classification" }).click()
      await page.getByText("This has to be filled in.").waitFor()
    },
  },
  { name: "classifications-edit", path: editPath("Senior"), ready: heading("Edit classification") },
  {
    name: "classifications-not-found",
    path: `${LIST}/edit/mclas_none`,
    ready: (page) => page.getByText("There is no such classification").waitFor(),
  },
  {
    name: "classifications-delete",
    path: LIST,
    ready: heading("Classifications"),
    act: async (page) => {
      await page.getByRole("button", { name: "More actions: Senior" }).click()
      await page.getByRole("menuitem", { name: "Delete" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
]
