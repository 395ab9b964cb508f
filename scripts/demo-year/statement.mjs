// The books of a year as a table for people.

const COLUMNS = [
  ["month", (row) => row.month],
  ["sold", (row) => money(row.sold)],
  ["charged", (row) => money(row.charged)],
  ["paid", (row) => money(row.paid)],
  ["by hand", (row) => money(row.by_hand)],
  ["given up", (row) => money(row.given_up)],
  ["owed", (row) => money(row.owed.closing)],
  ["refunded", (row) => money(row.refunded)],
  ["credits +", (row) => String(row.credits.granted)],
  ["used", (row) => String(-row.credits.used)],
  ["expired", (row) => String(-row.credits.expired)],
  ["revoked", (row) => String(-row.credits.revoked)],
  ["left", (row) => String(row.credits.closing)],
  ["worth", (row) => money(row.values.closing)],
]

const money = (cents) => (cents / 100).toFixed(2)

/** @returns a row's line; the first line names the columns */
export const headings = () => lineOf(COLUMNS.map(([name]) => name))
export const lineFor = (row) => lineOf(COLUMNS.map(([, text]) => text(row)))

const lineOf = ([month, ...rest]) => [month.padEnd(8), ...rest.map((text) => text.padStart(10))].join("")

/** All months as one; what is left is what the last one leaves. */
export function total(rows) {
  const last = rows.at(-1)
  const of = (read) => rows.reduce((sum, row) => sum + read(row), 0)
  const flows = ["granted", "used", "expired", "revoked"]
  return {
    ...last,
    ...Object.fromEntries(
      ["sold", "charged", "paid", "by_hand", "given_up", "refunded"].map((name) => [
        name,
        of((row) => row[name]),
      ])
    ),
    month: "year",
    credits: {
      ...last.credits,
      ...Object.fromEntries(flows.map((flow) => [flow, of((row) => row.credits[flow])])),
    },
  }
}
