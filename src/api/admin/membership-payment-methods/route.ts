import { methodStatus } from "../../../domain/billing/payment-methods"
import { handle, membershipModule } from "../../http/handler"
import { listOf } from "../../http/read"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await listOf(req, "membership_payment_method")
  const today = await membershipModule(req).today(null)
  const membership_payment_methods = rows.map((row) => ({
    ...row,
    ...("expires_on" in row ? { status: methodStatus(row.expires_on as string | null, today) } : {}),
  }))
  res.json({ membership_payment_methods, ...page })
})
