import { api } from "../../platform/api"
import { customerName, nameOf } from "../names"
import type { CustomerName, HouseholdName, PersonName } from "../types"

/** Somebody or something that a search found. */
export interface Found {
  id: string
  name: string
  /** Where a member lives now. */
  household?: HouseholdName | null
}

/** What is searched: the server is asked when the search is opened, and again as words are typed. */
export interface SearchSource {
  key: string
  find: (words: string) => Promise<Found[]>
}

const FIRST = 20
const wordsOf = (q: string) => (q.trim() ? { q: q.trim() } : {})

type FoundMember = PersonName & { id: string; household: HouseholdName | null }
const MEMBER_FIELDS = "id,first_name,last_name,household.id,household.name"

async function findMembers(words: string, filter: { is_customer?: boolean }): Promise<Found[]> {
  const query = { ...wordsOf(words), ...filter, limit: FIRST, fields: MEMBER_FIELDS }
  const { members } = await api.get<{ members: FoundMember[] }>("/admin/members", query)
  return members.map((member) => ({ id: member.id, name: nameOf(member), household: member.household }))
}

export const MEMBERS: SearchSource = { key: "members", find: async (words) => findMembers(words, {}) }

/** Those who can be guardians (PEOPLE-2). */
export const CUSTOMER_MEMBERS: SearchSource = {
  key: "customer_members",
  find: async (words) => findMembers(words, { is_customer: true }),
}

export const CUSTOMERS: SearchSource = {
  key: "customers",
  find: async (words) => {
    const query = { ...wordsOf(words), limit: FIRST, fields: "id,email,first_name,last_name" }
    const { customers } = await api.get<{ customers: CustomerName[] }>("/admin/customers", query)
    return customers.map((customer) => ({ id: customer.id, name: customerName(customer) }))
  },
}

export const HOUSEHOLDS: SearchSource = {
  key: "households",
  find: async (words) => {
    const query = { ...wordsOf(words), limit: FIRST, fields: "id,name" }
    return (await api.get<{ households: HouseholdName[] }>("/admin/households", query)).households
  },
}
