const familyPath = async (studio) => {
  const { membership_plans } = await studio.admin(
    `membership-plans?handle=${studio.card.family_plan_handle}&fields=id`
  )
  return `/memberships/plans/${membership_plans[0].id}/prices?version=1`
}
const ready = (page) => page.getByRole("heading", { name: "Try it", exact: true }).waitFor()

const toPreview = async (page) =>
  page.getByRole("heading", { name: "Try it", exact: true }).scrollIntoViewIfNeeded()

export const scenes = [
  { name: "chart-preview-people", path: familyPath, ready, act: toPreview },
  {
    name: "chart-preview-refused",
    path: familyPath,
    ready,
    act: async (page) => {
      await page.getByRole("button", { name: "Remove Adult, 36" }).click()
      await page.getByText("These people cannot buy this").scrollIntoViewIfNeeded()
    },
  },
  {
    name: "chart-preview-seats",
    path: familyPath,
    ready,
    act: async (page) => {
      await page.getByRole("tab", { name: "Seats", exact: true }).click()
      await page.getByRole("button", { name: "One seat more: Child" }).click()
      await page.getByText("Sum before tax").scrollIntoViewIfNeeded()
    },
  },
  {
    name: "chart-preview-average",
    path: familyPath,
    ready,
    act: async (page) => {
      await page.getByRole("button", { name: "Show the average price" }).click()
      await page.locator(".recharts-line-dot").first().waitFor()
      await page.getByRole("button", { name: "Show as table" }).click()
      await page.getByRole("table", { name: "Average price per person" }).scrollIntoViewIfNeeded()
    },
  },
]
