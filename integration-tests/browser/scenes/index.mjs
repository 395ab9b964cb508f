// A scene is one thing a person can look at: a page, a dialog, an open menu. Each area's file beside this one lists its own
// as `scenes`; the pictures of `npm run screenshots` and the tests of scenes.test.mjs are made from all of them.
import { readdirSync } from "node:fs"

/** The studios that scenes are shown in: as the demo's seed leaves it, without any row of ours, and with far too many. */
export const STATES = ["seeded", "empty", "crowded"]

/**
 * @typedef {object} Scene
 * @property {string} name of its pictures
 * @property {string | ((studio: object) => Promise<string>)} path below /app; asked for once a studio
 * @property {(page: import("playwright-core").Page) => Promise<unknown>} ready waits until the page shows what it is about
 * @property {(page: import("playwright-core").Page) => Promise<unknown>} [act] opens what the address alone does not
 * @property {boolean} [isPage] its requests are counted, because it is a page's first view
 * @property {string[]} [in] the studios it is shown in; only the seeded one unless said otherwise
 * @property {string} [within] on a page of the platform's, the part of it that is ours: a selector
 * @property {"en" | "de"} [lang] English unless said otherwise
 */

const folder = import.meta.dirname

async function scenesOf(file) {
  const { scenes } = await import(`${folder}/${file}`)
  if (!Array.isArray(scenes)) throw new Error(`scenes/${file} exports no list of scenes.`)
  return scenes.map((scene) => {
    const unknown = (scene.in ?? []).filter((state) => !STATES.includes(state))
    if (!scene.name || !scene.path || typeof scene.ready !== "function" || unknown.length > 0)
      throw new Error(`scenes/${file} has a scene that cannot be shown: ${JSON.stringify(scene)}`)
    return { in: ["seeded"], lang: "en", ...scene, area: file.replace(/\.mjs$/, "") }
  })
}

/** `plan` is in the name of many scenes, `=plan` is the name of one. */
const isWanted = (name) => (part) => (part.startsWith("=") ? `=${name}` === part : name.includes(part))

/**
 * @param {string} state
 * @param {string[]} [wanted] names, or parts of them; none means all
 * @returns {Promise<Scene[]>} those of that studio, area by area
 */
export async function loadScenes(state, wanted = []) {
  const files = readdirSync(folder).filter((file) => file.endsWith(".mjs") && file !== "index.mjs")
  const all = (await Promise.all(files.sort().map(scenesOf))).flat()
  const names = all.map(({ name }) => name)
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice) throw new Error(`Two scenes are called ${twice}.`)
  return all
    .filter((scene) => scene.in.includes(state))
    .filter(({ name }) => wanted.length === 0 || wanted.some(isWanted(name)))
}
