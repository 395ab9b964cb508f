// Measures renewals in a studio of its own, beside the platform's way to make them, all of it in one database: each part in
// a process of the platform, with the payment provider of bench/bank.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { freePort, startThrowAwayPostgres } from "../scripts/postgres.mjs"
import { mustRun } from "../scripts/processes.mjs"
import { artifacts } from "../scripts/project.mjs"
import { describeStudio, migrate } from "../scripts/studio.mjs"

const folder = path.join(artifacts, "bench-renewals")

const AT_ONCE = { limits: { per_second: 100_000, at_once: 100 } }

/** How the bank answers in each part; the limits are the default where none are named. */
const BANKS = {
  money: AT_ONCE,
  limiter: { latency_ms: 800, busy_each: 50, notes_calls: true },
  memory: AT_ONCE,
  claims: AT_ONCE,
}

/**
 * @param {object} options
 * @param {(keyof typeof BANKS)[]} options.parts
 * @param {number} options.renewals of the run whose memory is looked at
 * @returns the figures of bench/renewals.ts
 */
export async function benchRenewals(lifetime, { parts = Object.keys(BANKS), renewals }) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  await postgres.createDatabase("renewing")
  const described = describeStudio({
    databaseUrl: postgres.url("renewing"),
    port: await freePort(),
    folder,
  })
  const studio = { ...described, env: { ...described.env, STUDIO_CLOCK: "system", DISABLE_ADMIN: "true" } }
  await migrate(lifetime, studio)
  const file = path.join(folder, "figures.json")
  writeFileSync(file, "{}")
  for (const part of parts)
    await mustRun(lifetime, "medusa", ["exec", "./bench/renewals.ts"], {
      env: {
        ...studio.env,
        ...{ BENCH_BANK: JSON.stringify(BANKS[part]), BENCH_PART: part, FIGURES: file },
        RENEWALS: String(renewals),
      },
      log: studio.log(part),
      failure: `Measuring renewals (${part}) failed`,
      // Far more than it takes, also where the machine has other work.
      limitMinutes: Math.max(10, renewals / 5000),
    })
  return JSON.parse(readFileSync(file, "utf8"))
}
