// Tests that drive a started server from outside run under Node's own test runner, one file after the other.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs"
import path from "node:path"
import { PlainFailure } from "./lifetime.mjs"
import { runCommand } from "./processes.mjs"
import { artifacts, inRoot } from "./project.mjs"

/** A test that failed, but none that failed only because one in it did. */
const failuresIn = (tap) =>
  [...tap.matchAll(/^ *not ok \d+ - (.+)\n(?: +.*\n)*? +failureType: '(\w+)'/gm)]
    .filter(([, , type]) => type !== "subtestsFailed")
    .map(([, name]) => name)

const number = (tap, name) => Number(new RegExp(`^# ${name} (\\d+)$`, "m").exec(tap)?.[1] ?? 0)

/**
 * @param {string} folder below integration-tests; all its files of that ending, or those whose name contains one of `wanted`
 * @param {string} [options.report] name of the file that the results are left in; the folder's unless said otherwise
 * @param {number} options.limitMinutes for all files together
 * @param {number} [options.fileMinutes] for each of them
 * @returns the counts; a run that broke off counts as one failure more
 */
export async function runNodeTests(
  lifetime,
  folder,
  { env, wanted = [], ending = ".test.mjs", report: name = folder, limitMinutes, fileMinutes = 10 }
) {
  const files = readdirSync(inRoot("integration-tests", folder))
    .filter((file) => file.endsWith(ending))
    .filter((file) => wanted.length === 0 || wanted.some((part) => file.includes(part)))
    .map((file) => inRoot("integration-tests", folder, file))
  // Node would look for tests by itself, and run them all.
  if (files.length === 0)
    throw new PlainFailure(`There is no test file for ${wanted.join(" ")} in ${folder}.`)
  const report = path.join(artifacts, `${name}.tap`)
  mkdirSync(artifacts, { recursive: true })
  rmSync(report, { force: true })
  const reporters = [
    ...["--test-reporter=spec", "--test-reporter-destination=stdout"],
    ...["--test-reporter=tap", `--test-reporter-destination=${report}`],
  ]
  // The limit holds for a test and, because Node counts a file as one, for a file.
  const args = [
    "--test",
    "--test-concurrency=1",
    `--test-timeout=${fileMinutes * 60_000}`,
    ...reporters,
    ...files,
  ]
  const code = await runCommand(lifetime, process.execPath, args, { env, limitMinutes })
  const tap = existsSync(report) ? readFileSync(report, "utf8") : ""
  const failed = number(tap, "fail") + number(tap, "cancelled")
  return { passed: number(tap, "pass"), failed: failed || (code === 0 ? 0 : 1), failures: failuresIn(tap) }
}
