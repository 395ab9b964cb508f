import fc from "fast-check"
import { type LimiterClock, RateLimiter } from "../rate-limiter"

/** A clock that jumps to whatever is next: timers of calls and of the limiter in one order, each so late. */
function virtualClock(lateness = () => 0) {
  let time = 0
  const timers: { readonly at: number; readonly ring: () => void }[] = []
  const clock: LimiterClock = {
    now: () => time,
    wait: (milliseconds) =>
      new Promise((ring) => {
        timers.push({ at: time + milliseconds + lateness(), ring })
      }),
  }
  const settle = async () => {
    for (let turn = 0; turn < 20; turn++) await Promise.resolve()
  }
  const runAll = async () => {
    await settle()
    while (timers.length > 0) {
      timers.sort((a, b) => a.at - b.at)
      const next = timers.shift()!
      time = Math.max(time, next.at)
      next.ring()
      await settle()
    }
  }
  return { clock, runAll }
}

/** When each of so many calls began, and how many were under way at most. */
async function begins(
  { per_second, at_once }: { per_second: number; at_once: number },
  durations: readonly number[],
  { guard = true, lateness }: { readonly guard?: boolean; readonly lateness?: () => number } = {}
) {
  const { clock, runAll } = virtualClock(lateness)
  const limiter = new RateLimiter(guard ? { per_second, at_once } : { per_second: 1e9, at_once: 1e9 }, clock)
  const began: number[] = []
  let under_way = 0
  let most = 0
  const all = durations.map((duration) =>
    limiter.run(async () => {
      began.push(clock.now())
      most = Math.max(most, (under_way += 1))
      await clock.wait(duration)
      under_way -= 1
    })
  )
  await runAll()
  await Promise.all(all)
  return { began, most, took: clock.now(), use: limiter.use }
}

/** The most calls that began within any second. */
const mostInASecond = (began: readonly number[]) =>
  Math.max(0, ...began.map((from) => began.filter((at) => at >= from && at < from + 1000).length))

describe("the limiter of a provider", () => {
  it("BILL-3: whatever calls last, no second has more than allowed, nor are more under way, and each runs once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 30 }),
        fc.array(fc.integer({ min: 0, max: 3000 }), { maxLength: 120 }),
        fc.infiniteStream(fc.integer({ min: 0, max: 200 })),
        async (per_second, at_once, durations, late) => {
          const lateness = () => late.next().value
          const { began, most, use } = await begins({ per_second, at_once }, durations, { lateness })
          expect(began).toHaveLength(durations.length)
          expect(mostInASecond(began)).toBeLessThanOrEqual(per_second)
          expect(most).toBeLessThanOrEqual(at_once)
          expect(use).toEqual({ waiting: 0, under_way: 0, begun: durations.length })
        }
      ),
      { numRuns: 100 }
    )
  })

  it("BILL-3, negative control: without it a second has them all", async () => {
    const { began } = await begins({ per_second: 25, at_once: 25 }, Array(100).fill(800), { guard: false })
    expect(mostInASecond(began)).toBe(100)
  })

  it("BILL-3: 25 a second of 800 ms each use 95 of a hundred of the limit and more", async () => {
    const calls = 500
    const { took } = await begins({ per_second: 25, at_once: 25 }, Array(calls).fill(800))
    expect(calls / ((took - 800) / 1000)).toBeGreaterThan(25 * 0.95)
  })

  it("BILL-3: nor does a machine lose of the limit whose timers ring up to 30 ms late", async () => {
    let nth = 0
    const lateness = () => (nth++ * 7) % 31
    const calls = 500
    const { began } = await begins({ per_second: 25, at_once: 25 }, Array(calls).fill(700), { lateness })
    expect((calls - 1) / ((began.at(-1)! - began[0]!) / 1000)).toBeGreaterThan(25 * 0.95)
    expect(mostInASecond(began)).toBeLessThanOrEqual(25)
  })

  it("BILL-3: a fraction of a call a second is kept to", async () => {
    const { began } = await begins({ per_second: 1.5, at_once: 5 }, Array(30).fill(10))
    expect(29 / ((began.at(-1)! - began[0]!) / 1000)).toBeLessThanOrEqual(1.5)
  })

  it("BILL-3: what a person waits for goes first, and a call that fails gives its place back", async () => {
    const { clock, runAll } = virtualClock()
    const limiter = new RateLimiter({ per_second: 10, at_once: 1 }, clock)
    const order: string[] = []
    const call = (name: string) => async () => {
      order.push(name)
      await clock.wait(50)
      if (name === "run 1") throw new Error("refused")
    }
    const all = [1, 2, 3].map((n) => limiter.run(call(`run ${n}`)))
    const person = limiter.run(call("person"), { urgent: true })
    await Promise.all([runAll(), Promise.allSettled([...all, person])])
    expect(order).toEqual(["run 1", "person", "run 2", "run 3"])
    await expect(all[0]).rejects.toThrow("refused")
  })
})
