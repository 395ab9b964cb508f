/** What the bank does when a card is charged. */
export type Verdict =
  | { readonly kind: "paid" }
  | { readonly kind: "declined"; readonly code: string; readonly decline_code: string | null }
  /** Only with its holder there, who confirms it at the bank. */
  | { readonly kind: "challenged" }

const PAID: Verdict = { kind: "paid" }
const declined = (code: string, decline_code: string | null = null): Verdict => ({
  ...{ kind: "declined", code, decline_code },
})

/** The numbers are those that payment companies publish for tests. */
export const CARDS: Readonly<Record<string, Verdict>> = {
  "4242424242424242": PAID,
  "5555555555554444": PAID,
  "4000000000000341": declined("card_declined", "generic_decline"),
  "4000000000009995": declined("card_declined", "insufficient_funds"),
  "4000000000000069": declined("expired_card"),
  "4000002760003184": { kind: "challenged" },
}

export function faceOf(number: string) {
  const brand = number.startsWith("5") ? "mastercard" : "visa"
  return { brand, last4: number.slice(-4), exp_month: 12, exp_year: 2049 }
}
