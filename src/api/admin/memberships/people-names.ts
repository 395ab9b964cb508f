import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

type Id = string | null | undefined

interface PersonRow {
  id: string
  first_name: string | null
  last_name: string | null
  email: string | null
  company_name?: string | null
}

/** How a person is called who may have left their name blank. */
export interface NamedPerson {
  readonly name: string | null
  readonly email: string | null
}

const NOBODY: NamedPerson = { name: null, email: null }

/** The names behind ids of customers or staff users, asked for all at once. */
export async function namesOf(
  req: MedusaRequest,
  entity: "customer" | "user",
  ids: readonly Id[]
): Promise<(id: Id) => NamedPerson> {
  const known = [...new Set(ids)].filter((id) => typeof id === "string")
  if (known.length === 0) return () => NOBODY
  const query = req.scope.resolve(ContainerRegistrationKeys.QUERY)
  const fields = [
    "id",
    "first_name",
    "last_name",
    "email",
    ...(entity === "customer" ? ["company_name"] : []),
  ]
  const { data } = await query.graph({ entity, fields, filters: { id: known } })
  const people = new Map((data as PersonRow[]).map((row) => [row.id, named(row)]))
  return (id) => people.get(id ?? "") ?? NOBODY
}

const named = ({ first_name, last_name, company_name, email }: PersonRow): NamedPerson => ({
  name: [first_name, last_name].filter(Boolean).join(" ") || (company_name ?? null),
  email,
})
