// Working with the seats of a sold membership: what stands at them, each dialog with its preview, and the reorder mode.
import { demoFamily } from "../families.mjs"

const NAME = "Brandt"
const DAY_MS = 86_400_000
const later = (day, days) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)

/** A family whose youngest is on hold and whose empty seat ends; made once a studio. */
async function family(studio) {
  const id = await demoFamily(studio, NAME)
  const path = `memberships/${id}`
  const { membership } = await studio.admin(path)
  const { options } = await studio.admin(`${path}/options`)
  const [fourth, fifth] = membership.seats.slice(3)
  if (fourth.holds.length === 0) {
    const dates = { starts_on: options.today, resumes_on: later(options.today, 30) }
    await studio.admin(`${path}/seats/${fourth.id}/hold`, { ...dates, reason: "A broken arm" })
  }
  if (fifth.canceled_on === null)
    await studio.admin(`${path}/seats/${fifth.id}/cancel`, { way: { at: "renewal" } })
  return { id, seats: membership.seats, today: options.today }
}

const page = async (studio) => `/memberships/${(await family(studio)).id}`
const whole = (verb) => async (studio) => `${await page(studio)}/seats/${verb}`
const ofSeat = (verb, position) => async (studio) => {
  const { id, seats } = await family(studio)
  return `/memberships/${id}/seats/${verb}?seat=${seats[position - 1].id}`
}

const ASKED = "rosa.tanaka@example.test"

/** Friends of whom one was asked by e-mail. */
async function friends(studio) {
  const { memberships } = await studio.admin("memberships?limit=1&fields=id&q=vogt")
  const path = `memberships/${memberships[0].id}`
  const { seats } = (await studio.admin(path)).membership
  if (seats.every(({ invitation }) => invitation === null))
    await studio.admin(`${path}/seats/${seats[1].id}/invite`, { email: ASKED })
  return { page: `/${path}`, seats }
}
const invite = (position) => async (studio) => {
  const { page, seats } = await friends(studio)
  return `${page}/seats/invite?seat=${seats[position - 1].id}`
}

const dialog = (name) => async (page) =>
  page.getByRole("dialog").getByRole("heading", { name, exact: true }).waitFor()
const told = (text) => async (page) => page.getByRole("dialog").getByText(text).first().waitFor()
const menu = (page) => page.getByRole("button", { name: "Actions for all seats" })
const seats = async (page) => {
  await menu(page).waitFor()
  await page.getByText("Put on hold", { exact: true }).waitFor()
}
const startReordering = async (page) => {
  await menu(page).click()
  await page.getByRole("menuitem", { name: "Reorder" }).click()
  await page.getByRole("heading", { name: "Reorder seats" }).waitFor()
}

export const scenes = [
  { name: "seats", path: page, ready: seats, isPage: true },
  {
    name: "seats-menu",
    path: page,
    ready: seats,
    act: async (page) => {
      await page.getByRole("button", { name: `Actions: First adult (Jane ${NAME})` }).click()
      await page.getByRole("menuitem", { name: "Cancel seat" }).waitFor()
    },
  },
  {
    name: "seats-menu-all",
    path: page,
    ready: seats,
    act: async (page) => {
      await menu(page).click()
      await page.getByRole("menuitem", { name: "Cancel all" }).waitFor()
    },
  },
  {
    name: "seats-hold-all",
    path: whole("hold"),
    ready: dialog("Hold all seats"),
    act: async (page) => {
      await page.getByLabel("First day back").fill("2099-01-01")
      await told("With a reason you can go past it.")(page)
      await page.getByLabel(/^Reason/).fill("Building works")
      await told(/^Hold fee/)(page)
    },
  },
  {
    name: "seats-hold-refused",
    path: ofSeat("hold", 1),
    ready: dialog("Hold this seat"),
    act: async (page) => {
      await page.getByLabel("First day back").fill("")
      await told("With a reason you can go past it.")(page)
    },
  },
  {
    name: "seats-resume",
    path: ofSeat("resume", 4),
    ready: dialog("End the hold"),
    act: told(/Back on|taken back/),
  },
  {
    name: "seats-cancel",
    path: ofSeat("cancel", 4),
    ready: dialog("Cancel this seat"),
    act: told(/^Last day: .+ – Further child/),
  },
  {
    name: "seats-cancel-all",
    path: whole("cancel"),
    ready: dialog("Cancel all seats"),
    act: told(/^Last day: .+ – /),
  },
  {
    name: "seats-required",
    path: ofSeat("cancel", 3),
    ready: dialog("This seat is required"),
    act: async (page) => {
      await page.getByRole("radio").first().click()
      await told(/moves to First child$/)(page)
    },
  },
  {
    name: "seats-uncancel",
    path: ofSeat("uncancel", 5),
    ready: dialog("Take the cancellation back"),
    act: told(/^Goes on/),
  },
  {
    name: "seats-assign",
    path: ofSeat("assign", 2),
    ready: dialog("Give this seat to somebody else"),
    act: told("Sits here now"),
  },
  {
    name: "seats-unassign",
    path: ofSeat("unassign", 2),
    ready: dialog("Leave this seat empty"),
    act: told(/^Stays empty|leaves the seat/),
  },
  {
    name: "seats-payer",
    path: ofSeat("payer", 2),
    ready: dialog("Change who pays"),
    act: async (page) => {
      await page.getByLabel("Customer").fill("haddad")
      await page
        .getByRole("option", { name: /Haddad/ })
        .first()
        .click()
      await told(/pays from the next charge on/)(page)
    },
  },
  {
    name: "seats-extend",
    path: async (studio) => {
      const { memberships } = await studio.admin("memberships?limit=1&fields=id&q=petersen")
      return `/memberships/${memberships[0].id}/seats/extend`
    },
    ready: dialog("Extend the term"),
    act: async (page) => {
      await page.getByLabel("New last day").fill("2099-12-31")
      await told("Say why the term changes.")(page)
    },
  },
  {
    name: "seats-reorder",
    path: page,
    ready: seats,
    act: async (page) => {
      await startReordering(page)
      await page.getByRole("button", { name: /^Move down: Bob/ }).click()
      await page
        .getByText(/people do not fit|person does not fit/)
        .first()
        .waitFor()
    },
  },
  {
    name: "seats-invitations",
    path: async (studio) => (await friends(studio)).page,
    ready: async (page) => page.getByRole("heading", { name: "Open invitations" }).waitFor(),
    isPage: true,
  },
  { name: "seats-invite-again", path: invite(2), ready: dialog("Invite to this seat") },
  {
    name: "seats-invite-code",
    path: invite(3),
    ready: dialog("Invite to this seat"),
    act: async (page) => {
      await page.getByLabel("E-mail").fill("noor.vandenberg@example.test")
      await page.getByRole("button", { name: "Invite", exact: true }).click()
      await dialog("Give them the code yourself")(page)
    },
  },
  { name: "seats-german", path: whole("hold"), ready: dialog("Alle Plätze pausieren"), lang: "de" },
]
