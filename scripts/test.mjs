// npm test: every test that needs no browser. The unit tests use all cores; of the others two files run at a time, each
// with a database of its own, and those that measure run alone at the end. Starting a server takes longer than most files'
// tests, so that those of `http`, `scenarios` and `concurrency` share a few (`integration-tests/together`). Arguments go to
// jest: `npm test -- --selectProjects unit`, or `npm test -- seats --selectProjects http` for a file by itself.
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import path from "node:path"
import { stripVTControlCharacters } from "node:util"
import { forgetCounts, reportCounts } from "./counts.mjs"
import { runScript } from "./lifetime.mjs"
import { runCommand } from "./processes.mjs"
import { artifacts, inRoot } from "./project.mjs"

const { projects } = createRequire(import.meta.url)(inRoot("jest.config.js"))
const names = projects.map(({ displayName }) => displayName)
const databaseProjects = names.filter((name) => name !== "unit" && name !== "speed")
/** Their files are in `together` too. */
const byThemselves = ["http", "scenarios", "concurrency"]

/** Whoever asks for some tests means the files themselves. */
const databaseProjectsFor = (args) =>
  databaseProjects.filter((name) => (args.length > 0 ? name !== "together" : !byThemselves.includes(name)))

// Jest replaces a worker when it has grown: the boots of a long run would pile up in it.
const workers = (count) => [`--maxWorkers=${count}`, "--workerIdleMemoryLimit=1500MB"]

function runsFor(args) {
  if (!args.includes("--selectProjects"))
    return [
      { name: "unit", args: ["--selectProjects", "unit", ...args] },
      { name: "database", args: ["--selectProjects", ...databaseProjectsFor(args), ...workers(2), ...args] },
      { name: "speed", args: ["--selectProjects", "speed", ...workers(1), ...args] },
    ]
  const needsDatabase = args.some((arg) => databaseProjects.includes(arg) || arg === "speed")
  return [
    { name: "selected", args: needsDatabase ? [...workers(args.includes("speed") ? 1 : 2), ...args] : args },
  ]
}

/** A suite that could not even start has no failed test of its own, and is one failure. */
function countsIn(resultFile, exitCode) {
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, failures: ["jest left no results"] }
  const result = JSON.parse(readFileSync(resultFile, "utf8"))
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites
  const failures = result.testResults.flatMap(failuresIn)
  return { passed: result.numPassedTests, failed: failed || (exitCode === 0 ? 0 : 1), failures }
}

/** Each failed test with the first line of why; a suite that could not start with why it could not. */
function failuresIn({ name, message, status, assertionResults }) {
  const file = path.relative(inRoot(), name)
  const failed = assertionResults.filter((test) => test.status === "failed")
  if (failed.length === 0 && status === "failed") return [`${file}: ${firstLine(message)}`]
  return failed.map(
    ({ fullName, failureMessages }) => `${file}: ${fullName}: ${firstLine(failureMessages[0])}`
  )
}

const firstLine = (text = "") => stripVTControlCharacters(text).trim().split("\n")[0].slice(0, 200)

async function runJest(lifetime, { name, args }) {
  const resultFile = path.join(artifacts, `jest-${name}.json`)
  rmSync(resultFile, { force: true })
  const reporting = ["--json", `--outputFile=${resultFile}`, "--passWithNoTests"]
  // The platform's runner imports ES modules from within jest, which Node allows only with this flag.
  const env = { NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ""} --experimental-vm-modules`.trim() }
  const code = await runCommand(lifetime, "jest", [...reporting, ...args], { env, limitMinutes: 40 })
  return countsIn(resultFile, code)
}

await runScript(async (lifetime) => {
  forgetCounts("test")
  mkdirSync(artifacts, { recursive: true })
  const sum = { passed: 0, failed: 0, failures: [] }
  for (const run of runsFor(process.argv.slice(2))) {
    const counts = await runJest(lifetime, run)
    sum.passed += counts.passed
    sum.failed += counts.failed
    sum.failures.push(...counts.failures)
  }
  return reportCounts("test", sum)
})
