/** The platform's exact copy of a decimal, beside the numeric column. */
export const rawNumber = (amount: number): string => JSON.stringify({ value: String(amount), precision: 20 })
