import { compareInWindow, isListed } from "../../../domain/plans/shop-window"
import { handle, membershipModule } from "../../http/handler"
import { currencyOf, isSoldIn, storePlans } from "./answer"

export const GET = handle(async (req, res) => {
  const membership = membershipModule(req)
  const currency_code = await currencyOf(req)
  const { location_id } = req.validatedQuery as { location_id?: string }
  const active = await membership.listMembershipPlans({ status: "active" }, { select: ["id"] })
  const sales = (await membership.loadSalePlans({ ids: active.map(({ id }) => id) }))
    .filter((sale) => isListed(sale.plan, location_id ?? null) && isSoldIn(sale, currency_code))
    .sort((a, b) => compareInWindow(a.plan, b.plan))
  const { skip, take = 50 } = req.queryConfig.pagination
  const membership_plans = await storePlans(req, sales.slice(skip, skip + take), currency_code)
  res.json({ membership_plans, count: sales.length, offset: skip, limit: take })
})
