// npm run test:browser: a fresh studio on a free port with a database of its own, driven by a real Chromium.
// `npm run test:scenes` looks at every page and dialog with axe in the same way. Screenshots, logs and the studio's card are
// left in .artifacts/browser. `npm run test:browser -- login` runs login.test.mjs, `npm run test:scenes -- plans` the scenes
// of that name, and `npm run test:browser -- --with-scenes` both kinds after one build, each in a studio of its own, one after
// the other: two browsers at once are no faster on two cores.
import { copyFileSync, rmSync } from "node:fs"
import path from "node:path"
import { findChromium } from "./chromium.mjs"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { runScript } from "./lifetime.mjs"
import { runNodeTests } from "./node-tests.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { artifacts } from "./project.mjs"
import { build, describeStudio, migrate, seed, serve, studioCard } from "./studio.mjs"

const folder = path.join(artifacts, "browser")

/** What is counted under each name. */
const KINDS = {
  browser: { ending: ".test.mjs", limitMinutes: 35 },
  scenes: { ending: ".audit.mjs", limitMinutes: 35, fileMinutes: 35 },
}

/** @returns the kinds to run, with the parts of names given for each */
function wishes([first, ...others]) {
  if (first === "--with-scenes") return { browser: others, scenes: [] }
  return first === "--scenes" ? { scenes: others } : { browser: first ? [first, ...others] : [] }
}

/** A seeded studio for each kind: the second is a copy of the first, made before anything is connected to it; so is its card. */
async function studios(lifetime, kinds) {
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  const describe = async (kind) => ({
    ...describeStudio({
      databaseUrl: postgres.url(kind),
      port: await freePort(),
      folder: path.join(folder, kind),
    }),
    log: (name) => path.join(folder, "logs", `${kind}-${name}.log`),
  })
  const [first, ...others] = kinds
  const seeded = await describe(first)
  await postgres.createDatabase(first)
  await build(lifetime, seeded)
  await migrate(lifetime, seeded)
  await seed(lifetime, seeded)
  const described = { [first]: seeded }
  for (const kind of others) {
    await postgres.createDatabase(kind, { template: first })
    described[kind] = await describe(kind)
    copyFileSync(seeded.card, described[kind].card)
  }
  return described
}

/** @returns the exit code */
async function run(lifetime, { kind, studio, parts }) {
  const server = await serve(lifetime, studio)
  studioCard(studio)
  const counts = await runNodeTests(lifetime, "browser", {
    env: {
      CHROMIUM_PATH: findChromium(),
      STUDIO_URL: studio.url,
      STUDIO_FILE: studio.card,
      SCREENSHOTS: path.join(folder, "screenshots"),
      ...(kind === "scenes" ? { SCENES: parts.join(" ") } : {}),
    },
    wanted: kind === "scenes" ? [] : parts,
    report: kind,
    ...KINDS[kind],
  })
  await server.stop()
  return reportCounts(kind, counts)
}

await runScript(async (lifetime) => {
  const wanted = wishes(process.argv.slice(2))
  const kinds = Object.keys(wanted)
  for (const kind of kinds) forgetCounts(kind)
  findChromium()
  rmSync(folder, { recursive: true, force: true })
  const described = await studios(lifetime, kinds)
  let worst = 0
  for (const kind of kinds)
    worst = Math.max(worst, await run(lifetime, { kind, studio: described[kind], parts: wanted[kind] }))
  return worst
})
