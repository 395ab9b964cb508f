import { DomainError } from "../../../../domain/errors"
import { handle, membershipModule } from "../../../http/handler"
import { currencyOf, isFound, storePlans } from "../answer"

/** A hidden plan answers too: studios send its address to those who may have it. Drafts and archived ones do not. */
export const GET = handle(async (req, res) => {
  const id_or_handle = req.params.id!
  const sale = await membershipModule(req).loadSalePlan({ id_or_handle })
  if (!isFound(sale)) {
    throw new DomainError("not_found", "There is no such membership plan.", { id_or_handle })
  }
  const [membership_plan] = await storePlans(req, [sale], await currencyOf(req))
  res.json({ membership_plan })
})
