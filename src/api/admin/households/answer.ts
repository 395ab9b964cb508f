import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { membershipModule } from "../../http/handler"
import { oneOf } from "../../http/read"

type Row = Record<string, unknown>
type MemberRow = { id?: string; is_guardian?: boolean } & Row

const membersOf = (household: Row) => household.members as MemberRow[] | undefined

/** A household as it goes out: with the ids of its guardians, where its members were asked for. */
export function withGuardians(household: Row): Row {
  const members = membersOf(household)
  if (!members) return household
  return {
    ...household,
    guardian_ids: members.filter((member) => member.is_guardian).map((member) => member.id),
  }
}

/**
 * One household; each member with what they qualify for today in the place of a date of birth (PEOPLE-6).
 * @throws DomainError `not_found`
 */
export async function householdAnswer(req: AuthenticatedMedusaRequest, id: string): Promise<Row> {
  const household = withGuardians(await oneOf(req, "membership_household", id))
  const members = membersOf(household)
  if (!members) return household
  const ids = members.flatMap((member) => member.id ?? [])
  const qualifications = await membershipModule(req).qualificationsOfMembers(ids)
  const withThese = members.map((member) => {
    const all = qualifications.get(member.id ?? "")?.classifications ?? []
    const met = all.filter(({ qualifies }) => qualifies)
    return {
      ...member,
      qualifies_for: met.map(({ classification_id, name }) => ({ classification_id, name })),
    }
  })
  return { ...household, members: withThese }
}
