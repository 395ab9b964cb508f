// Every scene of the seeded studio: axe finds no serious or critical fault in it, in light and in dark (contrast differs),
// no error escapes it, and a page asks the backend at most three times for its first view. SCENES="plans charts" takes some.
import assert from "node:assert/strict"
import { mkdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import { after, before, describe, test } from "node:test"
import { artifacts } from "../../scripts/project.mjs"
import { graveFaults } from "./axe.mjs"
import { furnish } from "./furnish.mjs"
import { countRequests } from "./requests.mjs"
import { loadScenes } from "./scenes/index.mjs"
import { openStage, paint } from "./stage.mjs"

const MOST_REQUESTS = 3

/** The markup is the same in both: of what axe looks at only the contrast is another one. */
const LOOKS = [
  ["light", {}],
  ["dark", { rules: ["color-contrast"] }],
]

const wanted = (process.env.SCENES ?? "").split(" ").filter(Boolean)
const scenes = await loadScenes("seeded", wanted)
const summary = []
let stage

before(async () => {
  await furnish()
  stage = await openStage({ state: "seeded" })
})

after(async () => {
  await stage?.close()
  mkdirSync(artifacts, { recursive: true })
  writeFileSync(path.join(artifacts, "axe.json"), `${JSON.stringify(summary, null, 2)}\n`)
  console.table(summary.map(({ faults, requests, ...scene }) => ({ ...scene, ...told(faults, requests) })))
})

const told = (faults, requests) => ({ faults: faults.length, requests: requests?.length ?? "" })

/** What there is to say of a scene. */
async function look(scene) {
  const counter = scene.isPage ? countRequests() : undefined
  const seen = { scene: scene.name, area: scene.area, faults: [], errors: [], requests: null }
  summary.push(seen)
  const page = await stage.show(scene, {
    enter: counter?.enter,
    beforeAct: async () => (seen.requests = (await counter?.firstView()) ?? null),
    onError: (error) => seen.errors.push(String(error)),
  })
  try {
    // What the last click left under the pointer would be looked at as it is while somebody points at it.
    await page.mouse.move(0, 0)
    for (const [colour, looking] of LOOKS) {
      await paint(page, colour)
      seen.faults.push(...(await graveFaults(page, scene, looking)).map((fault) => ({ colour, ...fault })))
    }
  } finally {
    await page.close()
  }
  return seen
}

const inWords = ({ colour, rule, selector, why }) => `${colour}: ${rule} at ${selector}: ${why}`

// Two at a time: one page waits for the server while the other draws.
describe("scenes", { concurrency: 2 }, () => {
  for (const scene of scenes) {
    test(`${scene.area}: ${scene.name}`, { timeout: 90_000 }, async () => {
      const { faults, errors, requests } = await look(scene)
      assert.deepEqual(faults.map(inWords), [], "axe finds faults")
      assert.deepEqual(errors, [], "errors escape")
      assert.ok(!requests || requests.length <= MOST_REQUESTS, `It asks too often:\n${requests?.join("\n")}`)
    })
  }
})
