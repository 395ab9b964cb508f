// A migrated studio in the middle of its years, for what measures or breaks one: see integration-tests/support/busy-studio.ts.
import { readFileSync } from "node:fs"
import path from "node:path"
import { mustRun } from "./processes.mjs"
import { describeStudio, migrate } from "./studio.mjs"
import { freePort } from "./postgres.mjs"

/**
 * @param {object} options
 * @param {object} options.postgres as scripts/postgres.mjs starts one
 * @param {string} options.folder takes its logs and secrets
 * @returns `studio` to serve, and `busy`, which says who is in it
 */
export async function makeBusyStudio(lifetime, { postgres, folder, memberships }) {
  await postgres.createDatabase("busy")
  const described = describeStudio({ databaseUrl: postgres.url("busy"), port: await freePort(), folder })
  // Visits are a moment ago or long ago by the machine's clock; adjustable, it would be one more thing to read.
  const studio = { ...described, env: { ...described.env, STUDIO_CLOCK: "system" } }
  await migrate(lifetime, studio)
  const file = path.join(folder, "busy-studio.json")
  await mustRun(lifetime, "medusa", ["exec", "./integration-tests/support/busy-studio.ts"], {
    env: { ...studio.env, DISABLE_ADMIN: "true", BUSY_STUDIO: file, MEMBERSHIPS: String(memberships) },
    log: studio.log("furnish"),
    failure: "Filling the studio failed",
  })
  return { studio, busy: JSON.parse(readFileSync(file, "utf8")) }
}
