// What the demo prints: plans, quote, order and membership, as plain text.

const moneyIn = (currency_code) => {
  const format = new Intl.NumberFormat("en", { style: "currency", currency: currency_code })
  return (amount) => format.format(amount)
}

/** Columns of text; the last one is not padded. */
function table(print, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)))
  for (const row of rows)
    print(
      `  ${row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join("  ")
        .trimEnd()}`
    )
}

const every = ({ type, interval, interval_count }) => {
  if (type === "one_time") return "once"
  return interval_count === 1 ? `each ${interval}` : `every ${interval_count} ${interval}s`
}

export function printPlans(print, plans) {
  print("\nThe studio sells:")
  const rows = plans.map((plan) => [
    plan.name,
    `from ${moneyIn(plan.currency_code)(plan.from_amount)} ${every(plan.billing)}`,
    plan.eligible === false ? `not for this customer: ${plan.ineligible_reasons[0].message}` : "",
  ])
  table(print, rows)
}

const percent = (taxes) => taxes.map(({ name, rate }) => `${name} ${rate} %`).join(", ") || "no tax"

/** Each seat with its price and why it is that: which row of which version of the chart, taxed how (MONEY-3). */
export function printQuote(print, quote, ages) {
  const money = moneyIn(quote.currency_code)
  const lineOf = (row_position) => quote.lines.find((line) => line.row_position === row_position)
  print(`\nThe family plan for people of ${ages.join(", ")} years:`)
  const seats = quote.seats.map((seat) => [
    seat.label,
    money(seat.amount),
    `row ${seat.row_position} of the price chart's version ${quote.price_chart.version}`,
    seat.required ? "required" : "",
    percent(lineOf(seat.row_position).taxes),
  ])
  const fees = quote.lines
    .filter((line) => line.kind === "signup_fee")
    .map((line) => [line.label, money(line.unit_price), "once, at the sale", "", percent(line.taxes)])
  table(print, [...seats, ...fees])
  const taxed = quote.is_tax_inclusive ? "of which tax" : "with tax of"
  print(`  Now due ${money(quote.total)}, ${taxed} ${money(quote.tax_total)}.`)
  const next = quote.schedule.slice(0, 3).map(({ due_on, total }) => `${money(total)} on ${due_on}`)
  if (next.length > 0) print(`  Then ${next.join(", ")} …`)
  if (quote.terms) print(`  Version ${quote.terms.version} of the terms is accepted with the purchase.`)
}

export function printOrder(print, order) {
  const money = moneyIn(order.currency_code)
  print(`\nOrder #${order.display_id}:`)
  const items = order.items.map((item) => [
    `${item.quantity} × ${item.title}${item.subtitle ? `, ${item.subtitle}` : ""}`,
    money(item.total),
    percent(item.tax_lines.map(({ description, code, rate }) => ({ name: description || code, rate }))),
  ])
  const shipping = order.shipping_methods.map((method) => [
    method.name,
    money(method.total),
    percent(method.tax_lines.map(({ description, code, rate }) => ({ name: description || code, rate }))),
  ])
  table(print, [...items, ...shipping])
  print(`  Total ${money(order.total)}, of which tax ${money(order.tax_total)}.`)
}

export function printMembership(print, membership) {
  const money = moneyIn(membership.currency_code)
  print(`\nMembership #${membership.display_id}, ${membership.plan.name}: ${membership.status}`)
  const rows = membership.seats.map((seat) => [
    `Seat ${seat.position}`,
    seat.label,
    money(seat.amount),
    seat.holders?.[0]?.member?.first_name ?? "empty",
  ])
  table(print, rows)
}
