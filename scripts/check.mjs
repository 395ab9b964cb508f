// npm run check: what CI runs. All checks run, also after one has failed, so that one run tells everything. Each uses one
// core, so two go at a time; what a check says is shown when it has ended.
// --without-tests leaves out the tests, for CI, which runs them by themselves.
import { readFileSync } from "node:fs"
import path from "node:path"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { runScript } from "./lifetime.mjs"
import { runCommand } from "./processes.mjs"
import { artifacts } from "./project.mjs"

// Of about the same length. The second is in order: later ones look at what the plugin's build has made.
const lanes = [
  [
    ["Lint", "lint"],
    ["Format", "format:check"],
  ],
  [
    ["Types", "types"],
    ["Dependency rules", "deps"],
    ["Unused code", "unused"],
    ["Rules and their tests", "rules", "--check"],
    ["Plugin build", "build:plugin"],
    ["Admin bundle", "bundle", "--built"],
    ["Package contents", "package"],
  ],
]
const tests = ["Tests", "test"]

async function run(lifetime, [title, script, ...args], { log } = {}) {
  if (!log) console.log(`\n── ${title} (npm run ${script})`)
  const start = performance.now()
  const command = ["run", "--silent", script, "--", ...args]
  const code = await runCommand(lifetime, "npm", command, { limitMinutes: 40, log })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  if (log) console.log(`\n── ${title} (npm run ${script})\n${readFileSync(log, "utf8").trimEnd()}`)
  console.log(`── ${title}: ${code === 0 ? "ok" : "FAILED"} in ${seconds} s`)
  return { title, ok: code === 0 }
}

async function runLane(lifetime, checks) {
  const results = []
  for (const check of checks) {
    const log = path.join(artifacts, "checks", `${check[1].replace(":", "-")}.log`)
    results.push(await run(lifetime, check, { log }))
  }
  return results
}

await runScript(async (lifetime) => {
  forgetCounts("check")
  const results = (await Promise.all(lanes.map((checks) => runLane(lifetime, checks)))).flat()
  if (!process.argv.includes("--without-tests")) results.push(await run(lifetime, tests))
  const failures = results.filter(({ ok }) => !ok).map(({ title }) => title)
  console.log(failures.length > 0 ? `\nFailed: ${failures.join(", ")}` : "\nAll checks passed")
  return reportCounts("check", {
    passed: results.length - failures.length,
    failed: failures.length,
    failures,
  })
})
