import type { MedusaContainer } from "@medusajs/framework/types"
import { FeatureFlag, Modules } from "@medusajs/framework/utils"
import {
  createCustomersWorkflow,
  createUsersWorkflow,
  setAuthAppMetadataWorkflow,
} from "@medusajs/medusa/core-flows"
import { SYSTEM } from "../../domain/actor"
import { EXAMPLE_CLASSIFICATIONS } from "../../domain/charts/examples"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import { addDependentWorkflow } from "../../workflows/people/add-dependent"
import { createClassificationWorkflow } from "../../workflows/people/create-classification"
import { find, idOf } from "./platform"

const CLASSIFICATIONS = [
  ...EXAMPLE_CLASSIFICATIONS,
  { name: "Student", min_age: null, max_age: null, requires_proof: true },
]

/** @returns ids by name */
export async function seedClassifications(container: MedusaContainer): Promise<Map<string, string>> {
  const ids = new Map<string, string>()
  for (const classification of CLASSIFICATIONS) {
    const { name } = classification
    const make = async () => {
      const input = { ...classification, actor: SYSTEM }
      return (await createClassificationWorkflow(container).run({ input })).result
    }
    ids.set(name, await idOf(container, "membership_classification", { name }, make))
  }
  return ids
}

const EMAILPASS = "emailpass"

/** Whoever may log in to the admin; a password that is there already is set anew. */
export async function seedAdmin(container: MedusaContainer, email: string, password: string): Promise<void> {
  const user_id = await idOf(container, "user", { email }, async () => {
    const roles = FeatureFlag.isFeatureEnabled("rbac") ? ["role_super_admin"] : []
    const users = [{ email, first_name: "Studio", last_name: "Owner", ...(roles.length ? { roles } : {}) }]
    return (await createUsersWorkflow(container).run({ input: { users } })).result[0]
  })
  const auth = container.resolve(Modules.AUTH)
  const [known] = await auth.listProviderIdentities({ provider: EMAILPASS, entity_id: email })
  if (known) {
    await auth.updateProvider(EMAILPASS, { entity_id: email, password })
    return
  }
  const { authIdentity, error } = await auth.register(EMAILPASS, { body: { email, password } })
  if (!authIdentity) throw new Error(`The login of ${email} could not be made: ${error}`)
  const input = { authIdentityId: authIdentity.id, actorType: "user", value: user_id }
  await setAuthAppMetadataWorkflow(container).run({ input })
}

const GUARDIAN = { email: "jana.keller@example.com", first_name: "Jana", last_name: "Keller" }
const CHILDREN = [
  { first_name: "Mila", age: 12 },
  { first_name: "Ben", age: 6 },
]

/** A customer who guards a household with two children, members with no login (PEOPLE-2). */
export async function seedHousehold(container: MedusaContainer): Promise<void> {
  const customer_id = await idOf(container, "customer", { email: GUARDIAN.email }, async () => {
    const { result } = await createCustomersWorkflow(container).run({ input: { customersData: [GUARDIAN] } })
    return result[0]
  })
  const members = await find<{ first_name: string }>(container, "membership_member", ["first_name"], {
    last_name: GUARDIAN.last_name,
  })
  const today = await container.resolve(MEMBERSHIP_MODULE).today(null)
  for (const { first_name, age } of CHILDREN) {
    if (members.some((member) => member.first_name === first_name)) continue
    const date_of_birth = `${Number(today.slice(0, 4)) - age}-01-01`
    const input = { customer_id, first_name, last_name: GUARDIAN.last_name, date_of_birth }
    await addDependentWorkflow(container).run({ input })
  }
}
