// npm run package: what the tarball holds. A wrong `include` or `files` drops a folder without any error, and a host then
// starts without migrations; so the list of files is compared with what has to be there and what must not be.
import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import { inRoot, root } from "./project.mjs"

const server = "\\.medusa/server"

/** Each is there once the sources have the folder that it comes from. */
const required = [
  { pattern: "^package\\.json$" },
  { pattern: "^LICENSE$" },
  { pattern: "^README\\.md$" },
  { pattern: `^${server}/src/modules/membership/index\\.js$` },
  { pattern: `^${server}/migrations/Migration\\d+\\.js$`, from: "migrations" },
  { pattern: `^${server}/src/providers/payment-sandbox/index\\.js$`, from: "src/providers" },
  { pattern: `^${server}/src/workflows/index\\.js$`, from: "src/workflows/index.ts" },
  { pattern: `^${server}/src/admin/index\\.m?js$`, from: "src/admin" },
  // What the entry asks for later, or at once: with dynamic imports the build moves all but a line there.
  { pattern: `^${server}/src/admin/_chunks/[^/]+$`, from: "src/admin" },
  { pattern: `^${server}/src/api/middlewares\\.js$`, from: "src/api/middlewares.ts" },
  { pattern: `^${server}/src/api/admin/membership-plans/route\\.js$`, from: "src/api/admin" },
  { pattern: `^${server}/src/api/store/membership-plans/route\\.js$`, from: "src/api/store" },
  { pattern: `^${server}/src/links/[^/]+\\.js$`, from: "src/links" },
  { pattern: `^${server}/src/policies/[^/]+\\.js$`, from: "src/policies" },
  { pattern: `^${server}/src/jobs/[^/]+\\.js$`, from: "src/jobs" },
  { pattern: `^${server}/src/subscribers/[^/]+\\.js$`, from: "src/subscribers" },
]

const forbidden = [
  { pattern: "(^|/)medusa-config", why: "is the demo studio's" },
  { pattern: "(^|/)integration-tests/", why: "is a test" },
  { pattern: "__tests__|\\.(spec|test)\\.", why: "is a test" },
  { pattern: "(^|/)bench/", why: "is a measurement" },
  { pattern: `${server}/src/scripts/`, why: "is the demo studio's seed" },
  { pattern: "(^|/)\\.env|(^|/)\\.data/|secrets\\.json$", why: "may hold a secret" },
  { pattern: "(^|/)node_modules/", why: "is somebody else's" },
]

function packedFiles() {
  const pack = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  })
  if (pack.status !== 0) throw new Error(`npm pack failed:\n${pack.stderr}`)
  return JSON.parse(pack.stdout)[0].files.map(({ path }) => path)
}

const files = packedFiles()
const missing = required
  .filter(({ from }) => !from || existsSync(inRoot(from)))
  .filter(({ pattern }) => !files.some((file) => new RegExp(pattern).test(file)))
const unwanted = forbidden.flatMap(({ pattern, why }) =>
  files.filter((file) => new RegExp(pattern).test(file)).map((file) => `${file} ${why}`)
)
for (const { pattern } of missing) console.error(`The package lacks a file like ${pattern}`)
for (const line of unwanted) console.error(`The package must not hold ${line}`)
console.log(`${files.length} files; ${missing.length} missing, ${unwanted.length} unwanted`)
process.exitCode = missing.length + unwanted.length === 0 ? 0 : 1
