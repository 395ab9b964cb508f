import { isListed } from "../../../../../domain/plans/shop-window"
import { handle, membershipModule } from "../../../../http/handler"
import { currencyOf, isFound, isSoldIn, storePlans } from "../../../../store/membership-plans/answer"

/** What the store's routes answer or would answer of a plan, and whether they do. */
export const GET = handle(async (req, res) => {
  const sale = await membershipModule(req).loadSalePlan({ id_or_handle: req.params.id! })
  const currency_code = await currencyOf(req)
  const { location_id = null } = req.validatedQuery as { location_id?: string }
  const [membership_plan] = await storePlans(req, [sale], currency_code)
  const is_listed = isListed(sale.plan, location_id) && isSoldIn(sale, currency_code)
  res.json({ membership_plan, is_found: isFound(sale), is_listed })
})
