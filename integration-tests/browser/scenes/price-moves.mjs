// Moving sold memberships to another version: the preview, what is asked, and what was planned.
import { soldBefore } from "../price-moves.mjs"

const LONG = "A plan whose name is much longer than any studio would give it, so that nothing may rely on it"
const HANDLE = "scene-moves"

/** Sold once a studio, and found again by the plan's handle. */
async function movesPlan({ admin }) {
  const { membership_plans } = await admin(`membership-plans?handle=${HANDLE}&fields=id`)
  if (membership_plans[0]) return membership_plans[0].id
  const sold = await soldBefore({ name: LONG, handle: HANDLE, last_name: "Wolkenstein-Habermann" })
  const body = { to_price_chart_id: sold.next, reason: "The rent rose in spring" }
  const of = `membership-plans/${sold.plan_id}/price-migrations`
  await admin(of, { ...body, membership_ids: [sold.one, sold.two] })
  await admin(`${of}/take-back`, { membership_ids: [sold.two] })
  return sold.plan_id
}

const at = (rest) => async (studio) => `/memberships/plans/${await movesPlan(studio)}/prices/moves?${rest}`
const previewed = (page) => page.getByText("Stays", { exact: true }).waitFor()
const planned = (page) => page.getByText("Taken back", { exact: true }).waitFor()
const leaveOut = async (page) => {
  await page
    .getByRole("button", { name: /^Leave out/ })
    .first()
    .click()
  await page.getByRole("list", { name: "Left out" }).waitFor()
}

export const scenes = [
  { name: "price-moves", path: at("version=2"), ready: previewed, isPage: true },
  { name: "price-moves-left-out", path: at("version=2"), ready: previewed, act: leaveOut },
  {
    name: "price-moves-wrong-day",
    path: at("version=2"),
    ready: previewed,
    act: async (page) => {
      await page.getByLabel("Not before").fill("2099-01-01")
      await page.getByText(/or earlier\.$/).waitFor()
    },
  },
  {
    name: "price-moves-confirm",
    path: at("version=2"),
    ready: previewed,
    act: async (page) => {
      await page.getByRole("button", { name: "Move 1 membership" }).click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  { name: "price-moves-planned", path: at("version=2&show=planned"), ready: planned, isPage: true },
  {
    name: "price-moves-take-back",
    path: at("version=2&show=planned"),
    ready: planned,
    act: async (page) => {
      await page
        .getByRole("button", { name: /^Take back: / })
        .first()
        .click()
      await page.getByRole("alertdialog").waitFor()
    },
  },
  {
    name: "price-moves-none",
    path: at("version=1"),
    ready: (page) => page.getByText("No membership of another version is left to move.").waitFor(),
  },
  {
    name: "german-price-moves",
    lang: "de",
    path: at("version=2"),
    ready: (page) => page.getByText("Bleibt", { exact: true }).waitFor(),
  },
]
