import assert from "node:assert/strict"
import { mkdirSync } from "node:fs"
import path from "node:path"
import { test } from "node:test"
import { launchChromium } from "../../scripts/chromium.mjs"
import { adminLogin, hostUrl } from "./host-store.mjs"

test("the store's admin opens our page from its menu", async () => {
  const browser = await launchChromium()
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    page.setDefaultTimeout(30_000)
    const errors = []
    page.on("pageerror", (error) => errors.push(error.message))
    await page.goto(`${hostUrl}/app/login`)
    await page.locator('input[name="email"]').fill(adminLogin.email)
    await page.locator('input[name="password"]').fill(adminLogin.password)
    await page.locator('button[type="submit"]').click()
    await page.waitForURL((url) => !url.pathname.endsWith("/login"))
    await page.getByRole("link", { name: "Memberships", exact: true }).first().click()
    await page.getByRole("heading", { name: "Memberships" }).first().waitFor()
    mkdirSync(process.env.SCREENSHOTS, { recursive: true })
    await page.screenshot({ path: path.join(process.env.SCREENSHOTS, "memberships.png") })
    assert.deepEqual(errors, [])
  } finally {
    await browser.close()
  }
})
