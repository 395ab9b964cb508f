import fc from "fast-check"
import { addDays, compareInstants } from "../../time/calendar"
import { membershipStatus, nextStatusChangeAt } from "../status"
import type { MembershipFacts } from "../types"

const at = (date: string): string => `${date}T00:00:00.000Z`
const now = at("2027-02-10")
const [past, longPast, future, farFuture] = [
  at("2027-02-01"),
  at("2027-01-01"),
  at("2027-03-01"),
  at("2027-04-01"),
]

const facts = (changes: Partial<MembershipFacts> = {}): MembershipFacts => ({
  voided_at: null,
  activated_at: longPast,
  starts_at: longPast,
  ends_at: farFuture,
  latest_term: null,
  canceled_at: null,
  holds: [],
  suspended_at: null,
  past_due_since: null,
  credits: null,
  ...changes,
})
const onHold = { holds: [{ from: past, until: future }] }
const used = { credits: { left: 0, renews: false } }
const waiting = { starts_at: null, ends_at: null }

describe("status", () => {
  it.each<[string, Partial<MembershipFacts>, string]>([
    ["active", {}, "nothing against it"],
    ["active", { ends_at: null }, "unlimited"],
    ["active", { starts_at: now }, "its start belongs to it"],
    ["active", { credits: { left: 1, renews: false } }, "a visit left"],
    ["active", { credits: { left: 0, renews: true } }, "more credits come with the next period"],
    ["active", { canceled_at: future }, "canceled from a day ahead"],
    ["active", { holds: [{ from: future, until: farFuture }] }, "a hold ahead"],
    ["active", { holds: [{ from: longPast, until: now }] }, "resumed this instant"],
    ["active", { ...waiting, latest_term: { starts_at: past, ends_at: future } }, "begun by itself"],
    [
      "void",
      { voided_at: past, canceled_at: longPast, ends_at: past, activated_at: null },
      "above everything",
    ],
    ["canceled", { canceled_at: now }, "from that instant"],
    ["canceled", { canceled_at: past, ends_at: past }, "on a tie, the end that somebody chose"],
    ["canceled", { canceled_at: past, ends_at: now }, "canceled before its term was over"],
    [
      "canceled",
      { canceled_at: past, ...onHold, ...used, suspended_at: longPast },
      "whatever else was the matter",
    ],
    ["canceled", { canceled_at: past, activated_at: null }, "given up before it was paid"],
    [
      "canceled",
      { canceled_at: past, ends_at: longPast, activated_at: null },
      "what never ran cannot run out",
    ],
    ["pending", { activated_at: null }, "waits for its money"],
    ["pending", { activated_at: future }, "until the instant of its activation"],
    ["pending", { activated_at: null, starts_at: future }, "also before its start"],
    ["pending", { activated_at: null, ends_at: past }, "the payment is still to be recorded"],
    ["expired", { ends_at: now }, "its end does not belong to it"],
    ["expired", { ends_at: past, canceled_at: now }, "over before the cancellation took effect"],
    ["expired", { ends_at: past, ...used }, "credits that expire with the term leave none"],
    ["expired", { ends_at: past, ...onHold, suspended_at: longPast }, "whatever else was the matter"],
    ["expired", { ...waiting, latest_term: { starts_at: longPast, ends_at: past } }, "nobody ever came"],
    ["suspended", { suspended_at: now, past_due_since: past }, "grace is over"],
    ["suspended", { suspended_at: past, ...onHold, ...used }, "above hold and credits"],
    ["suspended", { suspended_at: past, starts_at: future }, "before its start, too"],
    ["upcoming", { starts_at: future }, "not begun"],
    ["upcoming", waiting, "waits for its first visit"],
    ["upcoming", { ...waiting, latest_term: { starts_at: future, ends_at: farFuture } }, "may still wait"],
    ["upcoming", { starts_at: future, ...used }, "the first credits come with the term"],
    ["upcoming", { starts_at: future, ...onHold, past_due_since: past }, "above hold and dues"],
    ["exhausted", used, "one-time, and all used"],
    ["exhausted", { ...used, ...onHold, past_due_since: past }, "no resume brings a visit back"],
    ["on_hold", onHold, "in a hold"],
    ["on_hold", { holds: [{ from: now, until: null }] }, "from its first instant, with no end set"],
    ["on_hold", { ...onHold, past_due_since: past }, "staff may hold what is overdue"],
    ["past_due", { past_due_since: now }, "dues unpaid, access stays"],
    ["past_due", { past_due_since: past, credits: { left: 0, renews: true } }, "its renewal failed"],
  ])("TERM-1: %s with %j: %s", (expected, changes) => {
    expect(membershipStatus(facts(changes), now)).toBe(expected)
  })

  it("TERM-6: stays active through the last instant of its last day", () => {
    const ending = facts({ ends_at: "2027-02-28T23:00:00.000Z" })
    expect(membershipStatus(ending, "2027-02-28T22:59:59.999Z")).toBe("active")
    expect(membershipStatus(ending, "2027-02-28T23:00:00.000Z")).toBe("expired")
  })
})

describe("next change of status", () => {
  it.each<[Partial<MembershipFacts>, string | null, string]>([
    [{}, farFuture, "the end of the term"],
    [{ ends_at: null }, null, "unlimited: only an event can"],
    [{ starts_at: future }, future, "the start"],
    [{ canceled_at: future }, future, "a scheduled cancellation"],
    [onHold, future, "the end of a hold"],
    [{ holds: [{ from: past, until: null }], ends_at: null }, null, "a hold without an end"],
    [
      {
        holds: [
          { from: past, until: future },
          { from: future, until: farFuture },
        ],
        ends_at: null,
      },
      farFuture,
      "two holds that touch",
    ],
    [{ activated_at: null, starts_at: future }, null, "waits for its money through start and end"],
    [{ canceled_at: past }, null, "nothing comes after the end"],
    [{ ends_at: farFuture, ...used, ...onHold }, farFuture, "a hold that ends unseen"],
    [{ ...waiting, latest_term: { starts_at: future, ends_at: farFuture } }, future, "begins by itself"],
    [{ ...waiting }, null, "waits for its first visit for ever"],
  ])("TERM-4: with %j it is %j: %s", (changes, expected) => {
    expect(nextStatusChangeAt(facts(changes), now)).toBe(expected)
  })

  const instants = fc.integer({ min: 0, max: 60 }).map((days) => at(addDays("2027-01-01", days)))
  const maybe = fc.option(instants)
  const anyFacts: fc.Arbitrary<MembershipFacts> = fc.record({
    voided_at: fc.option(instants, { freq: 1 }),
    activated_at: fc.option(instants, { freq: 20 }),
    starts_at: maybe,
    ends_at: maybe,
    latest_term: fc.option(fc.record({ starts_at: instants, ends_at: maybe })),
    canceled_at: maybe,
    holds: fc.array(fc.record({ from: instants, until: maybe }), { maxLength: 3 }),
    suspended_at: maybe,
    past_due_since: maybe,
    credits: fc.option(fc.record({ left: fc.nat({ max: 2 }), renews: fc.boolean() })),
  })

  it("TERM-1: walking the changes foretold gives the status of every instant", () => {
    fc.assert(
      fc.property(anyFacts, instants, instants, (given, a, b) => {
        const [from, to] = [a, b].sort(compareInstants) as [string, string]
        expect(statusAfterWalking(given, from, to)).toBe(membershipStatus(given, to))
      }),
      { numRuns: 2_000 }
    )
  })

  it("TERM-4: a change foretold is a change, lies ahead, and the walk ends", () => {
    fc.assert(
      fc.property(anyFacts, instants, (given, from) => {
        let steps = 0
        for (let here = from, next = nextStatusChangeAt(given, here); next !== null; steps++) {
          expect(compareInstants(here, next)).toBe(-1)
          expect(membershipStatus(given, next)).not.toBe(membershipStatus(given, here))
          here = next
          next = nextStatusChangeAt(given, here)
        }
        expect(steps).toBeLessThanOrEqual(13)
      })
    )
  })
})

/** What a sweep would have stored by `to`, had it looked only when a change was foretold. */
function statusAfterWalking(given: MembershipFacts, from: string, to: string): string {
  let stored_at = from
  let next = nextStatusChangeAt(given, stored_at)
  while (next !== null && compareInstants(next, to) <= 0) {
    stored_at = next
    next = nextStatusChangeAt(given, stored_at)
  }
  return membershipStatus(given, stored_at)
}
