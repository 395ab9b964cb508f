// The credits of a pack: what is left, each change with its preview, and the ledger.
import { sharedCredits } from "../shared-credits.mjs"

const pack = async (studio) => {
  const { memberships } = await studio.admin("memberships?limit=1&fields=id&q=petersen")
  return `/memberships/${memberships[0].id}`
}
const grant = async (studio) => {
  const path = await pack(studio)
  const { credits } = await studio.admin(`${path.slice(1)}/credits`)
  return `${path}/credits/adjust?grant=${credits.grants[0].id}`
}
const shared = (verb) => async (studio) => {
  const { memberships } = await studio.admin("memberships?limit=1&fields=id&q=guthaben")
  return `/memberships/${memberships[0]?.id ?? (await sharedCredits("Guthaben"))}/credits/${verb}`
}
const choose = async (page, label, option) => {
  await page.getByRole("dialog").getByLabel(label, { exact: true }).click()
  await page.getByRole("option", { name: option }).first().click()
}
const drawer = (name) => async (page) =>
  page.getByRole("dialog").getByRole("heading", { name, exact: true }).waitFor()
const section = (name) => async (page) =>
  page.getByRole("heading", { name, exact: true }).scrollIntoViewIfNeeded()
const left = (text) => async (page) => page.getByText(text).first().waitFor()

export const scenes = [
  { name: "credits-section", path: pack, ready: left(/of 10 left/), act: section("Credits") },
  {
    name: "credits-menu",
    path: pack,
    ready: left(/of 10 left/),
    act: async (page) => {
      await page.getByRole("button", { name: "Credits: actions" }).click()
      await page.getByRole("menuitem", { name: "Ledger" }).waitFor()
    },
  },
  {
    name: "credits-adjust",
    path: grant,
    ready: drawer("Adjust credits"),
    act: async (page) => {
      await page.getByLabel("Change").fill("-2")
      await page.getByText(/2 credits are taken/).waitFor()
    },
  },
  {
    name: "credits-adjust-refused",
    path: grant,
    ready: drawer("Adjust credits"),
    act: async (page) => {
      await page.getByLabel("Change").fill("-50")
      await page.getByText("Not possible").waitFor()
    },
  },
  {
    name: "credits-give",
    path: async (studio) => `${await pack(studio)}/credits/give`,
    ready: drawer("Give credits"),
    act: async (page) => {
      await page.getByLabel("Credits", { exact: true }).fill("3")
      await page.getByText(/3 new credits/).waitFor()
    },
  },
  {
    name: "credits-transfer",
    path: shared("transfer"),
    ready: drawer("Transfer credits"),
    act: async (page) => {
      await choose(page, "From", /Yoga class/)
      await page.getByLabel("Credits", { exact: true }).fill("2")
      await choose(page, "To", /Guthaben/)
      await page.getByText(/credits are taken, 2 left/).waitFor()
    },
  },
  {
    name: "credits-exchange",
    path: shared("exchange"),
    ready: drawer("Exchange credits"),
    act: async (page) => {
      await choose(page, "Seat", /Guthaben/)
      await page.getByText(/credits are taken, 2 left/).waitFor()
    },
  },
  {
    name: "credits-shared",
    path: async (studio) => (await shared("")(studio)).replace("/credits/", ""),
    ready: left(/of 4 left/),
    act: section("Credits"),
  },
  {
    name: "credits-ledger",
    path: async (studio) => `${await pack(studio)}/credits/ledger`,
    ready: drawer("Ledger"),
    act: async (page) => page.getByRole("dialog").getByText("Given").first().waitFor(),
  },
  { name: "credits-german", path: pack, lang: "de", ready: left(/Noch 10 von 10/), act: section("Guthaben") },
]
