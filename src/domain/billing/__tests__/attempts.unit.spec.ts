import fc from "fast-check"
import type { ChargeDecision, ChargeEvent, ChargeFacts } from "../attempt-types"
import { attemptKey, decideCharge, isSettled, isUnresolved, newCharge } from "../attempts"
import { type Fate, SimulatedProvider } from "./provider"

const settings = { dunning: { retry_days: [1, 3, 5, 7] }, zone: "UTC" }
const DUE = "2027-03-01T00:00:00.000Z"
const start_ms = Date.parse(DUE)
const at = (minutes: number) => new Date(start_ms + minutes * 60_000).toISOString()
const HOURS = 60

type Step = [minutes: number, event: ChargeEvent]
const claim = (minutes: number, token: number): Step => [
  minutes,
  { type: "claimed", token, lease_until: at(minutes + 5) },
]
const start = (minutes: number, token: number): Step => [minutes, { type: "attempt_started", token }]
const answer = (
  minutes: number,
  token: number,
  attempt: number,
  result: "paid" | "requires_action" | "unknown" | "provider_down"
): Step => [minutes, { type: "answered", token, attempt, outcome: { result } }]
const decline = (minutes: number, token: number, attempt: number): Step => [
  minutes,
  { type: "answered", token, attempt, outcome: { result: "declined", code: "card_declined" } },
]
const lookup = (
  minutes: number,
  attempt: number,
  result: "paid" | "pending" | "not_found" | "provider_down",
  asked = minutes
): Step => [minutes, { type: "looked_up", attempt, asked_at: at(asked), found: { result } }]
const sent = (minutes: number, token: number): Step[] => [claim(minutes, token), start(minutes, token)]
const decide = (charge: ChargeFacts, [minutes, event]: Step) =>
  decideCharge(charge, event, at(minutes), settings)
/** What becomes of a new charge; every step must be allowed. */
const after = (...steps: Step[]): ChargeFacts =>
  steps.reduce(
    (charge, step) => {
      const decision = decide(charge, step)
      if (!decision.done) throw new Error(`${JSON.stringify(step)}: ${decision.code}`)
      return decision.charge
    },
    newCharge("ch_1", DUE)
  )
const refused = (decision: ChargeDecision) => (decision.done ? null : decision.code)

describe("a charge", () => {
  const ways: [why: string, steps: Step[], expected: Partial<ChargeFacts>][] = [
    ["BILL-1: is claimed from its due instant", [claim(0, 1)], { status: "processing", attempt: 0 }],
    [
      "BILL-1: is paid",
      [...sent(0, 1), answer(1, 1, 1, "paid")],
      { status: "paid", paid_attempt: 1, settled_at: at(1), act_at: null },
    ],
    [
      "BILL-3: declined, it is tried again the next day",
      [...sent(0, 1), decline(1, 1, 1)],
      { status: "failed", failure_code: "card_declined", first_failed_at: at(1), act_at: at(24 * HOURS) },
    ],
    [
      "BILL-3: each further attempt has its own key",
      [...sent(0, 1), decline(1, 1, 1), ...sent(24 * HOURS, 2)],
      { attempt: 2 },
    ],
    [
      "BILL-3: after the last retry nothing happens by itself",
      [
        ...sent(7 * 24 * HOURS, 1),
        decline(7 * 24 * HOURS + 1, 1, 1),
        [8 * 24 * HOURS, { type: "retried" }],
        ...sent(15 * 24 * HOURS, 2),
        decline(15 * 24 * HOURS, 2, 2),
      ],
      { status: "failed", act_at: null },
    ],
    [
      "BILL-3: a new card is tried at once",
      [...sent(0, 1), decline(1, 1, 1), [2, { type: "retried" }]],
      { status: "failed", act_at: at(2) },
    ],
    [
      "BILL-3: without a card it fails before anybody is asked",
      [claim(0, 1), [1, { type: "payment_method_missing", token: 1 }]],
      { status: "failed", failure_code: "payment_method_missing", attempt: 0 },
    ],
    [
      "BILL-4: without an answer it is looked up",
      [...sent(0, 1), answer(1, 1, 1, "unknown")],
      { status: "unknown", uncertain_since: at(0), act_at: at(2) },
    ],
    [
      "BILL-4: a worker that died after sending leaves it unknown",
      [...sent(0, 1), [5, { type: "lease_expired" }]],
      { status: "unknown", act_at: at(5) },
    ],
    [
      "BILL-4: a worker that died before sending leaves it free",
      [claim(0, 1), [5, { type: "lease_expired" }]],
      { status: "scheduled", act_at: at(5), attempt: 0 },
    ],
    [
      "BILL-4: found paid",
      [...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(3, 1, "paid")],
      { status: "paid", paid_attempt: 1 },
    ],
    [
      "BILL-4, BILL-11: not found, and no card any more: nothing is sent before the key has ended",
      [
        ...[...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(3, 1, "not_found"), claim(10, 2)],
        [10, { type: "payment_method_missing", token: 2 }],
      ],
      { status: "unknown", attempt: 1, act_at: at(24 * HOURS), lease_until: null },
    ],
    [
      "BILL-4, SALE-8: not found, and its membership void: nothing is sent before the key has ended",
      [
        ...[...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(3, 1, "not_found"), claim(10, 2)],
        [10, { type: "canceled" }],
      ],
      { status: "unknown", attempt: 1, act_at: at(24 * HOURS), lease_until: null },
    ],
    [
      "BILL-4: not found, the same key is sent again",
      [...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(3, 1, "not_found"), ...sent(10, 2)],
      { attempt: 1, uncertain_since: at(0), sent_at: at(10) },
    ],
    [
      "BILL-4: in the last hour of the key it waits",
      [...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(23 * HOURS, 1, "not_found")],
      { status: "unknown", act_at: at(24 * HOURS) },
    ],
    [
      "BILL-4: a key that comes to be claimed too late is looked up instead",
      [...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(3, 1, "not_found"), claim(23 * HOURS, 2)],
      { status: "unknown", attempt: 1 },
    ],
    [
      "BILL-4: not found when the key has ended, a new one is sent",
      [...sent(0, 1), answer(1, 1, 1, "unknown"), lookup(24 * HOURS, 1, "not_found"), ...sent(24 * HOURS, 2)],
      { attempt: 2, uncertain_since: at(24 * HOURS) },
    ],
    [
      "BILL-4: ten look-ups that find nothing out, then staff",
      [
        ...sent(0, 1),
        answer(1, 1, 1, "unknown"),
        ...Array.from({ length: 10 }, (_, n) => lookup(10 + n, 1, "pending")),
      ],
      { status: "parked", parked_reason: "payment_pending", act_at: null },
    ],
    [
      "BILL-4: what is parked is looked up once more when staff say so",
      [
        ...sent(0, 1),
        answer(1, 1, 1, "unknown"),
        ...Array.from({ length: 10 }, (_, n) => lookup(10 + n, 1, "provider_down")),
        [60, { type: "retried" }],
      ],
      { status: "unknown", lookups: 0, act_at: at(60) },
    ],
    [
      "BILL-4: a provider that is down costs no attempt, and is tried a minute later",
      [...sent(0, 1), answer(0, 1, 1, "provider_down")],
      { status: "scheduled", outages: 1, act_at: at(1), first_failed_at: null },
    ],
    [
      "BILL-4: and is tried again under the same number",
      [...sent(0, 1), answer(0, 1, 1, "provider_down"), ...sent(1, 2)],
      { attempt: 1, uncertain_since: at(1) },
    ],
    [
      "BILL-4: down while the same key is sent again, it stays unknown",
      [
        ...sent(0, 1),
        answer(1, 1, 1, "unknown"),
        lookup(3, 1, "not_found"),
        ...sent(10, 2),
        answer(10, 2, 1, "provider_down"),
      ],
      { status: "unknown", uncertain_since: at(0) },
    ],
    [
      "BILL-5: waits for the customer, and is past due meanwhile",
      [...sent(0, 1), answer(1, 1, 1, "requires_action")],
      { status: "requires_action", first_failed_at: at(1) },
    ],
    [
      "BILL-5: the confirmation continues the same charge",
      [...sent(0, 1), answer(1, 1, 1, "requires_action"), lookup(90, 1, "paid")],
      { status: "paid", paid_attempt: 1 },
    ],
    [
      "BILL-6: is paid by hand",
      [...sent(0, 1), decline(1, 1, 1), [9, { type: "paid_by_hand" }]],
      { status: "paid", paid_attempt: null },
    ],
    [
      "BILL-1: a late answer settles it, also when it was given up",
      [
        ...sent(0, 1),
        answer(1, 1, 1, "unknown"),
        lookup(24 * HOURS, 1, "not_found"),
        answer(24 * HOURS + 1, 1, 1, "paid"),
      ],
      { status: "paid", paid_attempt: 1 },
    ],
    [
      "BILL-1: the same news twice changes nothing",
      [...sent(0, 1), answer(1, 1, 1, "paid"), lookup(2, 1, "paid")],
      { status: "paid", settled_at: at(1) },
    ],
  ]
  it.each(ways)("%s", (_, steps, expected) => {
    expect(after(...steps)).toMatchObject(expected)
  })

  it("BILL-4: back-off doubles and is bounded", () => {
    let charge = newCharge("ch_1", DUE)
    let minutes = 0
    const waits = Array.from({ length: 12 }, (_, n) => {
      for (const step of [...sent(minutes, n + 1), answer(minutes, n + 1, 1, "provider_down")])
        charge = (decide(charge, step) as { charge: ChargeFacts }).charge
      const wait = (Date.parse(charge.act_at!) - start_ms) / 60_000 - minutes
      minutes += wait
      return wait
    })
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360, 360])
  })

  const unknown: Step[] = [...sent(0, 1), answer(1, 1, 1, "unknown")]
  const refusals: [why: string, steps: Step[], last: Step, code: string][] = [
    ["BILL-3: not before it is due", [], claim(-1, 1), "not_due"],
    ["BILL-1: while another worker has it", [claim(0, 1)], claim(4, 2), "claim_lost"],
    ["BILL-1: with an older token", [claim(0, 7)], claim(6, 7), "claim_lost"],
    ["BILL-1: by a worker past its lease", [claim(0, 1)], start(5, 1), "claim_lost"],
    ["BILL-1: twice under one claim", sent(0, 1), start(1, 1), "charge_unresolved"],
    [
      "BILL-1: by a worker whose claim went to another",
      [claim(0, 1), claim(6, 2)],
      start(7, 1),
      "claim_lost",
    ],
    ["BILL-4: again while it is unknown", unknown, [2, { type: "retried" }], "charge_unresolved"],
    ["BILL-4: by hand while it is unknown", unknown, [2, { type: "paid_by_hand" }], "charge_unresolved"],
    ["BILL-4: waived while it is sent", sent(0, 1), [2, { type: "waived" }], "charge_unresolved"],
    [
      "BILL-5: again while the customer could still confirm",
      [...sent(0, 1), answer(1, 1, 1, "requires_action")],
      [2, { type: "retried" }],
      "charge_unresolved",
    ],
    [
      "BILL-4: by an answer that was asked for before it was sent again",
      [...unknown, lookup(3, 1, "not_found"), ...sent(10, 2), answer(11, 2, 1, "unknown")],
      lookup(24 * HOURS, 1, "not_found", 9),
      "attempt_superseded",
    ],
    [
      "BILL-4: by what an older worker does not know",
      [...unknown, lookup(3, 1, "not_found"), ...sent(10, 2)],
      answer(11, 1, 1, "unknown"),
      "claim_lost",
    ],
    [
      "BILL-4: with a key in its last hour",
      [...unknown, lookup(3, 1, "not_found"), claim(23 * HOURS - 1, 2)],
      start(23 * HOURS, 2),
      "key_expired",
    ],
    ["BILL-1: once waived", [[0, { type: "waived" }]], claim(1, 1), "charge_settled"],
    [
      "BILL-1: once paid",
      [...sent(0, 1), answer(1, 1, 1, "paid")],
      [2, { type: "waived" }],
      "charge_settled",
    ],
    ["BILL-1: once canceled", [claim(0, 1), [1, { type: "canceled" }]], start(2, 1), "charge_settled"],
    [
      "BILL-1: money for what is settled otherwise is told",
      [...sent(0, 1), decline(1, 1, 1), [2, { type: "paid_by_hand" }]],
      lookup(3, 1, "paid"),
      "paid_beside",
    ],
    ["BILL-4: expired while the lease runs", [claim(0, 1)], [4, { type: "lease_expired" }], "lease_running"],
  ]
  it.each(refusals)("%s: refused", (_, steps, last, code) => {
    expect(refused(decide(after(...steps), last))).toBe(code)
  })

  it("BILL-1: the key of an attempt is always the same", () => {
    expect(attemptKey("ch_1", 2)).toBe("renewal:ch_1:2")
  })
})

/** One turn of a story: what happens next, with every chance drawn beforehand. */
interface Turn {
  readonly what:
    | "wait"
    | "claim"
    | "send"
    | "deliver"
    | "look_up"
    | "deliver_finding"
    | "expire"
    | "retry"
    | "confirm"
    | "by_hand"
    | "waive"
  readonly minutes: number
  readonly pick: number
  readonly fate: Fate
  readonly accepted: boolean
  readonly told: boolean
  readonly mood: "fine" | "pending" | "down"
}

const turn: fc.Arbitrary<Turn> = fc.record({
  what: fc.oneof(
    ...(["wait", "claim", "send", "deliver", "look_up", "deliver_finding"] as const).map((what) => ({
      weight: 6,
      arbitrary: fc.constant(what),
    })),
    ...(["expire", "retry", "confirm"] as const).map((what) => ({ weight: 2, arbitrary: fc.constant(what) })),
    ...(["by_hand", "waive"] as const).map((what) => ({ weight: 1, arbitrary: fc.constant(what) }))
  ),
  minutes: fc.oneof(
    fc.integer({ min: 0, max: 10 }),
    fc.integer({ min: 10, max: 400 }),
    fc.integer({ min: 400, max: 2000 })
  ),
  pick: fc.nat(20),
  fate: fc.constantFrom<Fate>("takes", "takes", "declines", "asks"),
  accepted: fc.boolean(),
  told: fc.boolean(),
  mood: fc.constantFrom("fine", "fine", "pending", "down"),
})

type Decide = typeof decideCharge

/** A worker that takes no answer for a no. */
const blind: Decide = (charge, event, now, of) => {
  const silent = event.type === "answered" && event.outcome.result === "unknown"
  const outcome = { result: "declined", code: "no_answer" } as const
  return decideCharge(charge, silent ? { ...event, outcome } : event, now, of)
}

/** Plays a story with workers that die, answers that come late or never, and look-ups in any order. */
function play(turns: readonly Turn[], decideIt: Decide) {
  const provider = new SimulatedProvider()
  let charge = newCharge("ch_1", DUE)
  let now = start_ms
  let token = 0
  const answers: ChargeEvent[] = []
  const findings: ChargeEvent[] = []
  const tell = (event: ChargeEvent): boolean => {
    const before = charge
    const decision = decideIt(charge, event, new Date(now).toISOString(), settings)
    if (!decision.done) return false
    if (isSettled(before)) expect(decision.charge).toEqual(before)
    charge = decision.charge
    return true
  }
  const take = (list: ChargeEvent[], { pick }: Turn) => {
    const [event] = list.splice(pick % Math.max(1, list.length), 1)
    if (event) tell(event)
  }
  const send = ({ pick, ...how }: Turn) => {
    const sender = Math.max(1, token - (pick % 3))
    if (!tell({ type: "attempt_started", token: sender })) return
    const { attempt } = charge
    const outcome = provider.send(attemptKey(charge.id, attempt), now, { ...how, minutes: how.minutes % 50 })
    answers.push({ type: "answered", token: sender, attempt, outcome })
  }
  const acts: Record<Turn["what"], (of: Turn) => void> = {
    wait: ({ minutes }) => (now += minutes * 60_000),
    claim: () =>
      tell({ type: "claimed", token: ++token, lease_until: new Date(now + 300_000).toISOString() }),
    send,
    deliver: (of) => take(answers, of),
    look_up: ({ mood }) => {
      const { attempt } = charge
      if (attempt === 0) return
      const found = provider.lookUp(attemptKey(charge.id, attempt), now, mood)
      findings.push({ type: "looked_up", attempt, asked_at: new Date(now).toISOString(), found })
    },
    deliver_finding: (of) => take(findings, of),
    expire: () => tell({ type: "lease_expired" }),
    retry: () => tell({ type: "retried" }),
    confirm: () => provider.confirm(),
    by_hand: () => tell({ type: "paid_by_hand" }),
    waive: () => tell({ type: "waived" }),
  }
  for (const each of turns) acts[each.what](each)
  return { charge, captures: provider.captures() }
}

const story = fc.array(turn, { maxLength: 200, size: "max" })
/** Money is on its way, nobody heard of it, and a look-up came too early: from here on it is dangerous. */
const beginning: readonly Turn[] = (["claim", "send", "deliver", "look_up", "deliver_finding"] as const).map(
  (what) => ({
    ...{ what, minutes: 45, pick: 0, fate: "takes", accepted: true, told: false, mood: "fine" },
  })
)
const dangerous = story.map((turns) => [...beginning, ...turns])
const stories = fc.oneof(story, dangerous)

describe("money", () => {
  it("BILL-1, BILL-4: is taken at most once, whatever happens in whatever order", () => {
    fc.assert(
      fc.property(stories, (turns) => {
        const { charge, captures } = play(turns, decideCharge)
        expect(captures).toBeLessThanOrEqual(1)
        if (charge.paid_attempt !== null) expect(captures).toBe(1)
        if (captures === 1 && !isSettled(charge)) expect(isUnresolved(charge)).toBe(true)
      }),
      { numRuns: 1500 }
    )
  })

  it("BILL-4: would be taken twice if an attempt without an answer were sent again blindly", () => {
    const once = fc.property(stories, (turns) => play(turns, blind).captures <= 1)
    const { failed, counterexample } = fc.check(once, { numRuns: 1500 })
    expect(failed).toBe(true)
    expect(play(counterexample![0], blind).captures).toBeGreaterThan(1)
    expect(play(counterexample![0], decideCharge).captures).toBeLessThanOrEqual(1)
  })

  it("BILL-3: the stories are about something: most of them send, some are paid, declined, unknown and parked", () => {
    const seen = new Map<string, number>()
    for (const turns of fc.sample(story, { numRuns: 400, seed: 7 })) {
      const { status } = play(
        turns.filter(({ what }) => what !== "waive" && what !== "by_hand"),
        decideCharge
      ).charge
      seen.set(status, (seen.get(status) ?? 0) + 1)
    }
    for (const status of ["paid", "failed", "unknown", "requires_action"])
      expect(seen.get(status)).toBeGreaterThan(5)
  })
})
