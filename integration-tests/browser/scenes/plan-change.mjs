// Another plan for a membership: the drawer, what it would cost, and the change that waits.
import { monthlyMembership } from "../monthly.mjs"

const plan = async (studio, name) => {
  const { membership_plans } = await studio.admin("membership-plans?limit=100&fields=id,name")
  return membership_plans.find((each) => each.name === name).id
}
const drawer = async () => `/memberships/${await monthlyMembership("Nele", "Tarif")}/seats/plan`
const planned = async (studio) => {
  const id = await monthlyMembership("Paul", "Vorgemerkt")
  const { membership } = await studio.admin(`memberships/${id}`)
  if (!membership.planned_plan_change)
    await studio.admin(`memberships/${id}/plan-change`, {
      ...{ plan_id: await plan(studio, "Unlimited Annual"), when: "renewal", reason: "Asked at the desk" },
    })
  return `/memberships/${id}`
}
const ready = (name) => async (page) =>
  page.getByRole("dialog").getByRole("heading", { name, exact: true }).waitFor()
const choose = (label, told) => async (page) => {
  await page.getByRole("dialog").getByLabel(label).click()
  await page.getByRole("option", { name: "Unlimited Quarterly" }).click()
  await page.getByRole("dialog").getByText(told).first().waitFor()
}

export const scenes = [
  { name: "plan-change", path: drawer, ready: ready("Change plan") },
  {
    name: "plan-change-preview",
    path: drawer,
    ready: ready("Change plan"),
    act: choose("New plan", /tax included\.|^Not possible|Nothing is charged/),
  },
  {
    name: "plan-change-german",
    path: drawer,
    lang: "de",
    ready: ready("Tarif wechseln"),
    act: choose("Neuer Tarif", /inkl\. Steuer|nicht möglich|nichts abgebucht/),
  },
  {
    name: "plan-change-planned",
    path: planned,
    ready: async (page) => page.getByText(/^To Unlimited Annual on /).waitFor(),
    isPage: true,
  },
  {
    name: "plan-change-take-back",
    path: planned,
    ready: async (page) => page.getByText(/^To Unlimited Annual on /).waitFor(),
    act: async (page) => {
      await page.getByRole("button", { name: "Take back" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
]
