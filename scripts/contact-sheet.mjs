// All pictures side by side on one page, to be looked at one by one.
import { existsSync, readdirSync, writeFileSync } from "node:fs"
import path from "node:path"

const VIEWS = ["1280-light", "1280-dark", "820-light", "820-dark"]
const PICTURE = /^(.+)-(\d+-(?:light|dark))\.png$/

const head = `<!doctype html>
<meta charset="utf-8">
<title>Screenshots</title>
<style>
  body { font: 14px system-ui, sans-serif; margin: 16px; background: #888; color: #fff }
  section { display: grid; grid-template-columns: 5fr 5fr 3fr 3fr; gap: 8px; align-items: start; margin-bottom: 32px }
  h1, h2 { grid-column: 1 / -1; margin: 16px 0 0 }
  img { width: 100%; display: block }
</style>`

function scenesIn(folder) {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).map((file) => PICTURE.exec(file)?.[1])
  return [...new Set(names.filter(Boolean))].sort()
}

/** Of whatever pictures there are, also of an earlier run. @returns the page's path */
export function writeContactSheet(folder, states) {
  const figure = (state, scene, view) => {
    const file = `${state}/${scene}-${view}.png`
    if (!existsSync(path.join(folder, file))) return `<p>no ${view}</p>`
    return `<a href="${file}"><img src="${file}" alt="${scene}, ${view}" loading="lazy"></a>`
  }
  const section = (state, scene) =>
    `<section><h2>${state}: ${scene}</h2>${VIEWS.map((view) => figure(state, scene, view)).join("\n")}</section>`
  const sections = states.flatMap((state) =>
    scenesIn(path.join(folder, state)).map((scene) => section(state, scene))
  )
  const sheet = path.join(folder, "index.html")
  writeFileSync(sheet, [head, ...sections, ""].join("\n"))
  return sheet
}
