import { FAMILY_CHART, exampleRows } from "../../../../domain/charts/examples"
import { editorProblems, keepsFromSaving } from "../editor-problems"
import {
  contentOf,
  type EditorAction,
  editorReducer,
  type EditorState,
  loaded,
  toDrafts,
} from "../editor-rows"

const ids = new Map(["Adult", "Child", "Young child", "Senior"].map((name) => [name, `mclas_${name}`]))
const rows = exampleRows(FAMILY_CHART, ids)
const after = (state: EditorState, ...actions: EditorAction[]) => actions.reduce(editorReducer, state)
const labels = (state: EditorState) => state.rows.map(({ label }) => label)

describe("the rows of the editor", () => {
  it("CHART-11: what was loaded is what would be saved", () => {
    expect(toDrafts(loaded(rows, ",").rows)).toEqual(rows)
  })

  it("CHART-4: rows are added, moved and removed, and keep their keys", () => {
    const start = loaded(rows.slice(0, 3), ".")
    const keys = start.rows.map(({ key }) => key)
    const changed = after(
      start,
      { type: "move", from: 2, to: 0 },
      { type: "add", index: 0 },
      { type: "remove", index: 3 }
    )
    expect(labels(changed)).toEqual(["First child", "", "First adult"])
    expect(changed.rows.map(({ key }) => key)).toEqual([keys[2], "row-4", keys[0]])
    expect(after(start, { type: "move", from: 0, to: -1 })).toEqual(start)
  })

  it("typing never changes what was typed; leaving the cell writes it as its currency is written", () => {
    const start = loaded(rows.slice(0, 1), ",")
    const key = start.rows[0]!.key
    const typed = after(start, { type: "write", key, field: "prices.eur", text: "59.5" })
    expect(typed.rows[0]!.prices.eur).toBe("59.5")
    const left = after(typed, { type: "tidy", key, field: "prices.eur", separator: "," })
    expect(left.rows[0]!.prices.eur).toBe("59,50")
    expect(contentOf(left.rows)).toBe(contentOf(typed.rows))
    expect(contentOf(left.rows)).not.toBe(contentOf(start.rows))
  })

  it("an amount that cannot be read is unsaved content, and a problem of its cell", () => {
    const start = loaded(rows.slice(0, 2), ".")
    const key = start.rows[1]!.key
    const changed = after(start, { type: "write", key, field: "prices.eur", text: "free" })
    expect(contentOf(changed.rows)).not.toBe(contentOf(start.rows))
    const problems = editorProblems(changed.rows, { audience: "household", currency_codes: ["eur", "usd"] })
    expect(problems).toEqual([{ row: 2, field: "prices.eur", problem: "amount_unreadable" }])
    expect(problems.every(keepsFromSaving)).toBe(true)
  })

  it("CHART-9: what is only missing may be saved", () => {
    const start = after(loaded(rows, "."), { type: "add", index: 8 })
    const problems = editorProblems(start.rows, { audience: "household", currency_codes: ["eur"] })
    expect(problems).toEqual([
      { row: 10, field: "label", problem: "label_missing" },
      { row: 10, field: "prices.eur", problem: "price_missing" },
    ])
    expect(problems.some(keepsFromSaving)).toBe(false)
  })
})
