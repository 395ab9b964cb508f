import { DomainError } from "../errors"
import { toMinor } from "../money/amounts"
import type { PlanAmount } from "./types"

export interface AmountProblem {
  /** In lower case, as the platform writes it. */
  readonly currency_code: string
  readonly problem: "currency_repeated" | "amount_invalid"
  readonly message: string
}

/** What is wrong with the prices of one thing: two of one currency, below zero, or too many decimals (MONEY-1). */
export function amountProblems(amounts: readonly PlanAmount[]): AmountProblem[] {
  const seen = new Set<string>()
  return amounts.flatMap(({ currency_code: given, amount }): AmountProblem[] => {
    const currency_code = given.toLowerCase()
    if (seen.has(currency_code)) {
      const message = `There are two amounts in ${given.toUpperCase()}; keep one.`
      return [{ currency_code, problem: "currency_repeated", message }]
    }
    seen.add(currency_code)
    const message = whyNoPrice(amount, currency_code)
    return message === null ? [] : [{ currency_code, problem: "amount_invalid", message }]
  })
}

/** Zero is a price. */
function whyNoPrice(amount: number, currency_code: string): string | null {
  try {
    return toMinor(amount, currency_code) < 0 ? "An amount is zero or more." : null
  } catch (error) {
    if (error instanceof DomainError) return error.message
    throw error
  }
}
