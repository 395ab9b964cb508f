import fc from "fast-check"

/** A card of the sandbox's bank, by its name. */
const CARDS = [
  ...["paid", "paid_mastercard", "declined", "insufficient_funds_once", "expired"],
  ...["three_d_secure", "timeout_paid", "timeout_unpaid", "rate_limited", "bank_error"],
] as const
export type Card = (typeof CARDS)[number]

/** What is wrong is the bank: it comes back, and then the card is as good as any. */
export const OUTAGES: readonly Card[] = ["timeout_unpaid", "rate_limited", "bank_error"]

/** Something that somebody does on a day. Whether the studio's rules allow it that day is part of the story. */
export type Act = { readonly day: number } & (
  | { readonly do: "use_card"; readonly payer: 0 | 1; readonly card: Card }
  | { readonly do: "hold"; readonly days: number | null }
  | { readonly do: "cancel"; readonly at: "renewal" | "now" }
  | { readonly do: "resume" | "uncancel" | "pay_by_hand" | "waive" | "retry" | "confirm_payment" }
)

/** Two years of one membership. */
export interface Story {
  readonly seed: number
  /** The day on which it is sold. */
  readonly sold_on: number
  readonly interval: { readonly interval: "week" | "month"; readonly interval_count: number }
  /** Who pays for each of its seats. */
  readonly payers: readonly (0 | 1)[]
  readonly cards: readonly [Card, Card]
  /** For so long after a card is due for the first time its bank is away, where that is what is wrong with it. */
  readonly outage_days: number
  /** In the order of their days. */
  readonly acts: readonly Act[]
}

export const DAYS = 730

const day = fc.integer({ min: 1, max: DAYS - 1 })
const payer = fc.constantFrom<0 | 1>(0, 1)
// Most cards are good most of the time, or no membership would live for two years.
const card = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Card>("paid") },
  { weight: 2, arbitrary: fc.constantFrom(...CARDS) }
)
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant("use_card" as const), day, payer, card }) },
  {
    weight: 2,
    arbitrary: fc.record({
      ...{ do: fc.constant("hold" as const), day },
      days: fc.option(fc.integer({ min: 1, max: 60 })),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ do: fc.constant("cancel" as const), day },
      at: fc.constantFrom("renewal" as const, "renewal" as const, "now" as const),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      day,
      do: fc.constantFrom(
        "resume",
        "uncancel",
        "uncancel",
        "pay_by_hand",
        "waive",
        "retry",
        "confirm_payment"
      ),
    }),
  }
)

/** The story of a seed, always the same. */
export function storyOf(seed: number): Story {
  const story = fc.record({
    sold_on: fc.integer({ min: 0, max: 30 }),
    interval: fc.constantFrom(
      { interval: "month" as const, interval_count: 1 },
      { interval: "month" as const, interval_count: 1 },
      { interval: "month" as const, interval_count: 3 },
      { interval: "week" as const, interval_count: 2 }
    ),
    payers: fc.array(payer, { minLength: 1, maxLength: 3 }),
    cards: fc.tuple(card, card),
    outage_days: fc.integer({ min: 1, max: 20 }),
    acts: fc.array(act, { minLength: 5, maxLength: 40, size: "max" }),
  })
  const [told] = fc.sample(story, { seed, numRuns: 1 })
  return { ...told!, seed, acts: told!.acts.toSorted((one, other) => one.day - other.day) }
}
