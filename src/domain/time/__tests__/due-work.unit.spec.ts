import fc from "fast-check"
import { compareInstants } from "../calendar"
import {
  afterRun,
  type DueInstants,
  dueDaily,
  NOTHING_TRIED,
  nextWork,
  RUNS_MAX,
  type Tried,
} from "../due-work"
import type { Instant } from "../types"

const KINDS = ["credits", "renewals", "notices"] as const
type Kind = (typeof KINDS)[number]

const NEVER: DueInstants = { is_due: false, next_at: null }
const NOW: DueInstants = { is_due: true, next_at: null }
const minute = (n: number): Instant => new Date(Date.UTC(2027, 0, 1) + n * 60_000).toISOString()
const later = (n: number): DueInstants => ({ is_due: false, next_at: minute(n) })

describe("what runs next", () => {
  const run = (kind: Kind) => ({ do: "run", kind })
  const move = (n: number) => ({ do: "move", to: minute(n) })
  const idle = (kind: Kind) => afterRun<Kind>(NOTHING_TRIED, kind, 0)
  const often = (kind: Kind): Tried<Kind> => ({ runs: { [kind]: RUNS_MAX }, idle: [] })

  it.each<[string, Partial<Record<Kind, DueInstants>>, Tried<Kind>, object]>([
    ["the first kind of those that are due", { notices: NOW, renewals: NOW }, NOTHING_TRIED, run("renewals")],
    [
      "what is due, before the clock moves",
      { notices: NOW, credits: later(1) },
      NOTHING_TRIED,
      run("notices"),
    ],
    ["the earliest instant", { renewals: later(7), notices: later(5) }, NOTHING_TRIED, move(5)],
    ["no further than the target", { renewals: later(11) }, NOTHING_TRIED, move(10)],
    ["the target, where nothing waits", {}, NOTHING_TRIED, move(10)],
    ["what is due at the target is on the way", { renewals: later(10) }, NOTHING_TRIED, move(10)],
    ["past what did nothing", { renewals: NOW, notices: later(5) }, idle("renewals"), move(5)],
    ["the others, when one did nothing", { renewals: NOW, notices: NOW }, idle("renewals"), run("notices")],
    [
      "again what did nothing, once somebody did something",
      { renewals: NOW },
      afterRun(idle("renewals"), "credits", 1),
      run("renewals"),
    ],
    ["past what stays due and says that it did something", { credits: NOW }, often("credits"), move(10)],
  ])("TIME-5: %s", (_, due, tried, expected) => {
    const all = { credits: NEVER, renewals: NEVER, notices: NEVER, ...due }
    expect(nextWork({ kinds: KINDS, due: all, at: minute(0), target: minute(10), tried })).toEqual(expected)
  })

  it("TIME-5: ends at the target once nothing is due there", () => {
    const due = { credits: NEVER, renewals: NOW, notices: later(11) }
    const at = { kinds: KINDS, due, at: minute(10), target: minute(10) }
    expect(nextWork({ ...at, tried: NOTHING_TRIED })).toEqual(run("renewals"))
    expect(nextWork({ ...at, tried: idle("renewals") })).toEqual({ do: "end" })
  })
})

interface Job {
  readonly kind: Kind
  readonly due: number
  /** It makes another one, so many minutes after it was done. */
  readonly makes: { readonly kind: Kind; readonly after: number } | null
  readonly is_stuck: boolean
}

const kind = fc.constantFrom(...KINDS)
const job = fc.record<Job>({
  ...{ kind, due: fc.integer({ min: -20, max: 80 }) },
  makes: fc.option(fc.record({ kind, after: fc.integer({ min: 0, max: 30 }) })),
  is_stuck: fc.boolean(),
})

/** A studio whose jobs are done as `nextWork` says. */
function live(jobs: readonly Job[], target: number, { liesAboutCount = false } = {}) {
  const open = [...jobs]
  const moves: number[] = [0]
  const done: { job: Job; at: number }[] = []
  let at = 0
  let tried: Tried<Kind> = NOTHING_TRIED
  for (let steps = 0; steps < 5_000; steps += 1) {
    const dueOf = (each: Kind): DueInstants => {
      const own = open.filter((one) => one.kind === each)
      const ahead = own.map(({ due }) => due).filter((due) => due > at)
      const next_at = ahead.length > 0 ? minute(Math.min(...ahead)) : null
      return { is_due: own.some(({ due }) => due <= at), next_at }
    }
    const due = { credits: dueOf("credits"), renewals: dueOf("renewals"), notices: dueOf("notices") }
    const next = nextWork({ kinds: KINDS, due, at: minute(at), target: minute(target), tried })
    if (next.do === "end") return { moves, done, open, at }
    if (next.do === "move") {
      at = (Date.parse(next.to) - Date.parse(minute(0))) / 60_000
      moves.push(at)
      tried = NOTHING_TRIED
      continue
    }
    const ready = open.filter((one) => one.kind === next.kind && one.due <= at && !one.is_stuck)
    for (const one of ready) {
      open.splice(open.indexOf(one), 1)
      done.push({ job: one, at })
      if (one.makes)
        open.push({ kind: one.makes.kind, due: at + one.makes.after, makes: null, is_stuck: false })
    }
    tried = afterRun(tried, next.kind, ready.length + (liesAboutCount ? 1 : 0))
  }
  throw new Error("It does not end")
}

describe("a studio that lives until an instant", () => {
  const lives = fc.tuple(fc.array(job, { maxLength: 25 }), fc.integer({ min: 0, max: 60 }), fc.boolean())

  it("TIME-5: the clock never goes back, stands still only where it is done, and ends at the target", () => {
    fc.assert(
      fc.property(lives, ([jobs, target, liesAboutCount]) => {
        const { moves, at } = live(jobs, target, { liesAboutCount })
        expect(at).toBe(target)
        expect(moves.every((move, index) => index === 0 || move > moves[index - 1]!)).toBe(true)
      })
    )
  })

  it("TIME-5: everything is done at its very instant, and nothing that can be done is left", () => {
    fc.assert(
      fc.property(lives, ([jobs, target]) => {
        const { done, open } = live(jobs, target)
        for (const each of done) expect(each.at).toBe(Math.max(each.job.due, 0))
        expect(open.filter(({ due, is_stuck }) => due <= target && !is_stuck)).toEqual([])
      })
    )
  })

  it("TIME-5: the same studio lives the same life", () => {
    fc.assert(
      fc.property(lives, ([jobs, target]) => {
        expect(live(jobs, target)).toEqual(live(jobs, target))
      })
    )
  })
})

describe("what is done once a day", () => {
  const zone = "Europe/Berlin"
  it.each([
    // at,                     is due, next,                       why
    ["2027-01-01T03:29:59.999Z", false, "2027-01-01T03:30:00.000Z", "just before"],
    ["2027-01-01T03:30:00.000Z", true, "2027-01-02T03:30:00.000Z", "at it"],
    ["2027-01-01T03:30:00.001Z", false, "2027-01-02T03:30:00.000Z", "after it"],
    ["2027-03-27T12:00:00.000Z", false, "2027-03-28T02:30:00.000Z", "summer time has begun by then"],
    ["2027-01-01T23:30:00.000Z", false, "2027-01-02T03:30:00.000Z", "the day has changed there already"],
  ])("TIME-1: at %s: %s, next %s: %s", (at, is_due, next_at) => {
    expect(dueDaily("04:30", { at, zone, has_run: false })).toEqual({ is_due, next_at })
    expect(dueDaily("04:30", { at, zone, has_run: true })).toEqual({ is_due: false, next_at })
  })

  it("TIME-4: each local day once, also where it has no such time", () => {
    const slots: Instant[] = []
    for (let at = "2027-03-26T00:00:00.000Z"; slots.length < 4; at = slots.at(-1)!)
      slots.push(dueDaily("02:30", { at, zone, has_run: true }).next_at!)
    expect(slots).toEqual([
      ...["2027-03-26T01:30:00.000Z", "2027-03-27T01:30:00.000Z"],
      ...["2027-03-28T01:30:00.000Z", "2027-03-29T00:30:00.000Z"],
    ])
    expect([...slots].sort(compareInstants)).toEqual(slots)
  })
})
