import type { MedusaContainer } from "@medusajs/framework/types"
import { saveSandboxCard } from "./cards"
import { createDesk, type Desk, type Visitor } from "./desk"
import {
  addDraft,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  type PlanOverrides,
  type TestPlan,
  type TestRow,
} from "./sales"
import { answerOf, type Api, type Json } from "./shop"

export interface Joining {
  readonly desk: Desk
  /** For one: 62.00 a month, prorating. */
  readonly own: TestPlan
  /** For anybody: two required rows at 50.00, then one more at 40.00. */
  readonly shared: TestPlan
  /** Somebody with a card that works, or another one. */
  readonly person: (name: string, card?: string) => Promise<Visitor>
  /** Paid, with the buyer on the first seat and others, or nobody, on the next. */
  readonly sellShared: (to: Visitor, others?: readonly (Visitor | null)[]) => Promise<Json>
  readonly join: (one: Json, to: Json, wish?: Json) => ReturnType<typeof answerOf>
  readonly preview: (one: Json, to: Json, wish?: Json) => ReturnType<typeof answerOf>
  readonly membership: (id: string) => Promise<Json>
  /** What was charged for a membership: from which day, how it stands, and with tax. */
  readonly charges: (id: string) => Promise<[string, string, string, number][]>
}

const MONTHLY: Partial<PlanOverrides> = {
  kind: "membership",
  billing: { type: "recurring", interval: "month", interval_count: 1 },
  validity: { unit: "month", count: 1 },
  renewal: { mode: "period_end" },
}

/** People with plans of their own, and shared memberships that they may join, on 1 March 2027 in Berlin (BILL-10). */
export async function createJoining(api: Api, container: MedusaContainer): Promise<Joining> {
  const desk = await createDesk(api, container)
  const plan = (fields: Partial<PlanOverrides> & { name: string }, rows: TestRow[]) =>
    createPlanOnSale(api, container, desk.shop, { ...MONTHLY, ...fields }, rows)
  const own = await plan({ name: "Solo", audience: "individual", proration: true }, [
    { label: "Member", amount: 62 },
  ])
  const shared = await plan({ name: "Friends", audience: "shared" }, [
    { label: "First", required: true, amount: 50 },
    { label: "Second", required: true, amount: 50 },
    { label: "Third", amount: 40 },
  ])
  const membership = async (id: string): Promise<Json> =>
    (await desk.get(`/admin/memberships/${id}`)).membership
  const sellShared: Joining["sellShared"] = async (to, others = [null]) => {
    const cart = await createCart(container, desk.shop, { customer_id: to.customer_id })
    const member_ids = [to, ...others].map((each) => each?.member_id ?? null)
    const counts = shared.rows.map((_, index) => (index < member_ids.length ? 1 : 0))
    await addDraft(container, cart, shared, { counts, member_ids, location_id: desk.berlin_id })
    const order_id = await completeByWebhook(container, cart.id)
    const { id } = await eventually(async () => {
      const { memberships } = await desk.get(`/admin/memberships?order_id=${order_id}`)
      if (!memberships.length) throw new Error("no membership yet")
      return memberships[0]
    })
    await desk.post(`/admin/memberships/${id}/record-payment`)
    return membership(id)
  }
  const ask =
    (path: string) =>
    (one: Json, to: Json, wish: Json = {}) =>
      answerOf(
        api.post(
          `/admin/memberships/${one.id}/join${path}`,
          { membership_id: to.id, when: "now", ...wish },
          desk.shop.admin
        )
      )
  return {
    ...{ desk, own, shared, sellShared, membership, join: ask(""), preview: ask("/preview") },
    person: async (name, card = "paid") => {
      const who = await desk.person(name)
      await saveSandboxCard(container, { customer_id: who.customer_id, name: card })
      return who
    },
    charges: async (membership_id) => {
      const found = await container
        .resolve("membership")
        .listMembershipCharges({ membership_id }, { order: { period_index: "ASC", created_at: "ASC" } })
      return (found as unknown as Json[]).map((each) => [
        ...([each.period_key.split(":")[0], each.period_starts_on, each.status] as const),
        Number(each.total_minor),
      ])
    },
  }
}
