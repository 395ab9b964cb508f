import type { MedusaRequest } from "@medusajs/framework/http"
import { namesOf } from "./people-names"

interface EntryRow extends Record<string, unknown> {
  actor_type?: string
  actor_id?: string | null
}

/**
 * Entries of the audit trail with the names of who acted. Null for the system, for integrations, and for whoever has
 * been deleted since: the entry still says whether it was staff or a customer.
 */
export async function withActorNames(req: MedusaRequest, entries: readonly EntryRow[]): Promise<EntryRow[]> {
  const idsOf = (type: string) =>
    entries.flatMap(({ actor_type, actor_id }) => (actor_type === type && actor_id ? [actor_id] : []))
  const [user, customer] = await Promise.all([
    namesOf(req, "user", idsOf("user")),
    namesOf(req, "customer", idsOf("customer")),
  ])
  const nameOf = ({ actor_type, actor_id }: EntryRow): string | null => {
    if (actor_type !== "user" && actor_type !== "customer") return null
    const { name, email } = actor_type === "user" ? user(actor_id) : customer(actor_id)
    return name ?? email
  }
  return entries.map((entry) => ("actor_id" in entry ? { ...entry, actor_name: nameOf(entry) } : entry))
}
