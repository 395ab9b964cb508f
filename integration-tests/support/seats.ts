import type { MedusaContainer } from "@medusajs/framework/types"
import { addDraft, completeByWebhook, createCart, createPlanOnSale, eventually, type TestPlan } from "./sales"
import { answerOf, type Api, createShop, type Customer, type Json, type Shop, signUp } from "./shop"

const FAMILY_ROWS = [
  { label: "First adult", required: true, amount: 60, of: "Adult" },
  { label: "Second adult", required: true, amount: 50, of: "Adult" },
  { label: "Senior", amount: 20, of: "Senior" },
  { label: "Child", unlimited: true, amount: 10, of: "Child" },
  { label: "Guest", unlimited: true, amount: 30, of: null },
]

export interface Family {
  readonly shop: Shop
  readonly plan: TestPlan
  /** Bought the membership; guardian of the household. */
  readonly jane: Customer
  /** Lives there, is no guardian. */
  readonly bob: Customer
  readonly stranger: Customer
  /** Member ids by name: jane and bob are adults of 40, kim is 6, tom 15, ann of nowhere is 30. */
  readonly members: Readonly<Record<"jane" | "bob" | "kim" | "tom" | "ann", string>>
  readonly household_id: string
  /** A new membership of Jane's, paid: jane, bob, nobody on the Senior seat, kim, and nobody on a child's seat. */
  readonly sell: (change?: SaleChange) => Promise<Json>
  readonly addMember: (body: Json) => Promise<string>
  /** A plan for anybody: a first row and further ones. */
  readonly friendsPlan: () => Promise<TestPlan>
}

interface SaleChange {
  plan?: TestPlan
  counts?: number[]
  member_ids?: (string | null)[]
  paid?: boolean
}

/** A family with a monthly membership of five seats, on 10 February 2027 in Berlin. */
export async function createFamily(api: Api, container: MedusaContainer): Promise<Family> {
  const shop = await createShop(api, container)
  const post = async (path: string, body: Json): Promise<Json> =>
    (await api.post(path, body, shop.admin)).data
  await post("/admin/studio-clock", { now: "2027-02-10T12:00:00Z", run: false })
  const jane = await signUp(api, shop.store)
  const bob = await signUp(api, shop.store, "bob@example.test")
  const stranger = await signUp(api, shop.store, "stranger@example.test")
  const member = async (body: Json): Promise<string> => (await post("/admin/members", body)).member.id
  const members = {
    jane: await member({ first_name: "Jane", date_of_birth: "1987-01-01", customer_id: jane.customer.id }),
    bob: await member({ first_name: "Bob", date_of_birth: "1987-06-01", customer_id: bob.customer.id }),
    kim: await member({ first_name: "Kim", date_of_birth: "2020-06-01" }),
    tom: await member({ first_name: "Tom", date_of_birth: "2011-06-01" }),
    ann: await member({ first_name: "Ann", date_of_birth: "1997-01-01" }),
  }
  const { household } = await post("/admin/households", {
    name: "Doe",
    guardian_ids: [members.jane],
    member_ids: [members.bob, members.kim, members.tom],
  })
  const plan = await createFamilyPlanOnSale(api, container, shop)
  const sell: Family["sell"] = async ({
    plan: bought = plan,
    counts = [1, 1, 1, 2],
    member_ids = [members.jane, members.bob, null, members.kim, null],
    paid = true,
  } = {}) => {
    const cart = await createCart(container, shop, { customer_id: jane.customer.id })
    await addDraft(container, cart, bought, { counts, member_ids })
    const order_id = await completeByWebhook(container, cart.id)
    const { id } = await eventually(async () => {
      const { memberships } = (await api.get(`/admin/memberships?order_id=${order_id}`, shop.admin)).data
      if (!memberships.length) throw new Error("no membership yet")
      return memberships[0]
    })
    if (paid) await post(`/admin/memberships/${id}/record-payment`, {})
    return (await api.get(`/admin/memberships/${id}`, shop.admin)).data.membership
  }
  const friendsPlan = () =>
    createPlanOnSale(api, container, shop, { ...MONTHLY, name: "Friends", audience: "shared" }, [
      { label: "First", required: true, amount: 60 },
      { label: "Further", unlimited: true, amount: 40 },
    ])
  return {
    addMember: member,
    friendsPlan,
    shop,
    plan,
    jane,
    bob,
    stranger,
    members,
    household_id: household.id,
    sell,
  }
}

async function createFamilyPlanOnSale(api: Api, container: MedusaContainer, shop: Shop): Promise<TestPlan> {
  const ages = { Adult: { min_age: 18 }, Child: { max_age: 17 }, Senior: { min_age: 65 } }
  const ids = new Map<string | null, string | null>([[null, null]])
  for (const [name, age] of Object.entries(ages)) {
    const { data } = await api.post("/admin/membership-classifications", { name, ...age }, shop.admin)
    ids.set(name, data.membership_classification.id)
  }
  const rows = FAMILY_ROWS.map(({ of, ...row }) => ({ ...row, classification_id: ids.get(of)! }))
  return createPlanOnSale(api, container, shop, { ...MONTHLY, name: "Family", audience: "household" }, rows)
}

const MONTHLY = {
  billing: { type: "recurring" as const, interval: "month" as const, interval_count: 1 },
  validity: null,
}

/** What a story about one membership is told with. */
export function story(api: Api, { shop }: Family, sold: Json) {
  const post = async (path: string, body: Json): Promise<Json> =>
    (await api.post(path, body, shop.admin)).data
  const get = async (path: string): Promise<Json> => (await api.get(path, shop.admin)).data
  const verb = (path: string) => `/memberships/${sold.id}${path}`
  return {
    post,
    get,
    /** The id of a seat by its label; of several with one label the first, or the one with that sequence. */
    seat: (label: string, sequence = 1): string =>
      sold.seats.find((seat: Json) => seat.label === label && seat.sequence === sequence).id,
    done: (path: string, body: Json) => post(`/admin${verb(path)}`, body),
    refused: async (path: string, body: Json): Promise<Json> => {
      const { status, data } = await answerOf(api.post(`/admin${verb(path)}`, body, shop.admin))
      return { status, code: data.code, details: data.details }
    },
    read: async (): Promise<Json> => (await get(`/admin${verb("")}`)).membership,
    today: (now: string) => post("/admin/studio-clock", { now, run: false }),
    /** What a customer may do. */
    as: async ({ headers }: Customer, path: string, body: Json = {}) => {
      const { status, data } = await answerOf(api.post(`/store${verb(path)}`, body, { headers }))
      return { status, code: data.code as string | undefined, data }
    },
    /** What a customer sees of it; undefined when nothing. */
    own: async ({ headers }: Customer): Promise<Json> =>
      (await api.get("/store/memberships?limit=100", { headers })).data.memberships.find(
        ({ id }: Json) => id === sold.id
      ),
  }
}
