// npm run test:host: does the packed plugin live in somebody else's store, beside the platform's loyalty plugin?
// Logs are left in .artifacts/host. `npm run test:host -- plugin` runs plugin.test.mjs alone.
import { randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import path from "node:path"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { hostLog, makeHostApplication } from "./host-application.mjs"
import { runScript } from "./lifetime.mjs"
import { runNodeTests } from "./node-tests.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { mustRun, startCommand } from "./processes.mjs"
import { artifacts } from "./project.mjs"
import { whenReady } from "./studio.mjs"

const random = () => randomBytes(16).toString("hex")

await runScript(async (lifetime) => {
  forgetCounts("host")
  rmSync(path.join(artifacts, "host"), { recursive: true, force: true })
  const folder = await makeHostApplication(lifetime)

  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  await postgres.createDatabase("host")
  const port = await freePort()
  const url = `http://localhost:${port}`
  const admin = { HOST_ADMIN_EMAIL: "owner@host.test", HOST_ADMIN_PASSWORD: random() }
  const env = {
    DATABASE_URL: postgres.url("host"),
    PORT: String(port),
    JWT_SECRET: random(),
    COOKIE_SECRET: random(),
    // The host's own tools come first: what it has to run with is what it has installed.
    PATH: path.join(folder, "node_modules", ".bin") + path.delimiter + process.env.PATH,
  }
  const inHost = (name, args, failure) =>
    mustRun(lifetime, "medusa", args, { cwd: folder, env, log: hostLog(name), failure })

  console.log("Migrating its database …")
  await inHost("migrate", ["db:migrate", "--execute-safe-links"], "The fresh store's migration failed")
  const { HOST_ADMIN_EMAIL: email, HOST_ADMIN_PASSWORD: password } = admin
  await inHost("user", ["user", "--email", email, "--password", password], "The fresh store took no user")
  console.log("Building its admin …")
  await inHost("build", ["build"], "The fresh store's build failed")

  console.log("Starting it …")
  const log = hostLog("server")
  const cwd = path.join(folder, ".medusa", "server")
  const server = startCommand(lifetime, "medusa", ["start", "--port", String(port)], { cwd, env, log })
  await whenReady(server, { url }, log)

  const counts = await runNodeTests(lifetime, "host", {
    env: {
      ...admin,
      HOST_URL: url,
      HOST_FOLDER: folder,
      SCREENSHOTS: path.join(artifacts, "host", "screenshots"),
    },
    wanted: process.argv.slice(2),
    limitMinutes: 15,
  })
  return reportCounts("host", counts)
})
