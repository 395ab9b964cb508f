// npm run screenshots: every page and dialog of the admin, in two widths and two colours, in three throw-away studios: as
// the seed leaves it, without any row of ours, and with far too many. Pictures and a page that shows them side by side are
// left in .artifacts/screenshots. `npm run screenshots -- plans` takes those of scenes whose name contains "plans",
// `npm run screenshots -- empty` those of that studio, and `npm run screenshots -- --readme` renews those of the README.
import { copyFileSync, mkdirSync, rmSync, statSync } from "node:fs"
import path from "node:path"
import { findChromium } from "./chromium.mjs"
import { writeContactSheet } from "./contact-sheet.mjs"
import { crowd } from "./crowd.mjs"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { runCommand } from "./processes.mjs"
import { artifacts, inRoot } from "./project.mjs"
import { withoutPluginRows } from "./studio-database.mjs"
import { build, describeStudio, migrate, seed, serve, studioCard } from "./studio.mjs"

const folder = path.join(artifacts, "screenshots")

/** How each studio comes about from the seeded one, which is the first. */
const STATES = { seeded: () => {}, empty: withoutPluginRows, crowded: crowd }

/** Pictures of the README and the scenes that they show. */
const README = {
  memberships: "memberships-list",
  plan: "plan",
  "price-chart": "readme-price-chart",
  members: "members",
}
const README_BYTES_MAX = 200_000

function wishes(given) {
  const readme = given.includes("--readme")
  const states = readme ? ["seeded"] : given.filter((word) => word in STATES)
  const names = readme
    ? Object.values(README).map((name) => `=${name}`)
    : given.filter((word) => !(word in STATES))
  return { readme, names, states: states.length > 0 ? states : Object.keys(STATES), all: given.length === 0 }
}

/** Three databases on one server: the second and third are copies of the first, made before anything is connected to it. */
async function studios(lifetime, states) {
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  const describe = async (state) => ({
    ...describeStudio({
      databaseUrl: postgres.url(state),
      port: await freePort(),
      folder: path.join(folder, "studio"),
    }),
    log: (name) => path.join(folder, "studio", "logs", `${state}-${name}.log`),
  })
  const seeded = await describe("seeded")
  await postgres.createDatabase("seeded")
  await build(lifetime, seeded)
  await migrate(lifetime, seeded)
  await seed(lifetime, seeded)
  const others = states.filter((state) => state !== "seeded")
  for (const state of others) {
    await postgres.createDatabase(state, { template: "seeded" })
    await STATES[state](postgres.url(state))
  }
  const described = { seeded }
  for (const state of others) described[state] = await describe(state)
  return described
}

/** @returns whether every scene could be shown */
async function takePictures(lifetime, { state, studio, names }) {
  console.log(`Taking pictures of the ${state} studio …`)
  const server = await serve(lifetime, studio)
  studioCard(studio)
  const env = {
    STUDIO_STATE: state,
    STUDIO_URL: studio.url,
    STUDIO_FILE: studio.card,
    SCREENSHOTS: path.join(folder, state),
    CHROMIUM_PATH: findChromium(),
  }
  const script = inRoot("integration-tests", "browser", "take-screenshots.mjs")
  const code = await runCommand(lifetime, process.execPath, [script, ...names], { env, limitMinutes: 30 })
  await server.stop()
  return code === 0
}

/** Light and wide, as a reader of the README sees it. */
function renewReadme() {
  const pictures = inRoot("docs", "images")
  mkdirSync(pictures, { recursive: true })
  for (const [name, scene] of Object.entries(README)) {
    const from = path.join(folder, "seeded", `${scene}-1280-light.png`)
    const { size } = statSync(from)
    if (size > README_BYTES_MAX) throw new PlainFailure(`${from} has ${size} bytes: too many for a README.`)
    copyFileSync(from, path.join(pictures, `${name}.png`))
    console.log(`docs/images/${name}.png (${Math.round(size / 1000)} kB)`)
  }
}

await runScript(async (lifetime) => {
  const { readme, names, states, all } = wishes(process.argv.slice(2))
  findChromium()
  if (all) rmSync(folder, { recursive: true, force: true })
  rmSync(path.join(folder, "studio"), { recursive: true, force: true })
  const described = await studios(lifetime, states)
  let complete = true
  for (const state of states)
    complete = (await takePictures(lifetime, { state, studio: described[state], names })) && complete
  if (readme && complete) renewReadme()
  console.log(`Look at ${path.relative(process.cwd(), writeContactSheet(folder, Object.keys(STATES)))}`)
  return complete ? 0 : 1
})
