// The pictures of one studio, which scripts/screenshots.mjs has started: every scene in two widths and two colours.
// Arguments are parts of scenes' names. A scene that cannot be shown is told, and the next one follows.
import { mkdirSync } from "node:fs"
import path from "node:path"
import { furnish } from "./furnish.mjs"
import { loadScenes } from "./scenes/index.mjs"
import { openStage, paint, settled } from "./stage.mjs"

const { STUDIO_STATE, SCREENSHOTS } = process.env

const SIZES = [
  { width: 1280, height: 900 },
  { width: 820, height: 1180 },
]
const COLOURS = ["light", "dark"]

/** A longer page than this says nothing new. */
const TALLEST = 2600

/** The dashboard scrolls inside the window, where a picture would end at its edge: the window grows to what there is. */
async function unfold(page) {
  const { width, height } = page.viewportSize()
  const missing = await page.evaluate(() => {
    // A choice that is open closes when the window's size changes.
    if (document.querySelector("[role=listbox], [role=menu]")) return 0
    const scrolls = (element) => /auto|scroll/.test(getComputedStyle(element).overflowY)
    const large = (element) => element.clientHeight > window.innerHeight / 2
    const hidden = [...document.querySelectorAll("body *")].filter(
      (element) => large(element) && scrolls(element)
    )
    return Math.max(0, ...hidden.map((element) => element.scrollHeight - element.clientHeight))
  })
  if (missing === 0) return
  await page.setViewportSize({ width, height: Math.min(TALLEST, height + missing) })
  await settled(page)
}

/** What is wider than its place: a long name that broke a layout. Tables scroll inside a frame of their own. */
const tooWide = (page) =>
  page.evaluate(() => {
    const frames = [
      document.documentElement,
      ...document.querySelectorAll("main, [role=dialog], [role=alertdialog]"),
    ]
    const wide = frames.filter((frame) => frame.scrollWidth > frame.clientWidth + 1)
    return wide.map(
      (frame) => `${frame.tagName.toLowerCase()} is ${frame.scrollWidth} wide in ${frame.clientWidth}`
    )
  })

async function picture(stage, scene, size) {
  const page = await stage.show(scene, size)
  try {
    await unfold(page)
    for (const colour of COLOURS) {
      await paint(page, colour)
      const file = path.join(SCREENSHOTS, `${scene.name}-${size.width}-${colour}.png`)
      await page.screenshot({ path: file, animations: "disabled" })
    }
    const wide = await tooWide(page)
    if (wide.length > 0) throw new Error(wide.join("; "))
  } finally {
    await page.close()
  }
}

const scenes = await loadScenes(STUDIO_STATE, process.argv.slice(2))
if (STUDIO_STATE === "seeded") await furnish()
const stage = await openStage({ state: STUDIO_STATE })
mkdirSync(SCREENSHOTS, { recursive: true })
const faults = []
const waiting = scenes.flatMap((scene) => SIZES.map((size) => ({ scene, size })))

async function takeAll() {
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { scene, size } = next
    await picture(stage, scene, size).catch((error) => {
      faults.push(scene.name)
      console.error(`✗ ${STUDIO_STATE}: ${scene.name} at ${size.width}: ${error.message}`)
    })
  }
}

// Two at a time: one page waits for the server while the other draws.
await Promise.all([takeAll(), takeAll()])
await stage.close()
const shown = scenes.length - new Set(faults).size
console.log(`${STUDIO_STATE}: ${shown} of ${scenes.length} scenes`)
process.exitCode = faults.length === 0 ? 0 : 1
