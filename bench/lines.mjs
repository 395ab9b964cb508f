// The table that `npm run bench` prints.

export const verdict = (met) => (met ? "ok" : "MISSED")
export const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1]

export function print(lines) {
  const columns = ["what", "measured", "against", "target", "ok"]
  const widths = columns.map((column) => Math.max(column.length, ...lines.map((line) => line[column].length)))
  for (const line of [Object.fromEntries(columns.map((column) => [column, column])), ...lines])
    console.log(columns.map((column, at) => line[column].padEnd(widths[at])).join(" | "))
}
