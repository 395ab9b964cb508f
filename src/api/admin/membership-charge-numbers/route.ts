import { fromMinor } from "../../../domain/money/amounts"
import type { ChargeSum } from "../../../modules/membership/types"
import { handle, membershipModule } from "../../http/handler"

export const GET = handle(async (req, res) => {
  const { numbers, days, ...today } = await membershipModule(req).chargesToday()
  res.json({
    membership_charge_numbers: { ...today, currencies: numbers.map(outside), days: days.map(outside) },
  })
})

type Told<Row> = {
  [Key in keyof Row]: Row[Key] extends ChargeSum ? { charges: number; total: number } : Row[Key]
}

/** Its sums in the major unit. */
function outside<Row extends { readonly currency_code: string }>(row: Row): Told<Row> {
  const told = Object.entries(row).map(([key, value]: [string, string | ChargeSum]) => {
    if (typeof value === "string") return [key, value]
    return [key, { charges: value.charges, total: fromMinor(value.total_minor, row.currency_code) }]
  })
  return Object.fromEntries(told) as Told<Row>
}
