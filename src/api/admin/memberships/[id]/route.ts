import { handle } from "../../../http/handler"
import { lastCharges } from "../../membership-charges/charges"
import type { RetrieveMembershipQuery } from "../routes"
import { membershipOf } from "../with-status"

export const GET = handle(async (req, res) => {
  const id = req.params.id!
  const membership = await membershipOf(req, id)
  const { charges } = req.validatedQuery as RetrieveMembershipQuery
  res.json({
    membership: charges ? { ...membership, charges: await lastCharges(req, id, charges) } : membership,
  })
})
