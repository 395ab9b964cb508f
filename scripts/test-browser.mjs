// npm run test:browser: a fresh studio on a free port with a database of its own, driven by a real Chromium.
// `npm run test:scenes` looks at every page and dialog with axe in the same way. Screenshots, logs and the studio's card are left in .artifacts/browser. `npm run test:browser -- login` runs login.test.mjs.
import { rmSync } from "node:fs"
import path from "node:path"
import { findChromium } from "./chromium.mjs"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { runScript } from "./lifetime.mjs"
import { runNodeTests } from "./node-tests.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { artifacts } from "./project.mjs"
import { build, describeStudio, migrate, seed, serve } from "./studio.mjs"

await runScript(async (lifetime) => {
  forgetCounts("browser")
  const chromium = findChromium()
  const folder = path.join(artifacts, "browser")
  rmSync(folder, { recursive: true, force: true })

  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  await postgres.createDatabase("studio")
  const studio = describeStudio({ databaseUrl: postgres.url("studio"), port: await freePort(), folder })
  await build(lifetime, studio)
  await migrate(lifetime, studio)
  await seed(lifetime, studio)
  await serve(lifetime, studio)

  const env = {
    CHROMIUM_PATH: chromium,
    STUDIO_URL: studio.url,
    STUDIO_FILE: studio.card,
    SCREENSHOTS: path.join(folder, "screenshots"),
  }
  const [first, ...others] = process.argv.slice(2)
  const scenes = first === "--scenes"
  const counts = await runNodeTests(lifetime, "browser", {
    env: scenes ? { ...env, SCENES: others.join(" ") } : env,
    wanted: scenes ? [] : process.argv.slice(2),
    ending: scenes ? ".audit.mjs" : ".test.mjs",
    limitMinutes: scenes ? 40 : 20,
  })
  return reportCounts("browser", counts)
})
