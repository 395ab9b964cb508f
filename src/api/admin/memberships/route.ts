import { handle, membershipModule } from "../../http/handler"
import { membershipPage } from "./page"
import type { SellMembershipBody } from "./sale-shapes"
import { sellByStaff } from "./sell"

export const GET = handle(async (req, res) => {
  const { rows, ...page } = await membershipPage(req)
  const ids = rows.flatMap(({ id }) => (typeof id === "string" ? [id] : []))
  const counts = await membershipModule(req).seatCountsOf(ids)
  // Of a row that was asked for without its id it is not known.
  const withCount = ({ id, ...row }: (typeof rows)[number]) =>
    id === undefined ? row : { id, ...row, seat_count: counts.get(id as string) ?? 0 }
  res.json({ memberships: rows.map(withCount), ...page })
})

export const POST = handle<SellMembershipBody>(async (req, res) => {
  const { plan_id, customer_id, ...body } = req.validatedBody
  res.json(await sellByStaff(req, { plan: plan_id }, { ...body, customer_id }))
})
