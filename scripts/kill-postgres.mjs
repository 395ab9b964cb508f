// npm run kill-postgres -- --times 20: kill -9 of PostgreSQL while 32 gates check people in over HTTP, again and again. Each
// time the server has to find back by itself, every check-in that was answered has to be there once, and the ledger has to
// add up. The last kill is the negative control: of a database told to acknowledge what it has not written yet, the same
// check must find the loss. integration-tests/faults/kill-postgres.spec.ts runs it in CI.
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { contradictions } from "../integration-tests/faults/support/acknowledged.mjs"
import { startClients } from "../integration-tests/faults/support/check-in-clients.mjs"
import { makeBusyStudio } from "./busy-studio.mjs"
import { runScript } from "./lifetime.mjs"
import { startDurablePostgres } from "./postgres.mjs"
import { runCommand } from "./processes.mjs"
import { artifacts } from "./project.mjs"
import { serveSources } from "./studio.mjs"

const CLIENTS = 32
/** As many check-ins are answered before the kill, at the latest after so long. */
const BEFORE_KILL = { check_ins: 200, seconds: 10 }

const folder = path.join(artifacts, "kill-postgres")

function timesFrom([name, value]) {
  const times = name === undefined ? 5 : Number(value)
  if ((name === undefined || name === "--times") && Number.isInteger(times) && times > 0) return times
  throw new Error("npm run kill-postgres -- --times 20")
}

/** Somebody new each time: mostly families; now and then a last credit, a denial, or one of a company that share a balance. */
function visitorsOf({ visitors, others, companies, service_ids }) {
  let n = 0
  const [company] = companies
  return () => {
    const nth = n++
    if (nth % 10 === 9) return { member_id: others[Math.floor(nth / 10)] }
    if (nth % 4 !== 3) return { member_id: visitors[nth] }
    // Nobody comes twice for the same: a second tap would be answered with the first visit.
    const among = Math.floor(nth / 4)
    const [seat, service] = [among % company.length, Math.floor(among / company.length) % service_ids.length]
    return { member_id: company[seat], service_id: service_ids[service] }
  }
}

async function connected(postgres, work) {
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString: postgres.url("busy") })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Load, kill, restart, and what the gates were told by then. */
async function killUnderLoad({ postgres, load }) {
  const clients = load()
  const until = performance.now() + BEFORE_KILL.seconds * 1000
  while (clients.count() < BEFORE_KILL.check_ins && performance.now() < until) await sleep(20)
  const before = clients.count()
  await postgres.kill()
  await postgres.restart()
  const restarted_at = performance.now()
  const { acknowledged, retries } = await clients.stop()
  const answered = acknowledged.map(({ at }) => at).filter((at) => at > restarted_at)
  return { before, acknowledged, retries, back_after_ms: Math.round(Math.min(...answered) - restarted_at) }
}

/** PostgreSQL may lose what it has acknowledged within the last ten seconds. */
const FORGETFUL = ["synchronous_commit = off", "wal_writer_delay = '10s'", "wal_writer_flush_after = '1GB'"]

async function makeForgetful(postgres) {
  await connected(postgres, async (client) => {
    for (const setting of FORGETFUL) await client.query(`alter system set ${setting}`)
    await client.query("select pg_reload_conf()")
  })
  await sleep(1000)
}

await runScript(async (lifetime) => {
  const times = timesFrom(process.argv.slice(2))
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const postgres = await startDurablePostgres()
  lifetime.onEnd(postgres.stop)
  const { studio, busy } = await makeBusyStudio(lifetime, { postgres, folder, memberships: 8000 })
  await serveSources(lifetime, studio)
  const next = visitorsOf(busy)
  const told = []
  let rounds = 0

  async function round() {
    const load = () =>
      startClients({ url: studio.url, token: busy.token, clients: CLIENTS, next, round: rounds })
    rounds++
    const { acknowledged, ...figures } = await killUnderLoad({ postgres, load })
    told.push(...acknowledged)
    const found = await connected(postgres, (client) => contradictions(client, busy.device.id, told))
    return { ...figures, answered: acknowledged.length, found }
  }

  const report = { kills: [], ledger_verified: false, control: undefined }
  for (let nth = 1; nth <= times; nth++) {
    const kill = await round()
    report.kills.push(kill)
    console.log(`kill ${nth}: ${sentence(kill)}`)
  }
  const verify = ["exec", "./src/scripts/verify-ledger.ts"]
  const log = studio.log("verify")
  report.ledger_verified = (await runCommand(lifetime, "medusa", verify, { env: studio.env, log })) === 0
  console.log(`npm run ledger:verify: ${report.ledger_verified ? "adds up" : "DIFFERS"}`)
  await makeForgetful(postgres)
  report.control = await round()
  console.log(`control, acknowledging before it is written: ${sentence(report.control)}`)
  writeFileSync(path.join(folder, "report.json"), JSON.stringify(report, null, 2))
  const kept = report.ledger_verified && report.kills.every(({ found }) => isNothing(found))
  return kept && report.control.found.acknowledged_but_missing > 0 ? 0 : 1
})

function isNothing(found) {
  return Object.values(found).every((count) => count === 0)
}

function sentence({ before, answered, retries, back_after_ms, found }) {
  const wrong = Object.entries(found).flatMap(([what, count]) => (count ? [`${count} ${what}`] : []))
  const figures = `${before} answered before and ${answered - before} after, ${retries} asked again, back ${back_after_ms} ms after the database`
  return `${figures}: ${wrong.length ? wrong.join(", ").replaceAll("_", " ") : "nothing lost, nothing doubled"}`
}
