// What is told of renewals, each beside its target.
import { median, verdict } from "./lines.mjs"

/** @param figures of bench/renewals.ts, as far as they were measured */
export const renewalLines = ({ money, limiter, memory, claims }) => [
  ...(money ? moneyLines(money) : []),
  ...(limiter ? [limiterLine(limiter)] : []),
  ...(claims ? [claimLine(claims)] : []),
  ...(memory ? memoryLines(memory) : []),
]

function moneyLines({ money, with_orders, by_orders, traffic, orders_traffic, by_orders_traffic }) {
  const loop = "the platform's workflows, one renewal after the other"
  return [
    timesLine("renewals, the money", money, by_orders, { loop, target: 100 }),
    timesLine("renewals, with their orders", with_orders, by_orders, { loop, target: 25 }),
    trafficLine("statements", traffic, by_orders_traffic, 3),
    trafficLine("commits", traffic, by_orders_traffic, 1.2),
    {
      what: "statements and commits of an order",
      measured: `${orders_traffic.statements.toFixed(2)}, ${orders_traffic.commits.toFixed(2)}`,
      ...{ against: "beside those of the renewal", target: "", ok: "" },
    },
  ]
}

function timesLine(what, ours, theirs, { loop, target }) {
  const times = median(ours.map((rate, round) => rate / theirs[round]))
  return {
    what,
    measured: `${median(ours).toFixed(0)}/s, ${times.toFixed(0)} times as fast`,
    against: `${loop}: ${median(theirs).toFixed(1)}/s`,
    target: `≥ ${target} times`,
    ok: verdict(times >= target),
  }
}

const trafficLine = (what, ours, theirs, target) => ({
  what: `${what} of a renewal`,
  measured: ours[what].toFixed(2),
  against: `the platform's workflows: ${theirs[what].toFixed(0)}`,
  target: `≤ ${target}`,
  ok: verdict(ours[what] <= target),
})

const LIMIT = 25

const limiterLine = ({ calls, per_second, most_in_a_second }) => ({
  what: "a provider's limit of 25/s, calls of 800 ms, one of 50 answered 429",
  measured: `${per_second.toFixed(1)}/s, at most ${most_in_a_second} in a second`,
  against: `${calls} calls, counted by the provider`,
  target: `≥ ${LIMIT * 0.95}/s, never over ${LIMIT}`,
  ok: verdict(per_second >= LIMIT * 0.95 && most_in_a_second <= LIMIT),
})

const claimLine = ({ fresh_ms, full_ms, finished }) => ({
  what: `claiming 100 charges beside ${finished / 1_000_000} million finished`,
  measured: `${full_ms.toFixed(1)} ms, ${(full_ms / fresh_ms).toFixed(2)} times as long`,
  against: `beside none: ${fresh_ms.toFixed(1)} ms`,
  target: "≤ 1.5 times",
  ok: verdict(full_ms <= fresh_ms * 1.5),
})

const memoryLines = ({ few, many, heap, rss, per_second }) =>
  [
    ["heap after collecting", heap],
    ["resident memory", rss],
  ].map(([what, [before, after]]) => ({
    what: `${what}, after ${many} renewals`,
    measured: `${after.toFixed(0)} MB, ${(after - before).toFixed(0)} more`,
    against: `after ${few}: ${before.toFixed(0)} MB (at ${per_second.toFixed(0)}/s)`,
    target: "≤ 64 MB more",
    ok: verdict(after - before <= 64),
  }))
