import type { RelatedMembership } from "../queries/related"

export type Reason = "bought" | "pays" | "holds"

/** Why a membership is shown on a customer's page. Who held a seat once does not hold it. */
export function reasonsOf({ customer_id, seats }: RelatedMembership, customer: string): Reason[] {
  const isHolder = seats.some(({ holders }) =>
    holders.some(({ held_until, member }) => held_until === null && member.customer_id === customer)
  )
  const isPayer = seats.some(({ payer_customer_id }) => payer_customer_id === customer)
  return [
    ...(customer_id === customer ? (["bought"] as const) : []),
    ...(isPayer ? (["pays"] as const) : []),
    ...(isHolder ? (["holds"] as const) : []),
  ]
}
