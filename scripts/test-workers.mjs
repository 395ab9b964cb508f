// npm run test:workers -- --households 10 --rounds 4 --seed 7: one server and two workers on one PostgreSQL and one Redis, as
// docs/production.md has them. Memberships are sold over HTTP; then, each time that charges are due, one worker is killed at
// a random moment and another one takes its place. At the end every charge is counted against the bank's books, and the same
// count has to find out books that were tampered with. Its logs and its report are left in .artifacts/workers.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { runNodeTests } from "./node-tests.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { mustRun } from "./processes.mjs"
import { artifacts } from "./project.mjs"
import { findRedis, startThrowAwayRedis } from "./redis.mjs"
import { build, describeStudio, migrate, seed as fill } from "./studio.mjs"
import { Fleet } from "./two-workers/fleet.mjs"
import { Schedules } from "./two-workers/schedules.mjs"
import { Story } from "./two-workers/story.mjs"

const folder = path.join(artifacts, "workers")
const reportFile = path.join(folder, "report.json")
/** Calls a second to the bank, of each process: a round of charges takes seconds, in which a worker can be met half-way. */
const PER_SECOND = 20

function wishedFor() {
  const options = { households: { type: "string" }, rounds: { type: "string" }, seed: { type: "string" } }
  const {
    households = "10",
    rounds = "4",
    seed = String(Date.now() % 1_000_000),
  } = parseArgs({ options }).values
  const wish = { households: Number(households), rounds: Number(rounds), seed: Number(seed) }
  if (Object.values(wish).every((number) => Number.isInteger(number) && number > 0)) return wish
  throw new PlainFailure("npm run test:workers -- --households 10 --rounds 4 --seed 7")
}

/** Small, and the same on every machine. */
function randomOf(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

async function connected(lifetime, connectionString) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString, application_name: "the test" })
  client.on("error", () => {})
  await client.connect()
  lifetime.onEnd(() => client.end())
  return client
}

async function openStudio(lifetime) {
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  const redis = await startThrowAwayRedis()
  lifetime.onEnd(redis.stop)
  await postgres.createDatabase("workers")
  const described = describeStudio({ databaseUrl: postgres.url("workers"), port: await freePort(), folder })
  const sandbox = { PAYMENT_SANDBOX: "true", PAYMENT_SANDBOX_TIMEOUT_MS: "200" }
  const given = {
    STUDIO_CLOCK: "adjustable",
    PAYMENTS_PER_SECOND: String(PER_SECOND),
    EMAILS_INTO_LOG: "true",
  }
  const single = { ...described, env: { ...described.env, ...sandbox, ...given } }
  await build(lifetime, single)
  await migrate(lifetime, single)
  await fill(lifetime, single)
  return { single, studio: { ...single, env: { ...single.env, REDIS_URL: redis.url } }, redis }
}

/** By a process of its own, once all is at rest. */
async function reckon(lifetime, single) {
  const file = path.join(folder, "reckoning.json")
  await mustRun(lifetime, "medusa", ["exec", "./integration-tests/workers/reckon.ts"], {
    env: { ...single.env, DISABLE_ADMIN: "true", RECKONING: file },
    log: single.log("reckoning"),
    failure: "The charges could not be reckoned up",
  })
  return JSON.parse(readFileSync(file, "utf8"))
}

await runScript(async (lifetime) => {
  const wish = wishedFor()
  forgetCounts("workers")
  findRedis()
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const { single, studio, redis } = await openStudio(lifetime)
  const client = await connected(lifetime, studio.databaseUrl)
  const schedules = new Schedules(redis)
  lifetime.onEnd(() => schedules.close())
  const fleet = new Fleet(lifetime, studio)

  console.log(`${wish.households} households, ${wish.rounds} kills, seed ${wish.seed}`)
  const card = { ...JSON.parse(readFileSync(studio.card, "utf8")), base_url: studio.url }
  const random = randomOf(wish.seed)
  const told = await new Story({ client, fleet, schedules, card, wish, random }).tell()
  const report = { ...wish, per_second: PER_SECOND, ...told, reckoning: await reckon(lifetime, single) }
  writeFileSync(reportFile, JSON.stringify(report, null, 2))
  const counts = await runNodeTests(lifetime, "workers", {
    env: { WORKERS_REPORT: reportFile },
    limitMinutes: 1,
  })
  return reportCounts("workers", counts)
})
