// The front desk: who is there, whether they may come in, and who came today.
const DESK = "/front-desk"

const field = (page) => page.getByRole("combobox", { name: /^(Find a member|Mitglied suchen)$/ })
const ready = (page) => field(page).waitFor()
const type = (words, shown) => async (page) => {
  await field(page).fill(words)
  await page.getByText(shown).first().waitFor()
}
const look = (words, verdict) => async (page) => {
  await field(page).fill(words)
  await page.getByRole("option").first().waitFor()
  await field(page).press("ArrowDown")
  await field(page).press("Enter")
  await page.getByRole("heading", { name: verdict }).waitFor()
}

const LONG = "Tresen-Niemand-von-und-zu-Hohenlohe-Langenburg"
/** Of a name that is long, and without a membership. */
const stranger = async (studio) => {
  const { members } = await studio.admin("members?limit=1&q=tresen-niemand")
  if (members.length > 0) return members[0].id
  const person = { first_name: "Alexandra-Maximiliane", last_name: LONG, date_of_birth: "2014-05-06" }
  return (await studio.admin("members", person)).member.id
}
const withStranger = async (studio) => {
  await stranger(studio)
  return DESK
}
const withVisits = async (studio) => {
  const member_id = await stranger(studio)
  const { members } = await studio.admin("members?limit=1&q=haddad")
  const { location_id } = studio.card
  const { membership_services } = await studio.admin("membership-services?q=yoga%20class")
  const service_id = membership_services[0].id
  await studio.admin("check-ins", { member_id: members[0].id, location_id, service_id })
  await studio.admin("check-ins", { member_id, location_id })
  await studio.admin("check-ins", { member_id, location_id, override_reason: "A day to try" })
  return DESK
}
/** In a class, whose place is open whenever the scene is shown. */
const allowed = async (page) => {
  await page.getByRole("combobox", { name: "For", exact: true }).click()
  await page.getByRole("option", { name: "Yoga class", exact: true }).click()
  await look("Petersen", "May come in")(page)
}
const goOffline = async (page) => {
  await allowed(page)
  // Only this page: the scenes beside it share its context.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { get: () => false })
    window.dispatchEvent(new Event("offline"))
  })
  await page.getByText("Offline – nothing is checked in").waitFor()
}

export const scenes = [
  { name: "desk-empty", path: DESK, ready, isPage: true, in: ["seeded", "empty"] },
  { name: "desk-found", path: withStranger, ready, act: type("an", LONG) },
  { name: "desk-nobody", path: DESK, ready, act: type("nobody-is-called-that", "Nobody found") },
  { name: "desk-allowed", path: DESK, ready, act: allowed },
  { name: "desk-denied", path: withStranger, ready, act: look("Tresen-Niemand", "Not let in") },
  {
    name: "desk-visits",
    path: withVisits,
    ready: (page) => page.getByText("Let in anyway", { exact: true }).first().waitFor(),
  },
  { name: "desk-offline", path: DESK, ready, act: goOffline },
  { name: "desk-german", path: withStranger, lang: "de", ready, act: look("Tresen-Niemand", "Kein Einlass") },
]
