import { setTimeout as sleep } from "node:timers/promises"

/** How much of a payment provider this process may use (design: a limiter for each provider). */
export interface PaymentLimits {
  /** Calls begun in a second; the provider's limit, divided by the workers that share it. */
  readonly per_second: number
  /** Calls under way at once. */
  readonly at_once: number
}

/** Below what providers allow at first; a studio with a higher limit sets its own. */
const DEFAULT_LIMITS: PaymentLimits = { per_second: 25, at_once: 25 }

/** Waits, and tells a time that never goes back, in milliseconds. */
export interface LimiterClock {
  readonly now: () => number
  readonly wait: (milliseconds: number) => Promise<void>
}

const MONOTONIC: LimiterClock = {
  now: () => performance.now(),
  wait: async (milliseconds) => {
    await sleep(milliseconds)
  },
}

/** How many wait, are under way, and were let through so far. */
export interface LimiterUse {
  readonly waiting: number
  readonly under_way: number
  readonly begun: number
}

/** A turn that comes late, for the machine was busy, is made up for by no more than this, in milliseconds. */
const LATE_MAX = 100
/** What a second lasts here: two calls may take differently long to come to the provider. */
const SECOND = 1010

/**
 * Lets calls to a provider begin evenly, never more than so many in any second and under way at once. What a person
 * waits for goes before what a run does by itself; within each the first come.
 */
export class RateLimiter {
  private readonly spacing: number
  /** When the last calls began, as many as one second may have: the oldest one's place is the next one's. */
  private readonly began_at: number[] = []
  private readonly in_a_second: number
  private readonly urgent: (() => void)[] = []
  private readonly usual: (() => void)[] = []
  private under_way = 0
  private begun = 0
  private next_at = -Infinity
  private letting = false

  constructor(
    private readonly limits: PaymentLimits,
    private readonly clock: LimiterClock = MONOTONIC
  ) {
    this.spacing = 1000 / limits.per_second
    this.in_a_second = Math.max(1, Math.ceil(limits.per_second))
  }

  get use(): LimiterUse {
    const { under_way, begun } = this
    return { waiting: this.urgent.length + this.usual.length, under_way, begun }
  }

  /** Runs a call when its turn has come. @throws what the call throws */
  run<Result>(call: () => Promise<Result>, { urgent = false } = {}): Promise<Result> {
    return new Promise((resolve) => {
      const begin = () => {
        // An async function turns whatever is thrown into a rejection.
        const called = (async () => call())()
        resolve(
          called.finally(() => {
            this.under_way -= 1
            void this.letBegin()
          })
        )
      }
      ;(urgent ? this.urgent : this.usual).push(begin)
      void this.letBegin()
    })
  }

  /** One loop at a time gives out the turns. */
  private async letBegin(): Promise<void> {
    if (this.letting) return
    this.letting = true
    let waited = false
    while (this.under_way < this.limits.at_once && this.urgent.length + this.usual.length > 0) {
      const now = this.clock.now()
      const early = Math.max(this.next_at, this.secondHasPlaceAt()) - now
      if (early > 0) {
        // Whoever is urgent may come while the others wait.
        await this.clock.wait(Math.ceil(early))
        waited = true
        continue
      }
      this.next_at = (waited ? Math.max(this.next_at, now - LATE_MAX) : now) + this.spacing
      this.under_way += 1
      ;(this.urgent.shift() ?? this.usual.shift())!()
      // Not before it really began: the machine may have done something else in between.
      this.began_at[this.begun % this.in_a_second] = this.clock.now()
      this.begun += 1
    }
    this.letting = false
  }

  private secondHasPlaceAt(): number {
    const oldest = this.began_at[this.begun % this.in_a_second]
    return oldest === undefined ? -Infinity : oldest + (this.in_a_second / this.limits.per_second) * SECOND
  }
}

/** Of this process; several workers divide a provider's limit among them. */
const limiters = new Map<string, RateLimiter>()

/** The limiter of a provider; its limits are those with which it was first asked for. */
export function limiterOf(provider_id: string, limits: Partial<PaymentLimits> = {}): RateLimiter {
  const limiter = limiters.get(provider_id) ?? new RateLimiter({ ...DEFAULT_LIMITS, ...limits })
  limiters.set(provider_id, limiter)
  return limiter
}

/** What each provider is used for by this process, for its metrics. */
export const limiterUses = (): ReadonlyMap<string, LimiterUse> =>
  new Map([...limiters].map(([provider_id, { use }]) => [provider_id, use]))
