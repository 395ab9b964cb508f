// What follows an introductory offer (PLAN-8): the consent at the sale, what is planned, and agreeing to it later.
import { choosePlan } from "../choose-plan.mjs"
import { demoOffer, goesOn, newcomer, OFFER, offer, sold } from "../trying.mjs"

const dialog = (page) => page.getByRole("dialog")
const titled = async (page, name) => dialog(page).getByRole("heading", { name, exact: true }).waitFor()

const EN = {
  plan: "What do you sell?",
  steps: ["For whom, and where?", "Which seats?", "Look at everything once more"],
  ...{ starts: "Starts today", total: "Total now", next: "Continue", sell: "Sell" },
  missing: "The offer goes on by itself, so it is sold only to whoever agrees to that.",
}
const DE = {
  plan: "Was verkaufen Sie?",
  steps: ["Für wen und wo?", "Welche Plätze?", "Sehen Sie sich alles noch einmal an"],
  ...{ starts: "Beginnt heute", total: "Jetzt gesamt", next: "Weiter", sell: "Verkaufen" },
  missing: "Das Angebot geht von selbst weiter und wird deshalb nur mit Zustimmung verkauft.",
}

async function toSell() {
  await offer()
  return `/memberships/sell?customer=${(await newcomer()).id}`
}

const press = (page, name) => dialog(page).getByRole("button", { name, exact: true }).click()

/** At the last step, with the price and what follows in view. */
const reviewed = (plan, words) => async (page) => {
  await choosePlan(page, plan)
  await dialog(page).getByText(words.starts).waitFor()
  for (const step of words.steps) {
    // The customer of the address, and what they may buy, are there before the step is left.
    await page.waitForLoadState("networkidle")
    await press(page, words.next)
    await titled(page, step)
  }
  await dialog(page).getByText(words.total).waitFor()
  await dialog(page).getByRole("switch").scrollIntoViewIfNeeded()
}

const refused = (words) => async (page) => {
  await reviewed(OFFER, words)(page)
  await press(page, words.sell)
  await dialog(page).getByText(words.missing).waitFor()
}

async function planned() {
  const id = await sold({ plan: await offer(), last_name: "Weiter", accepts_conversion: true })
  await goesOn(id)
  return `/memberships/${id}`
}

const later = async () =>
  `/memberships/${await sold({ plan: await demoOffer(), last_name: "Danach" })}/seats/plan`

export const scenes = [
  {
    ...{ name: "conversion-offered", path: toSell },
    ready: (page) => titled(page, EN.plan),
    act: reviewed("Two weeks to try", EN),
  },
  {
    ...{ name: "conversion-consent", path: toSell },
    ready: (page) => titled(page, EN.plan),
    act: refused(EN),
  },
  {
    ...{ name: "conversion-german", path: toSell, lang: "de" },
    ready: (page) => titled(page, DE.plan),
    act: refused(DE),
  },
  {
    ...{ name: "conversion-planned", path: planned, isPage: true },
    ready: async (page) => page.getByText(/^Goes on as Unlimited Monthly on /).waitFor(),
  },
  {
    ...{ name: "conversion-planned-german", path: planned, lang: "de" },
    ready: async (page) => page.getByText(/^Geht am .* als Unlimited Monthly weiter$/).waitFor(),
  },
  {
    ...{ name: "conversion-later", path: later },
    ready: async (page) =>
      dialog(page).getByText("Nothing of the offer is given back: it is used to its end.").waitFor(),
  },
  {
    ...{ name: "conversion-later-german", path: later, lang: "de" },
    ready: async (page) =>
      dialog(page)
        .getByText(/^Vom Angebot wird nichts erstattet/)
        .waitFor(),
  },
]
