import assert from "node:assert/strict"
import { test } from "node:test"
import { adminUrl, studioPage } from "./studio-page.mjs"

const studio = studioPage()

test("the printed login opens the admin and stays over plain http", async () => {
  await studio.page.goto(adminUrl("/orders"))
  await studio.page.getByRole("heading", { name: "Orders", exact: true }).waitFor()
  await studio.screenshot("orders")
  assert.match(studio.page.url(), /\/app\/orders/)
})
