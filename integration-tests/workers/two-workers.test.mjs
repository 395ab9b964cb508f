import assert from "node:assert/strict"
import { readFileSync } from "node:fs"
import { test } from "node:test"

// What `npm run test:workers` has lived through, and what it counted afterwards.
const report = JSON.parse(readFileSync(process.env.WORKERS_REPORT, "utf8"))
const { rounds, weeks, memberships, deeds, alone, reckoning } = report

const isWorker = (name) => name.startsWith("worker ")
const sum = (counts) => Object.values(counts).reduce((total, count) => total + count, 0)

test("BILL-1, BILL-4: whenever a worker is killed, money is taken once for a membership, payer and period", () => {
  assert.ok(
    rounds.some(({ left }) => left > 0),
    "no kill has met anybody half-way"
  )
  assert.deepEqual(reckoning.contradictions, [])
})

test("BILL-1: each week of each membership has one charge, which is made and settled once", () => {
  assert.equal(memberships.length, report.memberships_sold)
  for (const { id, ...counted } of memberships)
    assert.deepEqual({ id, ...counted }, { id, charges: weeks, periods: weeks, paid: weeks, orders: weeks })
  assert.deepEqual(report.done_twice, [])
  assert.equal(sum(deeds.settled), memberships.length * weeks)
})

test("BILL-2: each charge has one order, and the ledger equals the balances; a further run changes nothing", () => {
  assert.equal(sum(deeds.ordered), memberships.length * weeks)
  assert.deepEqual(reckoning.changed_by_a_rerun, [])
})

test("negative control: of each tampering with the books the same count tells", () => {
  assert.ok(reckoning.controls.length >= 5)
  for (const { says, is_found } of reckoning.controls) assert.ok(is_found, `not found out: ${says}`)
})

test("BILL-1: whichever worker is there charges, and no job is to come twice though every worker has set up its schedule", () => {
  assert.ok(Object.keys(deeds.claimed).length > 2)
  assert.equal(alone.takers_after, 2)
  assert.ok(Object.keys(alone.coming).length >= 2)
  for (const [name, times] of Object.entries(alone.coming)) assert.equal(times, 1, name)
})

test("BILL-1: the server runs no job: alone it leaves what is due, and it charges nobody", () => {
  assert.equal(alone.takers, 0)
  assert.ok(alone.due >= memberships.length)
  assert.deepEqual(alone.claimed, {})
  for (const did of ["made", "claimed", "called", "settled", "ordered"])
    assert.deepEqual(
      Object.keys(deeds[did]).filter((name) => !isWorker(name)),
      [],
      did
    )
})

test("SALE-6, BILL-3, REMIND-2: what the server sells a worker activates, and what a worker's job tells the server shows", () => {
  assert.deepEqual(
    Object.keys(deeds.activated).filter((name) => !isWorker(name)),
    []
  )
  assert.equal(sum(deeds.activated), memberships.length)
  assert.deepEqual(
    Object.keys(deeds.told).filter((name) => !isWorker(name)),
    []
  )
  for (const email of report.mended.emails) assert.ok(report.mended.told.includes(email), email)
})

test("CREDIT-1: what a worker's nightly check of the ledger has found stands in the server's metrics", () => {
  assert.equal(report.drift, 0)
})

test("BILL-3: no process calls the bank more often than its share", () => {
  assert.ok(report.most_calls > 0)
  assert.ok(report.most_calls <= report.per_second * 1.5, `${report.most_calls} calls in a second`)
})
