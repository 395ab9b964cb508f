import type { Format } from "../../../text/use-format"
import type { Text } from "../../../text/use-text"
import type { Seat } from "../../types"

/** The key and its values, so that a test reads what would be said without the words of a language. */
export const t: Text = (key, values = {}) =>
  [key.replace(/^seating\./, ""), ...Object.values(values).map(String)].join(" | ")

export const format = {
  day: (date) => date,
  lastDay: (date) => `before ${date}`,
  money: (amount, currency) => `${amount} ${currency}`,
} as Pick<Format, "day" | "lastDay" | "money"> as Format

export const aSeat = (position: number, changes: Partial<Seat> = {}): Seat => ({
  ...{
    id: `mseat_${position}`,
    position,
    row_position: 1,
    label: "Child",
    sequence: position,
    required: false,
  },
  ...{ classification_id: "mclass_child", classification_name: "Child", amount: 10, tax_rate: null },
  ...{ payer_customer_id: "cus_jane", payer_name: "Jane", payer_email: "jane@example.test", holders: [] },
  ...{
    canceled_on: null,
    is_pending: false,
    order_id: null,
    cancel_scope: null,
    holds: [],
    invitation: null,
  },
  ...changes,
})

export const heldBy = (first_name: string) => ({
  holders: [
    { id: "mhold_1", held_until: null, member: { id: `mmemb_${first_name}`, first_name, last_name: null } },
  ],
})

export const aHold = (starts_on: string, resumes_on: string | null) => ({
  ...{ id: "mhold_1", kind: "hold" as const, starts_on, resumes_on, fee: 0, reason: null },
})
