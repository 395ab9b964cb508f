// Measures check-ins in a studio of ten thousand memberships with a hundred thousand visits: service calls in a process of the
// platform, and a served studio over HTTP, each beside the same statements sent by nothing but the driver.
import { mkdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { makeBusyStudio } from "../scripts/busy-studio.mjs"
import { freePort, startThrowAwayPostgres } from "../scripts/postgres.mjs"
import { mustRun, startCommand } from "../scripts/processes.mjs"
import { artifacts, inRoot } from "../scripts/project.mjs"
import { serveSources } from "../scripts/studio.mjs"
import { checkInOverHttp } from "./over-http.mjs"

const ROUNDS = 3
const WARM_UP = 300

const folder = path.join(artifacts, "bench")

/** @returns the figures of bench/check-ins.ts, and `over_http` beside them */
export async function benchStudio(lifetime) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  const { studio, busy } = await makeBusyStudio(lifetime, { postgres, folder, memberships: 10_000 })
  const file = path.join(folder, "figures.json")
  await mustRun(lifetime, "medusa", ["exec", "./bench/check-ins.ts"], {
    env: {
      ...studio.env,
      ...{ DISABLE_ADMIN: "true", BUSY_STUDIO: path.join(folder, "busy-studio.json"), FIGURES: file },
    },
    log: studio.log("check-ins"),
    failure: "Measuring the service calls failed",
  })
  const figures = JSON.parse(readFileSync(file, "utf8"))
  return { ...figures, over_http: await overHttp(lifetime, { studio, busy, file, ...figures.http }) }
}

/** Both servers stand ready, and take turns. */
async function overHttp(lifetime, { studio, busy, file, member_ids, bare }) {
  const server = await serveSources(lifetime, studio)
  const port = String(await freePort())
  const script = inRoot("bench", "bare-server.mjs")
  const bareServer = startCommand(lifetime, process.execPath, [script, file, studio.databaseUrl, port])
  const bareUrl = `http://localhost:${port}`
  await answering(bareUrl)
  const asked = { token: busy.token, service_id: busy.service_ids[0] }
  const ours = member_ids.values()
  const others = bare.values()
  const run = (url, visitors, count) =>
    checkInOverHttp({ ...asked, url, member_ids: Array.from({ length: count }, () => nextOf(visitors)) })
  await run(bareUrl, others, WARM_UP)
  await run(studio.url, ours, WARM_UP)
  const count = Math.floor((member_ids.length - WARM_UP) / ROUNDS)
  const rounds = { ours: [], other: [], p99_ms: [], bare_p99_ms: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const beside = await run(bareUrl, others, count)
    rounds.other.push(beside.per_second)
    rounds.bare_p99_ms.push(beside.p99_ms)
    const { per_second, p99_ms } = await run(studio.url, ours, count)
    rounds.ours.push(per_second)
    rounds.p99_ms.push(p99_ms)
  }
  await server.stop()
  await bareServer.stop()
  return rounds
}

/** The bare server knows by itself whom its next statements are of. */
const nextOf = (iterator) => {
  const { value } = iterator.next()
  return typeof value === "string" ? value : "the next"
}

async function answering(url) {
  for (let tenths = 0; tenths < 300; tenths++) {
    if (
      await fetch(`${url}/health`).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return
    await sleep(100)
  }
  throw new Error(`${url} does not answer`)
}
