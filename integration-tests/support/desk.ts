import type { MedusaContainer } from "@medusajs/framework/types"
import {
  addDraft,
  completeByWebhook,
  createCart,
  createPlanOnSale,
  eventually,
  type PlanOverrides,
  type TestPlan,
} from "./sales"
import { answerOf, type Api, createShop, type Headers, type Json, type Shop, signUp } from "./shop"

export interface Desk {
  readonly shop: Shop
  /** A branch in Berlin, the default, and one in New York. */
  readonly berlin_id: string
  readonly york_id: string
  readonly post: (path: string, body?: Json) => Promise<Json>
  readonly get: (path: string) => Promise<Json>
  readonly clock: (now: string) => Promise<Json>
  readonly service: (body: Json) => Promise<string>
  readonly plan: (fields: PlanOverrides) => Promise<TestPlan>
  /** Somebody with an account of their own, who is a member. */
  readonly person: (name: string, body?: Json) => Promise<Visitor>
  /** Sold, paid, and theirs to visit with. @returns the membership as staff see it */
  readonly sell: (plan: TestPlan, to: Visitor) => Promise<Json>
  /** Checks them in as staff. */
  readonly checkIn: (who: Visitor, body?: Json, headers?: Record<string, string>) => Promise<Answer>
  readonly decide: (who: Visitor, body?: Json) => Promise<Json>
  readonly credits: (membership_id: string) => Promise<Json[]>
  /** Credits that can be used now, of all balances. */
  readonly left: (membership_id: string) => Promise<number>
}

export interface Visitor {
  readonly member_id: string
  readonly customer_id: string
  readonly headers: Headers["headers"]
}

export interface Answer {
  readonly status: number
  readonly data: Json
  /** Of the decision. */
  readonly allowed: boolean | undefined
  readonly codes: string[]
}

/** A studio with two branches, on Monday 1 March 2027, noon in Berlin. */
export async function createDesk(api: Api, container: MedusaContainer): Promise<Desk> {
  const shop = await createShop(api, container)
  const post: Desk["post"] = async (path, body = {}) => (await api.post(path, body, shop.admin)).data
  const get: Desk["get"] = async (path) => (await api.get(path, shop.admin)).data
  const clock: Desk["clock"] = (now) => post("/admin/studio-clock", { now, run: false })
  await clock("2027-03-01T11:00:00Z")
  const branch = async (name: string, time_zone: string) => {
    const { stock_location } = await post("/admin/stock-locations", { name })
    await post("/admin/membership-locations", { stock_location_id: stock_location.id, time_zone })
    return stock_location.id as string
  }
  const berlin_id = await branch("Berlin", "Europe/Berlin")
  const york_id = await branch("New York", "America/New_York")
  const person: Desk["person"] = async (name, body = {}) => {
    const { customer, headers } = await signUp(api, shop.store, `${name.toLowerCase()}@example.test`)
    const { member } = await post("/admin/members", {
      ...{ first_name: name, customer_id: customer.id, date_of_birth: "1990-05-05" },
      ...body,
    })
    return { member_id: member.id, customer_id: customer.id, headers }
  }
  const sell: Desk["sell"] = async (plan, { customer_id, member_id }) => {
    const cart = await createCart(container, shop, { customer_id })
    await addDraft(container, cart, plan, { counts: [1], member_ids: [member_id], location_id: berlin_id })
    const order_id = await completeByWebhook(container, cart.id)
    const { id } = await eventually(async () => {
      const { memberships } = await get(`/admin/memberships?order_id=${order_id}`)
      if (!memberships.length) throw new Error("no membership yet")
      return memberships[0]
    })
    await post(`/admin/memberships/${id}/record-payment`)
    return (await get(`/admin/memberships/${id}`)).membership
  }
  const checkIn: Desk["checkIn"] = async ({ member_id }, body = {}, headers = {}) => {
    const asked = { member_id, location_id: berlin_id, ...body }
    const config = { headers: { ...shop.admin.headers, ...headers } }
    const { status, data } = await answerOf(api.post("/admin/check-ins", asked, config))
    const codes = (data.decision?.reasons ?? []).map(({ code }: Json) => code)
    return { status, data, allowed: data.decision?.allowed, codes }
  }
  const grantsOf = async (membership_id: string) =>
    (await container.resolve("membership").readCredits({ membership_id, limit: 200, offset: 0 })).grants
  return {
    ...{ shop, berlin_id, york_id, post, get, clock, person, sell, checkIn },
    service: async (body) =>
      (await post("/admin/membership-services", { kind: "class", ...body })).membership_service.id,
    plan: (fields) => createPlanOnSale(api, container, shop, fields),
    decide: async ({ member_id }, body = {}) =>
      (await post("/admin/access-decisions", { member_id, location_id: berlin_id, ...body })).decision,
    credits: async (membership_id) => (await grantsOf(membership_id)) as unknown as Json[],
    left: async (membership_id) =>
      (await grantsOf(membership_id)).reduce((sum, { available }) => sum + available, 0),
  }
}
