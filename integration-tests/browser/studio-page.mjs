// One Chromium per test file, logged in to the studio that scripts/test-browser.mjs has started.
import { mkdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { after, before } from "node:test"
import { launchChromium } from "../../scripts/chromium.mjs"

const { STUDIO_URL, STUDIO_FILE, SCREENSHOTS } = process.env

/** What the seed wrote down: login, publishable key, ids. */
export const card = JSON.parse(readFileSync(STUDIO_FILE, "utf8"))

export const studioUrl = STUDIO_URL

export const adminUrl = (route = "") => `${studioUrl}/app${route}`

/** With the login of the card. */
export async function logIn(page) {
  await page.goto(adminUrl("/login"))
  await page.locator('input[name="email"]').fill(card.admin_email)
  await page.locator('input[name="password"]').fill(card.admin_password)
  await page.locator('button[type="submit"]').click()
  await page.waitForURL((url) => !url.pathname.endsWith("/login"))
}

/**
 * Call once at the top of a test file.
 * @param {{ width?: number, height?: number, colorScheme?: "light" | "dark" }} [view]
 * @returns an object whose `page` is there when the tests run, with `screenshot(name)` beside it
 */
export function studioPage({ width = 1440, height = 900, colorScheme = "light" } = {}) {
  const studio = {
    screenshot: async (name) => {
      mkdirSync(SCREENSHOTS, { recursive: true })
      await studio.page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) })
    },
  }
  before(async () => {
    studio.browser = await launchChromium()
    const context = await studio.browser.newContext({ viewport: { width, height }, colorScheme })
    studio.page = await context.newPage()
    studio.page.setDefaultTimeout(30_000)
    await logIn(studio.page)
  })
  after(() => studio.browser?.close())
  return studio
}
