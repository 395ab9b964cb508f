/** What the bank does when a card is charged. */
export type Script =
  | { readonly kind: "paid" }
  | { readonly kind: "declined"; readonly code: string; readonly then_paid?: boolean }
  /** 3-D Secure: nothing moves before the holder has confirmed on the bank's page. */
  | { readonly kind: "challenged" }
  /** The bank never answers, and has taken the money or not. */
  | { readonly kind: "silent"; readonly takes_money: boolean }
  | { readonly kind: "failing"; readonly status: 429 | 500 }

export interface SandboxCard {
  /** How the bank keeps it; numbers are not stored. */
  readonly name: string
  readonly number: string
  readonly brand: "visa" | "mastercard"
  readonly exp_month: number
  readonly exp_year: number
  readonly does: string
  readonly script: Script
}

const visa = { brand: "visa", exp_month: 12, exp_year: 2049 } as const
const mastercard = { ...visa, brand: "mastercard" } as const

/** The test cards. Where other banks' test cards do the same, the numbers are theirs; each passes the check digit. */
export const SANDBOX_CARDS: readonly SandboxCard[] = [
  { ...visa, name: "paid", number: "4242424242424242", does: "is paid", script: { kind: "paid" } },
  {
    ...mastercard,
    name: "paid_mastercard",
    number: "5555555555554444",
    does: "is paid, by another brand",
    script: { kind: "paid" },
  },
  {
    ...visa,
    name: "declined",
    number: "4000000000000002",
    does: "is declined",
    script: { kind: "declined", code: "card_declined" },
  },
  {
    ...visa,
    name: "insufficient_funds_once",
    number: "4000000000009995",
    does: "is declined for insufficient funds, and paid at the next attempt",
    script: { kind: "declined", code: "insufficient_funds", then_paid: true },
  },
  {
    ...visa,
    name: "expired",
    number: "4000000000000069",
    exp_year: 2020,
    does: "is declined, because it has expired",
    script: { kind: "declined", code: "expired_card" },
  },
  {
    ...visa,
    name: "three_d_secure",
    number: "4000000000003220",
    does: "asks its holder to confirm each payment on the bank's page (3-D Secure)",
    script: { kind: "challenged" },
  },
  {
    ...visa,
    name: "timeout_paid",
    number: "4000000000000408",
    does: "times out, though the money was taken",
    script: { kind: "silent", takes_money: true },
  },
  {
    ...visa,
    name: "timeout_unpaid",
    number: "4000000000001406",
    does: "times out, and nothing was taken",
    script: { kind: "silent", takes_money: false },
  },
  {
    ...visa,
    name: "rate_limited",
    number: "4000000000000424",
    does: "is answered with HTTP 429, and nothing was taken",
    script: { kind: "failing", status: 429 },
  },
  {
    ...visa,
    name: "bank_error",
    number: "4000000000000507",
    does: "is answered with HTTP 500, and nothing was taken",
    script: { kind: "failing", status: 500 },
  },
]

export type Verdict = Exclude<Script, { kind: "declined" }> | { readonly kind: "declined"; code: string }

/** What becomes of this attempt. @param declined_last whether the attempt before it, with the same card, was declined */
export function verdictOn({ script }: SandboxCard, declined_last: boolean): Verdict {
  if (script.kind !== "declined") return script
  return script.then_paid && declined_last ? { kind: "paid" } : { kind: "declined", code: script.code }
}

/** The card of a number, however it is spaced; null where it is none of ours. */
export function cardByNumber(number: string): SandboxCard | null {
  const digits = number.replace(/[\s-]/g, "")
  return SANDBOX_CARDS.find((card) => card.number === digits) ?? null
}

/** What may be shown of a card. */
export function faceOf(name: string) {
  const { brand, number, exp_month, exp_year } = SANDBOX_CARDS.find((card) => card.name === name)!
  return { brand, last4: number.slice(-4), exp_month, exp_year }
}
