// npm run bundle: what the plugin adds to the dashboard. Two measurements: of the plugin's own build, whose first part
// everybody loads with the dashboard, whether or not they open a page of ours; and of this host's dashboard, built without
// and with our pages, which is what a browser really gets. `npm run bundle -- --built` judges the plugin's build as it
// stands, for `npm run check`, which has just made it.
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { readChunk, withWhatItNeeds } from "./chunks.mjs"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { mustRun } from "./processes.mjs"
import { artifacts, inRoot } from "./project.mjs"

const pluginAdmin = inRoot(".medusa", "server", "src", "admin")
const work = path.join(artifacts, "bundle")

/** Loaded with the page that uses them and not before. */
const HEAVY = ["recharts", "@js-temporal/polyfill", "@dnd-kit"]

/** Of the plugin's first part, gzipped, not minified: a fifth above what it was when the admin's pages were finished. */
const FIRST_PART_BYTES_MAX = 63_000

const total = (chunks, what) => chunks.reduce((sum, chunk) => sum + chunk[what], 0)
const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).filter((e) => e.isFile())

/** Every static import of a package stands at the start of a line: the plugin's build is not minified. */
function packagesOf(folder, chunks) {
  const lines = chunks.flatMap(({ file }) => readFileSync(path.join(folder, file), "utf8").split("\n"))
  const names = lines.map((line) => /^(?:import|export) .*"((?:@[\w.-]+\/)?[\w.-]+)[^"]*";?$/.exec(line)?.[1])
  return [...new Set(names.filter((name) => name && !name.startsWith(".")))].sort()
}

/** @returns what is wrong with the plugin's own build, in sentences */
function judgePlugin() {
  if (!existsSync(path.join(pluginAdmin, "index.mjs")))
    throw new PlainFailure("There is no build of the plugin's admin; npm run build:plugin makes it.")
  const first = withWhatItNeeds(pluginAdmin, "index.mjs")
  const isEsm = ({ file }) => !/^\s*"use strict"/.test(readFileSync(path.join(pluginAdmin, file), "utf8"))
  const later = filesBelow(pluginAdmin)
    .map((entry) => path.relative(pluginAdmin, path.join(entry.parentPath, entry.name)))
    .filter((file) => file !== "index.js" && first.every((chunk) => chunk.file !== file))
    .map((file) => readChunk(pluginAdmin, file))
    .filter(isEsm)
  const row = (part, chunks) => ({
    ...{ part, raw: kB(total(chunks, "raw")), gzip: kB(total(chunks, "gzip")) },
    packages: packagesOf(pluginAdmin, chunks).join(" "),
  })
  console.log("The plugin's own build, not minified; packages are the host's or come with it:")
  printTable([
    row("with the dashboard", first),
    ...later.map((chunk) => row(`later: ${chunk.file}`, [chunk])),
  ])

  const early = packagesOf(pluginAdmin, first).filter((name) => HEAVY.some((heavy) => name.startsWith(heavy)))
  const bytes = total(first, "gzip")
  return [
    ...early.map((name) => `${name} is loaded with the dashboard; only the page that needs it should.`),
    ...(bytes > FIRST_PART_BYTES_MAX
      ? [`The first part has ${kB(bytes)}, more than ${kB(FIRST_PART_BYTES_MAX)}.`]
      : []),
  ]
}

/** The host's dashboard as `medusa build` makes it, but into a folder of its own. */
async function buildDashboard(lifetime, name, sources) {
  const outDir = path.join(work, name)
  const bundler = createRequire(createRequire(import.meta.url).resolve("@medusajs/medusa")).resolve(
    "@medusajs/admin-bundler"
  )
  const options = { disable: false, path: "/app", sources, plugins: [], outDir }
  const script = `require(${JSON.stringify(bundler)}).build(${JSON.stringify(options)}).catch((error) => {
    console.error(error); process.exit(1) })`
  console.log(`Building the dashboard ${name} …`)
  await mustRun(lifetime, process.execPath, ["-e", script], {
    cwd: inRoot(),
    log: path.join(work, `${name}.log`),
    failure: `The dashboard ${name} could not be built`,
  })
  return measureDashboard(outDir)
}

function measureDashboard(outDir) {
  const html = readFileSync(path.join(outDir, "index.html"), "utf8")
  const assets = path.join(outDir, "assets")
  const named = (pattern) => [...html.matchAll(pattern)].map(([, file]) => file)
  const start = named(/(?:src|href)="[^"]*assets\/([^"]+\.js)"/g).flatMap((file) =>
    withWhatItNeeds(assets, file)
  )
  const styles = named(/href="[^"]*assets\/([^"]+\.css)"/g).map((file) => readChunk(assets, file))
  const files = readdirSync(assets).filter((file) => file.endsWith(".js"))
  const later = files
    .filter((file) => start.every((chunk) => chunk.file !== file))
    .map((file) => readChunk(assets, file))
  return { start, styles, later }
}

/** A chunk's name without the hash of its content. */
const nameOf = ({ file }) => file.replace(/-[\w-]{8}\.js$/, "")

/** Chunks that only one of two builds has, or that are larger in the second one. */
function grown(before, after) {
  const names = [...new Set([...before, ...after].map(nameOf))]
  const sizes = (chunks, name) => chunks.filter((chunk) => nameOf(chunk) === name)
  return names
    .map((name) => ({ name, before: sizes(before, name), after: sizes(after, name) }))
    .filter(({ before, after }) => total(after, "raw") - total(before, "raw") > 1000)
}

async function measureHost(lifetime) {
  const without = await buildDashboard(lifetime, "without the plugin", [])
  const withIt = await buildDashboard(lifetime, "with the plugin", [inRoot("src", "admin")])
  const row = (part, before, after) => ({
    part,
    ...{ without: kB(total(before, "raw")), with: kB(total(after, "raw")) },
    ...{ added: kB(total(after, "raw") - total(before, "raw")) },
    "added, gzipped": kB(total(after, "gzip") - total(before, "gzip")),
  })
  console.log("This host's dashboard, minified:")
  printTable([
    row("script at its start", without.start, withIt.start),
    row("style", without.styles, withIt.styles),
    ...grown(without.later, withIt.later).map(({ name, before, after }) =>
      row(`later: ${name}`, before, after)
    ),
  ])
}

function printTable(rows) {
  const columns = Object.keys(rows[0])
  const widths = columns.map((column) => Math.max(column.length, ...rows.map((row) => row[column].length)))
  const print = (row) =>
    console.log(
      columns
        .map((column, at) => row[column].padEnd(widths[at]))
        .join(" | ")
        .trimEnd()
    )
  print(Object.fromEntries(columns.map((column) => [column, column])))
  rows.forEach(print)
  console.log()
}

await runScript(async (lifetime) => {
  const built = process.argv.includes("--built")
  if (!built) {
    console.log("Building the plugin …")
    const log = path.join(work, "plugin.log")
    await mustRun(lifetime, "medusa", ["plugin:build"], { log, failure: "The plugin could not be built" })
  }
  const wrong = judgePlugin()
  if (!built) await measureHost(lifetime)
  for (const sentence of wrong) console.error(sentence)
  return wrong.length === 0 ? 0 : 1
})
