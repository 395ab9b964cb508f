import { useQuery } from "@tanstack/react-query"
import { api } from "../../platform/api"
import type { DeletionEffect, MembershipRow } from "../types"
import { membershipKeys } from "./memberships"

const PATH = "/admin/memberships"

/** With who sits in it and pays for it, so that the widget can say why it is shown. */
export interface RelatedMembership extends MembershipRow {
  plan: MembershipRow["plan"] & { is_recurring: boolean }
  seats: {
    id: string
    payer_customer_id: string | null
    holders: { id: string; held_until: string | null; member: { id: string; customer_id: string | null } }[]
  }[]
}

interface RelatedPage {
  memberships: RelatedMembership[]
  count: number
}

const WHY = ["seats.id", "seats.payer_customer_id", "seats.holders.id", "seats.holders.held_until"]
const FIELDS = [...WHY, "seats.holders.member.id", "seats.holders.member.customer_id"].map(
  (field) => `+${field}`
)

/** What a customer bought, pays for or sits in, the newest first. */
export function useCustomerMemberships(related_customer_id: string) {
  const query = { related_customer_id, limit: 20, fields: ["+time_zone", ...FIELDS].join(",") }
  return useQuery({
    queryKey: membershipKeys.list(query),
    queryFn: async () => api.get<RelatedPage>(PATH, query),
  })
}

/** What deleting a customer would do to memberships; asked anew each time. */
export const useCustomerDeletion = (customer_id: string) =>
  useQuery({
    queryKey: ["membership_customer_deletions", customer_id],
    queryFn: async () =>
      (await api.get<{ effects: DeletionEffect[] }>(`/admin/customers/${customer_id}/membership-effects`))
        .effects,
    gcTime: 0,
  })

/** What an order sold. */
export function useOrderMemberships(order_id: string) {
  const query = { order_id, limit: 50, order: "display_id", fields: "+time_zone" }
  return useQuery({
    queryKey: membershipKeys.list(query),
    queryFn: async () => (await api.get<{ memberships: MembershipRow[] }>(PATH, query)).memberships,
  })
}
