// Runs once before the projects that need a database. What it puts into the environment is inherited by the workers:
// @medusajs/test-utils reads DB_*.
import { randomBytes } from "node:crypto"
import { startThrowAwayPostgres } from "../scripts/postgres.mjs"

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

export default async function () {
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
}
