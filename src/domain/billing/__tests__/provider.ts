import type { AttemptOutcome, LookupFinding } from "../attempt-types"

const HOUR = 3_600_000
/** What a payment comes to, whoever is told of it. */
export type Fate = "takes" | "declines" | "asks"

interface Payment {
  readonly key: string
  readonly accepted_at: number
  /** It is under way until then, and cannot be found. */
  readonly happens_at: number
  readonly fate: Fate
  taken: boolean
}

/** A provider as far as money goes: keys that live for a day, payments under way for up to an hour, answers that get lost. */
export class SimulatedProvider {
  readonly payments: Payment[] = []

  /** @param accepted false: the request never arrives, or the provider takes none */
  send(
    key: string,
    now: number,
    how: { accepted: boolean; told: boolean; fate: Fate; minutes: number }
  ): AttemptOutcome {
    if (!how.accepted) return { result: how.told ? "provider_down" : "unknown" }
    const known = this.payments.find((each) => each.key === key && now < each.accepted_at + 24 * HOUR)
    const payment = known ?? {
      key,
      accepted_at: now,
      happens_at: now + how.minutes * 60_000,
      fate: how.fate,
      taken: false,
    }
    if (!known) this.payments.push(payment)
    this.settle(now)
    return how.told && payment.happens_at <= now ? answerOf(payment) : { result: "unknown" }
  }

  lookUp(key: string, now: number, mood: "fine" | "pending" | "down"): LookupFinding {
    if (mood === "down") return { result: "provider_down" }
    this.settle(now)
    const found = this.payments.filter((each) => each.key === key && each.happens_at <= now)
    const [payment] = [...found].sort((a, b) => Number(b.taken) - Number(a.taken))
    if (!payment) return { result: "not_found" }
    if (mood === "pending") return { result: "pending" }
    const answer = answerOf(payment)
    return answer.result === "declined" ? { result: "failed", code: answer.code } : (answer as LookupFinding)
  }

  /** The customer confirms what waits for them. */
  confirm(): void {
    for (const payment of this.payments) if (payment.fate === "asks") payment.taken = true
  }

  /** How often money was taken by now, and will have been once all that is under way has happened. */
  captures(): number {
    return this.payments.filter(({ taken, fate }) => taken || fate === "takes").length
  }

  private settle(now: number): void {
    for (const payment of this.payments)
      if (payment.happens_at <= now && payment.fate === "takes") payment.taken = true
  }
}

function answerOf({ fate, taken }: Payment): AttemptOutcome {
  if (taken) return { result: "paid" }
  return fate === "declines" ? { result: "declined", code: "card_declined" } : { result: "requires_action" }
}
