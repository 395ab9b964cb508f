import { fromMinor, sumMinor, toMinor } from "../../../domain/money/amounts"
import type { Seat } from "../types"

export interface PayerShare {
  /** null is a guest. */
  payer_customer_id: string | null
  name: string | null
  amount: number
}

/** Who pays how much for a period's seats, whoever pays most first. */
export function payerShares(seats: readonly Seat[], currency_code: string): PayerShare[] {
  const payers = [...new Set(seats.map(({ payer_customer_id }) => payer_customer_id))]
  return payers
    .map((payer_customer_id) => {
      const own = seats.filter((seat) => seat.payer_customer_id === payer_customer_id)
      const minor = sumMinor(own.map(({ amount }) => toMinor(amount, currency_code)))
      const name = own[0]?.payer_name ?? own[0]?.payer_email ?? null
      return { payer_customer_id, name, amount: fromMinor(minor, currency_code) }
    })
    .sort((one, other) => other.amount - one.amount)
}
