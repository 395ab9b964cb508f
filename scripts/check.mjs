// npm run check: what CI runs. All checks run, also after one has failed, so that one run tells everything.
// --without-tests leaves out the tests, for CI, which runs them by themselves.
import { forgetCounts, reportCounts } from "./counts.mjs"
import { runScript } from "./lifetime.mjs"
import { runCommand } from "./processes.mjs"

const checks = [
  ["Format", "format:check"],
  ["Lint", "lint"],
  ["Types", "types"],
  ["Dependency rules", "deps"],
  ["Unused code", "unused"],
  ["Rules and their tests", "rules", "--check"],
  ["Plugin build", "build:plugin"],
  ["Admin bundle", "bundle", "--built"],
  ["Package contents", "package"],
]
const tests = ["Tests", "test"]

async function run(lifetime, [title, script, ...args]) {
  console.log(`\n── ${title} (npm run ${script})`)
  const start = performance.now()
  const code = await runCommand(lifetime, "npm", ["run", "--silent", script, "--", ...args], {
    limitMinutes: 40,
  })
  const seconds = ((performance.now() - start) / 1000).toFixed(1)
  console.log(`── ${title}: ${code === 0 ? "ok" : "FAILED"} in ${seconds} s`)
  return code === 0
}

await runScript(async (lifetime) => {
  forgetCounts("check")
  const wanted = process.argv.includes("--without-tests") ? checks : [...checks, tests]
  const failed = []
  for (const check of wanted) if (!(await run(lifetime, check))) failed.push(check[0])
  console.log(failed.length > 0 ? `\nFailed: ${failed.join(", ")}` : "\nAll checks passed")
  return reportCounts("check", {
    passed: wanted.length - failed.length,
    failed: failed.length,
    failures: failed,
  })
})
