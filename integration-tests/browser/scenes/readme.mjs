// What the README shows and no other scene does: a new version of a price chart under way, complete and not yet finalized.
async function chartUnderWay({ admin }) {
  const plans = await admin("membership-plans?handle=climbing-circle&fields=id")
  const plan = plans.membership_plans[0].id
  const { price_charts } = await admin(`membership-plans/${plan}/price-charts?fields=id,version,state`)
  const [newest] = price_charts
  if (newest.state === "draft") return { plan, version: newest.version }
  const { price_chart } = await admin(`membership-plans/${plan}/price-charts`, { template_id: newest.id })
  return { plan, version: price_chart.version }
}

export const scenes = [
  {
    name: "readme-price-chart",
    path: async (studio) => {
      const { plan, version } = await chartUnderWay(studio)
      return `/memberships/plans/${plan}/prices?version=${version}`
    },
    ready: (page) => page.getByRole("heading", { name: "Try it", exact: true }).waitFor(),
  },
]
