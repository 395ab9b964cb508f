import type { ChartRow, ChartRowDraft } from "../types"

/** A row of a compiled chart, priced in one currency; what is not given is plain. */
export function row(input: Partial<ChartRow> & { position: number }): ChartRow {
  return {
    label: `Row ${input.position}`,
    classification_id: null,
    required: false,
    unlimited: false,
    price_minor: 0,
    tax_rate: null,
    ...input,
  }
}

/** A complete row as staff edit it, priced in euros. */
export function draft(input: Partial<ChartRowDraft> = {}): ChartRowDraft {
  return {
    label: "Seat",
    classification_id: null,
    required: false,
    unlimited: false,
    prices: [{ currency_code: "eur", amount: 10 }],
    tax_rate: null,
    ...input,
  }
}

/** Runs what must be refused, and gives the refusal's code and details. */
export function refusal(run: () => unknown): {
  code: string
  message: string
  details: Record<string, unknown>
} {
  try {
    run()
  } catch (error) {
    return error as { code: string; message: string; details: Record<string, unknown> }
  }
  throw new Error("expected a refusal, but it was allowed")
}
