// Staff sell a membership: each step of the way, its refusals, and a further seat of one that was sold.
import { choosePlan } from "../choose-plan.mjs"
import { demoFamily } from "../families.mjs"

const dialog = (page) => page.getByRole("dialog")
const next = (name) => async (page) => dialog(page).getByRole("button", { name }).click()
const titled = async (page, name) => dialog(page).getByRole("heading", { name, exact: true }).waitFor()
const priced = async (page) => dialog(page).getByText("Total now").waitFor()

/** For the seed's guardian, whose household the seats can be filled from. */
const forJana = async ({ admin }) => {
  const { customers } = await admin("customers?limit=1&fields=id&q=jana.keller")
  return `/memberships/sell?customer=${customers[0].id}`
}

async function chosen(page, plan = "Family") {
  await choosePlan(page, plan)
  await dialog(page).getByText("Starts today").waitFor()
}

async function atSeats(page) {
  await chosen(page)
  await next("Continue")(page)
  await titled(page, "For whom, and where?")
  await dialog(page).getByRole("combobox", { name: "Region" }).getByText("Germany").waitFor()
  await next("Continue")(page)
  await titled(page, "Which seats?")
  await priced(page)
}

async function atTerms(page) {
  await atSeats(page)
  await next("Continue")(page)
  await titled(page, "Terms, version 1")
}

async function atReview(page) {
  await atTerms(page)
  await dialog(page).getByRole("switch").click()
  await next("Continue")(page)
  await titled(page, "Look at everything once more")
  await priced(page)
}

const start = (page) => titled(page, "What do you sell?")
const scene = (name, act, more = {}) => ({ name: `sell-${name}`, path: forJana, ready: start, act, ...more })

export const scenes = [
  { name: "sell", path: "/memberships/sell", ready: start, isPage: true, in: ["seeded", "empty", "crowded"] },
  scene("plan", chosen),
  scene("customer-missing", async (page) => {
    await chosen(page)
    await next("Continue")(page)
    await dialog(page)
      .getByRole("button", { name: /^Remove/ })
      .click()
    await next("Continue")(page)
    await dialog(page).getByText("Choose a customer, or make a new one.").waitFor()
    await dialog(page).getByRole("button", { name: "New customer" }).click()
    await dialog(page).getByRole("group", { name: "New customer" }).waitFor()
  }),
  scene("seats", atSeats),
  scene("seats-refused", async (page) => {
    await atSeats(page)
    await dialog(page).getByRole("spinbutton", { name: "Child", exact: true }).fill("0")
    await next("Continue")(page)
    await dialog(page).getByText("Child: at least 1 seat is required, not 0.").first().waitFor()
  }),
  scene("people", async (page) => {
    await atSeats(page)
    await dialog(page)
      .getByRole("radio", { name: /^People/ })
      .click()
    await dialog(page).getByRole("button", { name: "All", exact: true }).click()
    await dialog(page).getByText("This cannot be sold so").waitFor()
  }),
  scene("terms", atTerms),
  scene("review", async (page) => {
    await atReview(page)
    await dialog(page)
      .getByRole("radio", { name: /^Into an existing draft order/ })
      .click()
    await dialog(page).getByLabel("Draft order", { exact: true }).waitFor()
  }),
  scene(
    "german",
    async (page) => {
      await choosePlan(page, "Family")
      await dialog(page).getByText("Beginnt heute").waitFor()
      for (const title of ["Für wen und wo?", "Welche Plätze?"]) {
        await next("Weiter")(page)
        await titled(page, title)
      }
      await dialog(page).getByText("Jetzt gesamt").waitFor()
    },
    { lang: "de", ready: (page) => titled(page, "Was verkaufen Sie?") }
  ),
  {
    name: "seats-add",
    path: async (studio) => `/memberships/${await demoFamily(studio, "Brandt")}/seats/add`,
    ready: (page) => titled(page, "Add a seat"),
    act: async (page) =>
      dialog(page)
        .getByText(/^New seat /)
        .waitFor(),
  },
]
