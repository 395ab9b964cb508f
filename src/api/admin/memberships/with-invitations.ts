import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { OPEN_INVITATIONS } from "../../http/invitations"

interface Invitation {
  readonly id: string
  readonly seat_id: string
  readonly email: string
  readonly expires_at: string
}

interface WithSeats {
  seats?: ({ id?: string } & Record<string, unknown>)[]
}

/** A membership with who was asked to which of its seats and has not answered; a seat has one open invitation at most. */
export async function withInvitations<Row extends WithSeats>(
  req: MedusaRequest,
  row: Row,
  membership_id: string
): Promise<Row> {
  if (!row.seats) return row
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({
    entity: "membership_invitation",
    fields: ["id", "seat_id", "email", "expires_at"],
    filters: { membership_id, ...OPEN_INVITATIONS },
  })
  const bySeat = new Map((data as Invitation[]).map(({ seat_id, ...invitation }) => [seat_id, invitation]))
  return {
    ...row,
    seats: row.seats.map((seat) => ({ ...seat, invitation: bySeat.get(seat.id ?? "") ?? null })),
  }
}
