// Members and households: the seed's family Keller is a guardian and two children.
import { familyMembership } from "../families.mjs"

const heading = (name) => (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()
const everywhere = ["seeded", "empty", "crowded"]

/** The newest one, where the studio is not the seed's. */
async function idOf(studio, list, q) {
  const found = (await studio.admin(`${list}?limit=1&fields=id&q=${q}`))[list][0]
  return (found ?? (await studio.admin(`${list}?limit=1&fields=id`))[list][0]).id
}

const member =
  (rest = "", q = "mila%20keller") =>
  async (studio) =>
    `/memberships/members/${await idOf(studio, "members", q)}${rest}`
const household =
  (rest = "") =>
  async (studio) =>
    `/memberships/households/${await idOf(studio, "households", "keller")}${rest}`

const ADULT_AGE = 18
const DAY_MS = 86_400_000

/** A family whose children come of age within weeks, with a seat for adults that is free or taken; made once a studio. */
async function comingOfAge({ admin }, last_name, { isFree }) {
  if ((await admin(`memberships?limit=1&fields=id&q=${last_name}`)).memberships.length > 0) return
  const { studio } = await admin("membership-studio")
  const bornBefore = (days) => {
    const birthday = new Date(Date.parse(studio.today) + days * DAY_MS)
    birthday.setUTCFullYear(birthday.getUTCFullYear() - ADULT_AGE)
    return birthday.toISOString().slice(0, 10)
  }
  const { id, membership } = await familyMembership(last_name, { Tom: bornBefore(20), Kim: bornBefore(60) })
  if (isFree) await admin(`memberships/${id}/seats/${membership.seats[1].id}/unassign`, {})
}

const menu = (name) => async (page) => {
  await page.getByRole("button", { name }).first().click()
  await page.getByRole("menu").waitFor()
}
/** What a menu's item asks before it is done. */
const asks = (name, item) => async (page) => {
  await menu(name)(page)
  await page.getByRole("menuitem", { name: item }).click()
  await page.getByRole("alertdialog").waitFor()
}
const opened = (label) => async (page) => {
  await page.getByRole("combobox", { name: label }).click()
  await page.getByRole("option").first().waitFor()
}

export const scenes = [
  { name: "members", path: "/memberships/members", ready: heading("Members"), isPage: true, in: everywhere },
  {
    name: "members-none-found",
    path: "/memberships/members?q=nobody-of-this-name",
    ready: (page) => page.getByText("No member matches").waitFor(),
  },
  { name: "member-create", path: "/memberships/members/create", ready: heading("Add a member") },
  {
    name: "member-create-customer",
    path: "/memberships/members/create",
    ready: heading("Add a member"),
    act: opened("Customer"),
  },
  {
    name: "member-create-wrong",
    path: "/memberships/members/create",
    ready: heading("Add a member"),
    act: async (page) => {
      await page.getByLabel("Date of birth").fill("1801-01-01")
      await page.getByLabel("E-mail").fill("nobody")
      await page.getByRole("button", { name: "Add member" }).click()
      await page.getByText("130 years").waitFor()
    },
  },
  {
    name: "member",
    path: member(),
    ready: heading("Qualifies for"),
    isPage: true,
    in: ["seeded", "crowded"],
  },
  {
    name: "member-guardian",
    path: member("", "jana%20keller"),
    ready: heading("Qualifies for"),
    act: async (page) =>
      page.getByText("Holds no seat").or(page.getByText("Sold ").first()).first().waitFor(),
  },
  {
    name: "member-date-of-birth",
    path: member(),
    ready: heading("Qualifies for"),
    act: async (page) => {
      await page.getByRole("button", { name: "Show date of birth" }).click()
      await page.getByRole("button", { name: "Hide date of birth" }).waitFor()
    },
  },
  { name: "member-menu", path: member(), ready: heading("Qualifies for"), act: menu("More actions") },
  {
    name: "member-delete",
    path: member(),
    ready: heading("Qualifies for"),
    act: asks("More actions", "Delete"),
  },
  { name: "member-edit", path: member("/edit"), ready: (page) => page.getByLabel("First name").waitFor() },
  {
    name: "member-proof",
    path: member("/proof"),
    ready: (page) => page.getByLabel("What you saw").waitFor(),
  },
  {
    name: "member-household-menu",
    path: member(),
    ready: heading("Qualifies for"),
    act: menu(/^Actions for /),
  },
  {
    name: "member-leave",
    path: member(),
    ready: heading("Qualifies for"),
    act: asks(/^Actions for /, "Leave household"),
  },
  { name: "member-household", path: member("/household"), ready: heading("Move to another household") },
  {
    name: "member-not-found",
    path: "/memberships/members/mmemb_none",
    ready: (page) => page.getByText("There is no such member").waitFor(),
  },
  {
    name: "members-ageing-out",
    path: "/memberships/members/ageing-out",
    ready: heading("Ages out"),
    isPage: true,
    in: everywhere,
  },
  {
    name: "members-ageing-out-rows",
    path: async (studio) => {
      await comingOfAge(studio, "Reif", { isFree: true })
      await comingOfAge(studio, "Voll", { isFree: false })
      return "/memberships/members/ageing-out"
    },
    ready: (page) => page.getByRole("row").filter({ hasText: "Reif" }).first().waitFor(),
  },
  {
    name: "households",
    path: "/memberships/households",
    ready: heading("Households"),
    isPage: true,
    in: everywhere,
  },
  { name: "household-create", path: "/memberships/households/create", ready: heading("Create a household") },
  {
    name: "household-create-people",
    path: "/memberships/households/create",
    ready: heading("Create a household"),
    act: async (page) => {
      await opened("Guardians")(page)
      await page.getByRole("option").first().click()
      await page.getByRole("button", { name: "Add a new person" }).click()
      await page.getByRole("group", { name: "New person 1" }).waitFor()
      await page.getByRole("button", { name: "Create household" }).click()
      await page.getByText("This has to be filled in.").first().waitFor()
    },
  },
  {
    name: "household",
    path: household(),
    ready: heading("Who lives here"),
    isPage: true,
    in: ["seeded", "crowded"],
  },
  {
    name: "household-member-menu",
    path: household(),
    ready: heading("Who lives here"),
    act: menu(/^Actions for Jana/),
  },
  {
    name: "household-remove",
    path: household(),
    ready: heading("Who lives here"),
    act: asks(/^Actions for Mila/, "Remove from household"),
  },
  {
    name: "household-last-guardian",
    path: household(),
    ready: heading("Who lives here"),
    act: async (page) => {
      await menu(/^Actions for Jana/)(page)
      await page.getByRole("menuitem", { name: "No longer a guardian" }).click()
      await page.getByText("A household needs at least one guardian").waitFor()
    },
  },
  {
    name: "household-dissolve",
    path: household(),
    ready: heading("Who lives here"),
    act: asks("More actions", "Dissolve household"),
  },
  { name: "household-rename", path: household("/edit"), ready: heading("Rename household") },
  { name: "household-add", path: household("/add"), ready: heading("Add a member to the household") },
  { name: "household-new-person", path: household("/person"), ready: heading("Add a new person") },
  {
    name: "household-not-found",
    path: "/memberships/households/mhous_none",
    ready: (page) => page.getByText("There is no such household").waitFor(),
  },
]
