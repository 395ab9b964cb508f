import type { MedusaRequest } from "@medusajs/framework/http"
import { fromMinor } from "../../../domain/money/amounts"
import { previewRenewals, type RenewalTotal } from "../../../workflows/billing/preview-renewals"
import { workOnCharges } from "../../../workflows/billing/work-on-charges"
import { handle } from "../../http/handler"
import { namedCharges } from "../membership-charges/charges"
import type { RunRenewalsBody } from "./routes"

export const POST = handle<RunRenewalsBody>(async (req, res) => {
  const { preview, until, limit, offset } = req.validatedBody
  if (!preview) {
    const { enqueued, paid, refused } = await workOnCharges(req.scope)
    res.json({ renewal_run: { enqueued, paid, refused } })
    return
  }
  const { charges, skipped, totals, ...told } = await previewRenewals(req.scope, until!)
  const page = charges.slice(offset, offset + limit)
  res.json({
    preview: {
      ...told,
      charges: await chargesOf(req, page),
      skipped: skipped.slice(offset, offset + limit),
      skipped_count: skipped.length,
      totals: totals.map(totalOf),
      ...{ count: charges.length, offset, limit },
    },
  })
})

async function chargesOf(req: MedusaRequest, page: Awaited<ReturnType<typeof previewRenewals>>["charges"]) {
  const rows = page.map(({ charge_id, ...charge }) => ({ ...charge, id: charge_id ?? "" }))
  const named = await namedCharges(req, rows)
  return named.map(({ id, ...charge }) => ({ charge_id: id === "" ? null : id, ...charge }))
}

const totalOf = ({ currency_code, charges, ...sums }: RenewalTotal) => ({
  ...{ currency_code, charges },
  subtotal: fromMinor(sums.subtotal_minor, currency_code),
  discount_total: fromMinor(sums.discount_minor, currency_code),
  tax_total: fromMinor(sums.tax_minor, currency_code),
  total: fromMinor(sums.total_minor, currency_code),
})
