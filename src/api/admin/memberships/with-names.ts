import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { namesOf } from "./people-names"

interface SeatRow extends Record<string, unknown> {
  id?: string
  position?: number
  classification_id?: string | null
  payer_customer_id?: string | null
}

interface AcceptedTermsRow extends Record<string, unknown> {
  accepted_by?: string | null
}

export interface NamableMembership extends Record<string, unknown> {
  location_id?: string | null
  seats?: SeatRow[]
  accepted_terms?: AcceptedTermsRow[]
}

/**
 * A membership with the names behind the ids it holds: its location, whom each seat is for, who pays for it, and who
 * accepted the terms. One question for each kind of name, however many seats there are.
 */
export async function withNames<Row extends NamableMembership>(req: MedusaRequest, row: Row): Promise<Row> {
  const { location_id, seats = [], accepted_terms = [] } = row
  const payers = seats.map(({ payer_customer_id }) => payer_customer_id)
  const [locations, classifications, customer] = await Promise.all([
    placeNames(req, "stock_location", [location_id]),
    placeNames(
      req,
      "membership_classification",
      seats.map(({ classification_id }) => classification_id)
    ),
    namesOf(req, "customer", [...payers, ...accepted_terms.map(({ accepted_by }) => accepted_by)]),
  ])
  const seatWithNames = (seat: SeatRow): SeatRow => {
    const payer = customer(seat.payer_customer_id)
    return {
      ...seat,
      ...("classification_id" in seat
        ? { classification_name: classifications(seat.classification_id) }
        : {}),
      ...("payer_customer_id" in seat ? { payer_name: payer.name, payer_email: payer.email } : {}),
    }
  }
  const termsWithName = (terms: AcceptedTermsRow): AcceptedTermsRow => {
    const { name, email } = customer(terms.accepted_by)
    return "accepted_by" in terms ? { ...terms, accepted_by_name: name ?? email } : terms
  }
  return {
    ...row,
    ...("location_id" in row ? { location_name: locations(location_id) } : {}),
    ...(row.seats ? { seats: row.seats.map(seatWithNames) } : {}),
    ...(row.accepted_terms ? { accepted_terms: row.accepted_terms.map(termsWithName) } : {}),
  }
}

type Id = string | null | undefined

async function placeNames(
  req: MedusaRequest,
  entity: "stock_location" | "membership_classification",
  ids: readonly Id[]
): Promise<(id: Id) => string | null> {
  const known = [...new Set(ids)].filter((id) => typeof id === "string")
  if (known.length === 0) return () => null
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields: ["id", "name"], filters: { id: known } })
  const names = new Map((data as { id: string; name: string }[]).map(({ id, name }) => [id, name]))
  return (id) => names.get(id ?? "") ?? null
}
