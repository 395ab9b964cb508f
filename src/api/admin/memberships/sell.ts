import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { recordPaymentWorkflow } from "../../../workflows/selling/record-payment"
import { sellByStaffWorkflow } from "../../../workflows/selling/sell-by-staff"
import type { Quote, SaleSubject } from "../../../workflows/selling/types"
import { actorOf } from "../../http/handler"
import { effectsOf } from "../../http/seat-effects"
import { wishOf } from "../../http/seat-wish"
import type { AddSeatsBody, SellMembershipBody } from "./sale-shapes"
import { membershipOf } from "./with-status"

type Body = Omit<AddSeatsBody & Partial<SellMembershipBody>, "preview" | "plan_id"> & {
  readonly customer_id: string
}

interface Sold {
  /** null while it is a draft order. */
  readonly membership: Awaited<ReturnType<typeof membershipOf>> | null
  readonly order: { readonly id: string; readonly display_id: number; readonly is_draft_order: boolean }
  readonly draft_id: string
  readonly quote: Quote
  readonly effects: Record<string, unknown>[]
}

/** Staff sell for a customer (SALE-9, SEAT-8); where the money is here already, its payment is recorded. */
export async function sellByStaff(
  req: AuthenticatedMedusaRequest,
  subject: SaleSubject,
  { payment, reason = null, note = null, seats, people, ...choices }: Body
): Promise<Sold> {
  const actor = actorOf(req)
  const { result } = await sellByStaffWorkflow(req.scope).run({
    input: {
      ...{ ...choices, subject, wish: wishOf({ seats, people }), actor },
      by_staff: { override_reason: reason },
      ends_as: payment === "draft_order" ? ("draft" as const) : ("order" as const),
    },
  })
  const { membership_id, order_id, draft_id, quote, effects } = result
  if (payment === "paid" && membership_id !== null) {
    const added_by = "addition" in subject ? order_id : undefined
    await recordPaymentWorkflow(req.scope).run({ input: { membership_id, order_id: added_by, note, actor } })
  }
  return {
    membership: membership_id === null ? null : await membershipOf(req, membership_id),
    order: await orderOf(req, order_id),
    ...{ draft_id, quote },
    effects: effectsOf({ effects, currency_code: quote.currency_code }),
  }
}

async function orderOf({ scope }: AuthenticatedMedusaRequest, id: string): Promise<Sold["order"]> {
  const { data } = await scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    ...{ entity: "order", fields: ["id", "display_id", "is_draft_order"], filters: { id } },
  })
  return (data as unknown as Sold["order"][])[0]!
}
