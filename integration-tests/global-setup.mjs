// Runs once before the projects that need a database. What it puts into the environment is inherited by the workers:
// @medusajs/test-utils reads DB_*.
import { execFile } from "node:child_process"
import { randomBytes } from "node:crypto"
import { promisify } from "node:util"
import { startThrowAwayPostgres } from "../scripts/postgres.mjs"
import { commandEnvironment } from "../scripts/project.mjs"

/** The runner turns SSL on for any host that is not called localhost. */
function givenServer(url) {
  const { hostname, port, username, password } = new URL(url)
  return {
    host: hostname === "127.0.0.1" ? "localhost" : hostname,
    port: port || "5432",
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  }
}

/** Migrated once, for every file to copy (`support/studio-tests.ts`); a few files alone are faster without it. */
async function createTemplate(server) {
  const name = "studio-template"
  await server.createDatabase(name)
  const env = commandEnvironment({ DATABASE_URL: server.url(name) })
  await promisify(execFile)("medusa", ["db:migrate", "--execute-safe-links"], { env })
  return name
}

export default async function ({ testPathPattern }) {
  process.env.LOG_LEVEL ??= "error"
  process.env.MEDUSA_DISABLE_TELEMETRY = "true"
  process.env.JWT_SECRET ??= randomBytes(24).toString("hex")
  process.env.COOKIE_SECRET ??= randomBytes(24).toString("hex")

  const given = process.env.DATABASE_URL
  const server = given ? givenServer(given) : (globalThis.throwAwayPostgres = await startThrowAwayPostgres())
  Object.assign(process.env, {
    DB_HOST: server.host,
    DB_PORT: String(server.port),
    DB_USERNAME: server.user,
    DB_PASSWORD: server.password,
  })
  if (!given && !testPathPattern) process.env.DB_TEMPLATE = await createTemplate(server)
}
