// Measures what the rules promise about speed, and fails when a promise is broken: `npm run bench`.
// The slowest case of a line must meet its target, each case being the median of many runs.
import { createRequire } from "node:module"

const require = createRequire(import.meta.url)
require("ts-node").register({ transpileOnly: true })
const { benchQuote } = require("./quote.ts")
const { benchSeating } = require("./seating.ts")

const lines = [...benchQuote(), ...benchSeating()].map((line) => ({
  what: line.what,
  measured: `${time(line.median_ns)} ${line.per}`,
  against: line.cases === 1 ? "" : `slowest of ${line.cases}: ${time(line.slowest_case_ns)}`,
  target: `≤ ${time(line.target_ns)}`,
  ok: line.slowest_case_ns <= line.target_ns ? "ok" : "MISSED",
}))

const columns = ["what", "measured", "against", "target", "ok"]
const widths = columns.map((column) => Math.max(column.length, ...lines.map((line) => line[column].length)))
const print = (line) => console.log(columns.map((column, at) => line[column].padEnd(widths[at])).join(" | "))
print(Object.fromEntries(columns.map((column) => [column, column])))
lines.forEach(print)
process.exitCode = lines.every((line) => line.ok === "ok") ? 0 : 1

/** Three digits and a unit: "94.1 ns", "1.20 ms". */
function time(ns) {
  const [value, unit] = ns < 1_000 ? [ns, "ns"] : ns < 1_000_000 ? [ns / 1_000, "µs"] : [ns / 1_000_000, "ms"]
  return `${value.toPrecision(3)} ${unit}`
}
