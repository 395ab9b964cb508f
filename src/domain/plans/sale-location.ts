import { DomainError } from "../errors"

/**
 * The branch of a sale (PLAN-10): the one that was asked for, else the only one that sells the plan; null where
 * the plan is sold everywhere and none was asked for. Whether the branch sells it is `sellability`'s to say.
 * @throws DomainError `location_not_covered` when several branches sell it and none was named
 */
export function saleLocation(sold_at: readonly string[] | null, location_id: string | null): string | null {
  if (location_id !== null || sold_at === null) return location_id
  const [only, another] = sold_at
  if (only !== undefined && another === undefined) return only
  const message = "This plan is sold at some locations only. Say at which with location_id."
  throw new DomainError("location_not_covered", message, { field: "location_id", sold_at })
}
