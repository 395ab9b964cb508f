// What visits are for, the devices of the front desk, and what members show there.
const SERVICES = "/settings/membership-services"
const DEVICES = "/settings/front-desk-devices"
const everywhere = ["seeded", "empty", "crowded"]
const heading = (name) => (page) => page.getByRole("heading", { name, exact: true }).first().waitFor()

const serviceEdit = (name) => async (studio) => {
  const { membership_services } = await studio.admin(`membership-services?q=${encodeURIComponent(name)}`)
  return `${SERVICES}/edit/${membership_services[0].id}`
}
const member =
  (rest = "") =>
  async (studio) => {
    const { members } = await studio.admin("members?limit=1&fields=id&q=mila%20keller")
    return `/memberships/members/${members[0].id}${rest}`
  }
const asks = (name, item) => async (page) => {
  await page.getByRole("button", { name }).first().click()
  await page.getByRole("menuitem", { name: item }).click()
  await page.getByRole("alertdialog").waitFor()
}

/** The end of a long form. */
const toFines = (title, effect) => async (page) => {
  await heading(title)(page)
  await page.getByRole("radio", { name: effect }).scrollIntoViewIfNeeded()
}

export const scenes = [
  { name: "services-list", path: SERVICES, ready: heading("Services"), isPage: true, in: everywhere },
  {
    name: "services-filtered",
    path: `${SERVICES}?q=nothing-is-called-that`,
    ready: (page) => page.getByText("No service matches").waitFor(),
  },
  { name: "services-create", path: `${SERVICES}/create`, ready: heading("Add a service") },
  { name: "services-edit", path: serviceEdit("sauna"), ready: heading("Edit service") },
  {
    name: "services-edit-fine",
    path: serviceEdit("personal training"),
    ready: toFines("Edit service", "Costs a fine"),
  },
  {
    name: "services-edit-fine-german",
    path: serviceEdit("personal training"),
    lang: "de",
    ready: toFines("Angebot bearbeiten", "Kostet eine Gebühr"),
  },
  {
    name: "services-archive",
    path: SERVICES,
    ready: heading("Services"),
    act: asks("More actions: Sauna", "Archive"),
  },
  { name: "services-german", path: `${SERVICES}/create`, lang: "de", ready: heading("Angebot anlegen") },
  { name: "devices-list", path: DEVICES, ready: heading("Front-desk devices"), isPage: true, in: everywhere },
  { name: "devices-add", path: `${DEVICES}/create`, ready: heading("Add a front-desk device") },
  {
    name: "devices-german",
    path: `${DEVICES}/create`,
    lang: "de",
    ready: heading("Empfangsgerät hinzufügen"),
  },
  { name: "member-codes", path: member(), ready: heading("Check-in codes") },
  { name: "member-card", path: member("/card"), ready: heading("Add a card") },
  {
    name: "member-qr-code",
    path: member("/code"),
    ready: (page) => page.getByRole("img", { name: /^QR code/ }).waitFor(),
  },
]
