import { fromMinor } from "../../../domain/money/amounts"
import type { ChargeNumbers, ChargeSum } from "../../../modules/membership/types"
import { handle, membershipModule } from "../../http/handler"

export const GET = handle(async (req, res) => {
  const { numbers, ...today } = await membershipModule(req).chargesToday()
  res.json({ membership_charge_numbers: { ...today, currencies: numbers.map(outside) } })
})

function outside({ currency_code, collected, failed, open }: ChargeNumbers) {
  const sum = ({ charges, total_minor }: ChargeSum) => ({
    charges,
    total: fromMinor(total_minor, currency_code),
  })
  return { currency_code, collected: sum(collected), failed: sum(failed), open: sum(open) }
}
