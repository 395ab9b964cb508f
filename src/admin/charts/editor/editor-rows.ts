import type { ChartRowDraft } from "../../../domain/charts/types"
import { readAmount, readPercent, writeAmount, writePercent } from "../../forms/amount-text"

/** A row as it is being edited: amounts are the text that was typed, so that nobody's typing is ever changed. */
export interface EditorRow {
  /** Stays with the row wherever it moves. */
  readonly key: string
  readonly label: string
  readonly classification_id: string | null
  readonly required: boolean
  readonly unlimited: boolean
  /** By currency in lower case. One the plan no longer sells in is kept, but has no column. */
  readonly prices: Readonly<Record<string, string>>
  readonly tax_rate: string
}

/** A cell with text, named as `ChartProblem.field` names it. */
export type TextField = "label" | "tax_rate" | `prices.${string}`

export interface EditorState {
  readonly rows: readonly EditorRow[]
  /** Number of the next key. */
  readonly next: number
}

export type EditorAction =
  | { type: "write"; key: string; field: TextField; text: string }
  /** Writes the amount of a cell that is left as its currency is written, where it can be read. */
  | { type: "tidy"; key: string; field: TextField; separator: string }
  | { type: "classify"; key: string; classification_id: string | null }
  | { type: "check"; key: string; field: "required" | "unlimited"; checked: boolean }
  /** Below the row at `index`. */
  | { type: "add"; index: number }
  | { type: "remove"; index: number }
  | { type: "move"; from: number; to: number }
  | { type: "load"; rows: readonly ChartRowDraft[]; separator: string }

const CURRENCY_PREFIX = "prices."
const currencyOf = (field: string) => field.slice(CURRENCY_PREFIX.length)

export function editorReducer(state: EditorState, action: EditorAction): EditorState {
  switch (action.type) {
    case "write":
      return change(state, action.key, (row) => withText(row, action.field, action.text))
    case "tidy":
      return change(state, action.key, (row) => tidied(row, action.field, action.separator))
    case "classify":
      return change(state, action.key, (row) => ({ ...row, classification_id: action.classification_id }))
    case "check":
      return change(state, action.key, (row) => ({ ...row, [action.field]: action.checked }))
    case "add":
      return {
        rows: state.rows.toSpliced(action.index + 1, 0, blank(`row-${state.next}`)),
        next: state.next + 1,
      }
    case "remove":
      return { ...state, rows: state.rows.toSpliced(action.index, 1) }
    case "move":
      return { ...state, rows: moved(state.rows, action.from, action.to) }
    case "load":
      return loaded(action.rows, action.separator, state.next)
  }
}

/** @param next so that keys of rows that were there before do not come again */
export function loaded(rows: readonly ChartRowDraft[], separator: string, next = 1): EditorState {
  return {
    rows: rows.map((row, index) => ({
      ...row,
      key: `row-${next + index}`,
      label: row.label ?? "",
      prices: Object.fromEntries(
        row.prices.map(({ currency_code, amount }) => [
          currency_code.toLowerCase(),
          writeAmount(amount, currency_code, separator),
        ])
      ),
      tax_rate: row.tax_rate === null ? "" : writePercent(row.tax_rate, separator),
    })),
    next: next + rows.length,
  }
}

/** What would be saved; an amount that cannot be read is left out, and is a problem (`editor-problems.ts`). */
export function toDrafts(rows: readonly EditorRow[]): ChartRowDraft[] {
  return rows.map((row) => ({
    label: row.label.trim() || null,
    classification_id: row.classification_id,
    required: row.required,
    unlimited: row.unlimited,
    prices: Object.keys(row.prices)
      .toSorted()
      .flatMap((currency_code) => {
        const read = readAmount(row.prices[currency_code] ?? "", currency_code)
        return read.kind === "amount" ? [{ currency_code, amount: read.amount }] : []
      }),
    tax_rate: taxRate(row.tax_rate),
  }))
}

/** Equal texts are equal content, however amounts were typed; what cannot be read counts as it stands. */
export function contentOf(rows: readonly EditorRow[]): string {
  const unread = rows.flatMap((row, index) => {
    const cells = [
      ...Object.entries(row.prices).map(([code, text]) => [readAmount(text, code), text] as const),
    ]
    const tax = [readPercent(row.tax_rate), row.tax_rate] as const
    return [...cells, tax].flatMap(([{ kind }, text]) => (kind === "unreadable" ? [`${index}:${text}`] : []))
  })
  return JSON.stringify([toDrafts(rows), unread])
}

function change(state: EditorState, key: string, how: (row: EditorRow) => EditorRow): EditorState {
  const index = state.rows.findIndex((row) => row.key === key)
  const row = state.rows[index]
  if (!row) return state
  const changed = how(row)
  return changed === row ? state : { ...state, rows: state.rows.with(index, changed) }
}

function withText(row: EditorRow, field: TextField, text: string): EditorRow {
  if (field === "label" || field === "tax_rate") return { ...row, [field]: text }
  return { ...row, prices: { ...row.prices, [currencyOf(field)]: text } }
}

function tidied(row: EditorRow, field: TextField, separator: string): EditorRow {
  if (field === "label") return row
  const currency_code = currencyOf(field)
  const former = field === "tax_rate" ? row.tax_rate : (row.prices[currency_code] ?? "")
  const read = field === "tax_rate" ? readPercent(former) : readAmount(former, currency_code)
  if (read.kind !== "amount" || Math.abs(read.amount) > 1e12) return row
  const text =
    field === "tax_rate"
      ? writePercent(read.amount, separator)
      : writeAmount(read.amount, currency_code, separator)
  return text === former ? row : withText(row, field, text)
}

function taxRate(text: string): number | null {
  const read = readPercent(text)
  return read.kind === "amount" ? read.amount : null
}

function moved(rows: readonly EditorRow[], from: number, to: number): readonly EditorRow[] {
  const row = rows[from]
  return row && to >= 0 && to < rows.length ? rows.toSpliced(from, 1).toSpliced(to, 0, row) : rows
}

const blank = (key: string): EditorRow => ({
  key,
  label: "",
  classification_id: null,
  required: false,
  unlimited: false,
  prices: {},
  tax_rate: "",
})
