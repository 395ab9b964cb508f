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

/** Holders of the seats that the studio was furnished with; members are there only where somebody was named. */
const visitor = async (studio, q) => {
  const { memberships } = await studio.admin(`memberships?limit=1&q=${q}`)
  const { membership } = await studio.admin(`memberships/${memberships[0].id}`)
  const [seat] = membership.seats
  const last_name = `Tresen-${q}`
  const { members } = await studio.admin(`members?limit=1&q=${last_name}`)
  if (members.length > 0) return members[0].id
  const person = { first_name: "Alexandra-Maximiliane", last_name, date_of_birth: "1987-11-02" }
  const { member } = await studio.admin("members", person)
  await studio.admin(`memberships/${membership.id}/seats/${seat.id}/assign`, { member_id: member.id })
  return member.id
}
const withPack = async (studio) => {
  await visitor(studio, "petersen")
  return DESK
}
const withoutMembership = async (studio) => {
  const { members } = await studio.admin("members?limit=1&q=tresen-niemand")
  if (members.length === 0)
    await studio.admin("members", {
      first_name: "Nele",
      last_name: "Tresen-Niemand",
      date_of_birth: "2014-05-06",
    })
  return DESK
}
const withVisits = async (studio) => {
  const member_id = await visitor(studio, "petersen")
  await withoutMembership(studio)
  const { members } = await studio.admin("members?limit=1&q=tresen-niemand")
  const location_id = studio.card.location_id
  for (const id of [member_id, members[0].id]) await studio.admin("check-ins", { member_id: id, location_id })
  await studio.admin("check-ins", {
    ...{ member_id: members[0].id, location_id },
    override_reason: "A day to try",
  })
  return DESK
}
const goOffline = async (page) => {
  await look("Tresen-petersen", "May come in")(page)
  // Only this page: the scenes beside it share its context.
  await page.evaluate(() => {
    Object.defineProperty(navigator, "onLine", { get: () => false })
    window.dispatchEvent(new Event("offline"))
  })
  await page.getByText("Offline – nothing is checked in").waitFor()
}

export const scenes = [
  { name: "desk-empty", path: DESK, ready, isPage: true, in: ["seeded", "empty"] },
  { name: "desk-found", path: withPack, ready, act: type("a", "Tresen-petersen") },
  { name: "desk-nobody", path: DESK, ready, act: type("nobody-is-called-that", "Nobody found") },
  { name: "desk-allowed", path: withPack, ready, act: look("Tresen-petersen", "May come in") },
  {
    name: "desk-denied",
    path: withoutMembership,
    ready,
    act: look("Tresen-Niemand", "Not let in"),
  },
  {
    name: "desk-visits",
    path: withVisits,
    ready: (page) => page.getByText("Let in anyway", { exact: true }).first().waitFor(),
  },
  { name: "desk-offline", path: withPack, ready, act: goOffline },
  {
    name: "desk-german",
    path: withoutMembership,
    lang: "de",
    ready,
    act: look("Tresen-Niemand", "Kein Einlass"),
  },
]
