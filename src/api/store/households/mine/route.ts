import { DomainError } from "../../../../domain/errors"
import { handle } from "../../../http/handler"
import { oneOf } from "../../../http/read"
import { forCustomer, placeOf } from "../../members/own"

export const GET = handle(async (req, res) => {
  const place = await placeOf(req)
  if (!place?.household_id)
    throw new DomainError("not_found", "You live in no household yet. Add a member to make one.")
  const { members, ...household } = await oneOf(req, "membership_household", place.household_id)
  const people = members as Record<string, unknown>[] | undefined
  res.json({
    household: people
      ? { ...household, members: people.map((member) => forCustomer(member, place)) }
      : household,
  })
})
