// Some pages and dialogs of every area in German, whose words are longer.
const heading = (name) => (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()

const newest = (list, path) => async (studio) =>
  path((await studio.admin(`${list}?limit=1&fields=id`))[list.replaceAll("-", "_")][0].id)
const familyPlan =
  (below = "") =>
  async ({ admin }) => {
    const { membership_plans } = await admin("membership-plans?handle=family&fields=id")
    return `/memberships/plans/${membership_plans[0].id}${below}`
  }

const german = (name, scene) => ({ name: `german-${name}`, lang: "de", ...scene })

export const scenes = [
  german("memberships", { path: "/memberships", ready: heading("Mitgliedschaften") }),
  german("membership", {
    path: newest("memberships", (id) => `/memberships/${id}`),
    ready: heading("Was verkauft wurde"),
  }),
  german("plans", { path: "/memberships/plans", ready: heading("Tarife") }),
  german("plan", { path: familyPlan(), ready: heading("Preisliste") }),
  german("prices", {
    path: familyPlan("/prices?version=1"),
    ready: (page) => page.getByRole("navigation", { name: "Fassungen" }).waitFor(),
  }),
  german("renewals-edit", {
    path: "/settings/memberships/renewals",
    ready: (page) => page.getByRole("spinbutton", { name: "Nachfrist (Tage)" }).waitFor(),
  }),
  german("renewals-billing-day", {
    path: "/settings/memberships/renewals",
    ready: (page) => page.getByRole("spinbutton", { name: "Nachfrist (Tage)" }).waitFor(),
    act: async (page) => {
      await page.getByRole("spinbutton", { name: /^Gemeinsamer Abrechnungstag/ }).fill("20")
      await page.getByText(/Wer heute einen Monatstarif kauft/).scrollIntoViewIfNeeded()
    },
  }),
  german("members", { path: "/memberships/members", ready: heading("Mitglieder") }),
]
