// npm run openapi: writes docs/openapi.json, the description of our routes, from the table that guards them. With --check
// it writes nothing and fails when the page is not what it would write.
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"
import { inRoot } from "./project.mjs"

const require = createRequire(import.meta.url)
require("ts-node").register({ transpileOnly: true, cwd: inRoot() })
const { describeApi } = require("../src/api/openapi/description.ts")
const { routes } = require("../src/api/routes.ts")
const { version } = require("../package.json")

const page = inRoot("docs", "openapi.json")
const wanted = `${JSON.stringify(describeApi(routes, version), null, 1)}\n`
const isStale = !existsSync(page) || readFileSync(page, "utf8") !== wanted

if (process.argv.includes("--check")) {
  if (isStale) console.error("docs/openapi.json is stale: npm run openapi")
  process.exitCode = isStale ? 1 : 0
} else if (isStale) writeFileSync(page, wanted)
console.log(`${routes.length} routes described in docs/openapi.json`)
