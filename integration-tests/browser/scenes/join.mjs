// From a plan of one's own to a seat of a shared membership: the drawer, what it means, and the move that waits.
import { joinable } from "../joinable.mjs"

const drawer = async () => `/memberships/${(await joinable("Umzug")).own_id}/seats/join`
const planned = async (studio) => {
  const { own_id, family } = await joinable("Vormerkung")
  const { membership } = await studio.admin(`memberships/${own_id}`)
  if (!membership.planned_plan_change) {
    const { join } = await studio.admin(`memberships/${own_id}/join`)
    const [{ seat_id }] = join.options[0].seats
    await studio.admin(`memberships/${own_id}/join`, {
      ...{ membership_id: family.id, seat_id, when: "renewal", reason: "Asked at the desk" },
    })
  }
  return `/memberships/${own_id}`
}
const ready = (name) => async (page) =>
  page.getByRole("dialog").getByRole("heading", { name, exact: true }).waitFor()
const choose = (label, told) => async (page) => {
  await page.getByRole("dialog").getByRole("combobox", { name: label }).click()
  await page.getByRole("option", { name: "Family" }).first().click()
  await page.getByRole("dialog").getByText(told).first().waitFor()
}

export const scenes = [
  { name: "join", path: drawer, ready: ready("Move to a shared membership") },
  {
    name: "join-preview",
    path: drawer,
    ready: ready("Move to a shared membership"),
    act: choose("Shared membership", /^Takes .* from /),
  },
  {
    name: "join-german",
    path: drawer,
    lang: "de",
    ready: ready("In gemeinsame Mitgliedschaft wechseln"),
    act: choose("Gemeinsame Mitgliedschaft", /^Belegt .* ab /),
  },
  {
    name: "join-planned",
    path: planned,
    ready: async (page) => page.getByText(/^To a seat in #\d+ Family on /).waitFor(),
    isPage: true,
  },
]
