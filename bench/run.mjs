// Measures what the rules promise about speed, and fails when a promise is broken: `npm run bench`. Of functions the slowest
// case must meet its target, each case being the median of many runs; of a studio the median of rounds in which what is
// measured and what it is compared with take turns. `npm run bench -- functions`, or `check-ins`, `renewals`, or one part of
// these (`money`, `limiter`, `memory`, `claims`) measures that alone; `--renewals 1000000` looks at the memory of so many.
import { createRequire } from "node:module"
import { parseArgs } from "node:util"
import { runScript } from "../scripts/lifetime.mjs"
import { median, print, verdict } from "./lines.mjs"
import { renewalLines } from "./renewal-lines.mjs"
import { benchRenewals } from "./renewals.mjs"
import { benchStudio } from "./studio.mjs"

const require = createRequire(import.meta.url)
require("ts-node").register({ transpileOnly: true })
const { benchQuote } = require("./quote.ts")
const { benchSeating } = require("./seating.ts")

const functionLines = () =>
  [...benchQuote(), ...benchSeating()].map((line) => ({
    what: line.what,
    measured: `${time(line.median_ns)} ${line.per}`,
    against: line.cases === 1 ? "" : `slowest of ${line.cases}: ${time(line.slowest_case_ns)}`,
    target: `≤ ${time(line.target_ns)}`,
    ok: verdict(line.slowest_case_ns <= line.target_ns),
  }))

function studioLines({ statements, check_in, hot_balance, debits, over_http }) {
  const [p99, bare_p99] = [median(over_http.p99_ms), median(over_http.bare_p99_ms)]
  return [
    ratioLine("check-in with debit, service call, 8 clients", check_in, "bare pg, the same SQL", 0.5),
    ratioLine(
      "check-in over HTTP with a device token, 16 clients",
      over_http,
      "bare node:http, the same SQL",
      0.6
    ),
    {
      what: "the same, slowest of a hundred",
      measured: `${p99.toFixed(1)} ms`,
      against: `bare node:http, the same SQL: ${bare_p99.toFixed(1)} ms`,
      target: "≤ 25 ms",
      ok: verdict(p99 <= 25),
    },
    ratioLine("one hot credit balance, 32 clients", hot_balance, "bare pg, the same SQL", 0.8),
    {
      ...ratioLine("debit of one grant, 8 clients", debits, "of any number of grants", 0),
      target: "",
      ok: "",
    },
    {
      what: "statements of a check-in",
      measured: `${statements.service}, over HTTP ${statements.http}`,
      against: "facts and one guarded write; over HTTP the device",
      target: "",
      ok: "",
    },
  ]
}

/** Each round's ratio by itself, because what else the machine does changes between them. */
function ratioLine(what, { ours, other }, beside, target) {
  const ratio = median(ours.map((rate, round) => rate / other[round]))
  return {
    what,
    measured: `${median(ours).toFixed(0)}/s, ${ratio.toFixed(2)} of it`,
    against: `${beside}: ${median(other).toFixed(0)}/s`,
    target: `≥ ${target}`,
    ok: verdict(ratio >= target),
  }
}

/** Three digits and a unit: "94.1 ns", "1.20 ms". */
function time(ns) {
  const [value, unit] = ns < 1_000 ? [ns, "ns"] : ns < 1_000_000 ? [ns / 1_000, "µs"] : [ns / 1_000_000, "ms"]
  return `${value.toPrecision(3)} ${unit}`
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { renewals: { type: "string", default: "100000" } },
})
const PARTS = ["money", "limiter", "memory", "claims"]
const asked = (name) => positionals.length === 0 || positionals.includes(name)
const parts = asked("renewals") ? PARTS : PARTS.filter(asked)

await runScript(async (lifetime) => {
  const lines = []
  if (asked("functions")) lines.push(...functionLines())
  if (asked("check-ins")) lines.push(...studioLines(await benchStudio(lifetime)))
  const renewals = Number(values.renewals)
  if (parts.length > 0) lines.push(...renewalLines(await benchRenewals(lifetime, { parts, renewals })))
  print(lines)
  return lines.some(({ ok }) => ok === "MISSED") ? 1 : 0
})
