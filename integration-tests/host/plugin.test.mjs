import assert from "node:assert/strict"
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { test } from "node:test"
import { call, hostFolder, staff } from "./host-store.mjs"

/** Files of an installed plugin's server that register a handler on a workflow's hook. */
function hookTakers(plugin) {
  const server = path.join(hostFolder, "node_modules", plugin, ".medusa", "server")
  return readdirSync(server, { recursive: true })
    .filter((file) => file.endsWith(".js") && !file.startsWith(path.join("src", "admin")))
    .filter((file) => /\.hooks\.\w+\s*\(/.test(readFileSync(path.join(server, file), "utf8")))
}

test("a store with the loyalty plugin and ours is healthy", async () => {
  assert.equal((await call("GET", "/health")).status, 200)
})

test("the store's staff list the plans", async () => {
  const answer = await call("GET", "/admin/membership-plans", { headers: await staff() })
  assert.equal(answer.status, 200)
  assert.deepEqual(answer.body.membership_plans, [])
})

test("a stranger lists no plans", async () => {
  assert.equal((await call("GET", "/admin/membership-plans")).status, 401)
})

test("the loyalty plugin answers beside ours", async () => {
  assert.equal((await call("GET", "/admin/gift-cards", { headers: await staff() })).status, 200)
})

test("SAFE-3: no hook of a workflow is taken, so that the store and its other plugins can take them", () => {
  assert.notDeepEqual(
    hookTakers("@medusajs/loyalty-plugin"),
    [],
    "the scan finds the loyalty plugin's handlers"
  )
  assert.deepEqual(hookTakers("medusa-plugin-memberships"), [])
})
