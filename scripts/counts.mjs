// Every runner of tests or checks ends with one line, and leaves its numbers where CI adds them up.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { artifacts } from "./project.mjs"

const folder = path.join(artifacts, "counts")
const fileOf = (runner) => path.join(folder, `${runner}.json`)

/** Called when a runner starts, so that one that dies on the way is not counted by its last run. */
export const forgetCounts = (runner) => rmSync(fileOf(runner), { force: true })

export const countsLine = ({ passed, failed }) => `${passed} passed, ${failed} failed`

/**
 * @param counts.failures one line for each failure that can be named, for the end of a CI run
 * @returns the exit code that tells the truth about the counts
 */
export function reportCounts(runner, { passed, failed, failures = [] }) {
  mkdirSync(folder, { recursive: true })
  writeFileSync(fileOf(runner), JSON.stringify({ passed, failed, failures }))
  console.log(countsLine({ passed, failed }))
  return failed === 0 && passed > 0 ? 0 : 1
}

const countsOf = (runner) =>
  existsSync(fileOf(runner))
    ? JSON.parse(readFileSync(fileOf(runner), "utf8"))
    : { passed: 0, failed: 1, failures: ["It did not come to its end."] }

/** The sum over the runners; one that has left no numbers has failed. */
export function sumCounts(runners) {
  const all = runners.map((runner) => ({ runner, ...countsOf(runner) }))
  const total = (name) => all.reduce((sum, counts) => sum + counts[name], 0)
  return { passed: total("passed"), failed: total("failed"), runners: all }
}
