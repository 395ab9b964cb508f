import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { membershipModule } from "../../http/handler"
import { searchFilter } from "../../http/search"
import type { ListChargesQuery } from "./routes"

type Filter = Record<string, unknown>

/** Of so many people at most are charges looked for; who has typed a letter wants to type on. */
const PEOPLE_MAX = 1000
const TO_GIVE_BACK: Filter = { paid_beside_attempt: { $ne: null }, given_back_at: null }
const NOTHING_TO_GIVE_BACK: Filter = {
  $or: [{ paid_beside_attempt: null }, { given_back_at: { $ne: null } }],
}
const SETTLED = ["paid", "waived", "canceled"]

/** The filters of the list as the database's. */
export async function chargeFilters(req: MedusaRequest, query: ListChargesQuery): Promise<Filter> {
  const { q, customer_id, due, due_after, due_before, paid_beside, ...own } = query
  const all: Filter[] = []
  if (customer_id !== undefined) all.push({ payer_customer_id: customer_id })
  if (due_after !== undefined) all.push({ due_at: { $gte: new Date(due_after) } })
  if (due_before !== undefined) all.push({ due_at: { $lt: new Date(due_before) } })
  if (paid_beside !== undefined) all.push(paid_beside ? TO_GIVE_BACK : NOTHING_TO_GIVE_BACK)
  if (due !== undefined) {
    const now = new Date(await membershipModule(req).now())
    all.push({ status: { $nin: SETTLED }, due_at: due === "overdue" ? { $lte: now } : { $gt: now } })
  }
  if (q?.trim()) all.push(await paidBy(req, q))
  const given = Object.fromEntries(Object.entries<unknown>(own).filter(([, value]) => value !== undefined))
  return all.length === 0 ? given : { ...given, $and: all }
}

/** Customers by the platform's names; who bought without an account by what the membership was sold to. */
async function paidBy(req: MedusaRequest, q: string): Promise<Filter> {
  const inAnyOf = (fields: readonly string[]) =>
    searchFilter(q, (contains) => fields.map((field) => ({ [field]: contains })))
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const page = { fields: ["id"], pagination: { skip: 0, take: PEOPLE_MAX } }
  const people = {
    entity: "customer",
    filters: inAnyOf(["first_name", "last_name", "company_name", "email"]),
  }
  const guests = { customer_id: null, ...inAnyOf(["customer_name", "customer_email"]) }
  const [{ data: customers }, { data: memberships }] = await Promise.all([
    query.graph({ ...page, ...people }),
    query.graph({ ...page, entity: "membership", filters: guests }),
  ])
  const idsOf = (rows: unknown) => (rows as { id: string }[]).map(({ id }) => id)
  return {
    $or: [
      { payer_customer_id: idsOf(customers) },
      { payer_customer_id: null, membership_id: idsOf(memberships) },
    ],
  }
}
