// A sold membership with people in its seats, as staff find it when they work with seats.
import { randomBytes } from "node:crypto"
import { buy } from "./purchases.mjs"
import { admin } from "./studio-api.mjs"
import { card } from "./studio-page.mjs"

const PEOPLE = [
  { first_name: "Jane", date_of_birth: "1986-02-03" },
  { first_name: "Bob", date_of_birth: "1985-07-04" },
  { first_name: "Tom", date_of_birth: "2012-05-06" },
  { first_name: "Kim", date_of_birth: "2014-05-06" },
]

const seatPath = (membership, position) =>
  `memberships/${membership.id}/seats/${membership.seats[position - 1].id}`

/**
 * A household of two adults and two children with a paid family membership of five seats: each has one, the last is empty.
 * @param {string} [last_name] else nobody's name in the studio
 * @param {Record<string, string>} [born] other dates of birth, by first name
 */
export async function familyMembership(last_name = `Family${randomBytes(3).toString("hex")}`, born = {}) {
  const family = PEOPLE.map((person) => ({
    ...person,
    date_of_birth: born[person.first_name] ?? person.date_of_birth,
  }))
  const sold = await buy({
    ...{ first_name: "Jane", last_name, plan: card.family_plan_handle },
    people: [...family, { date_of_birth: "2015-01-02" }].map(({ date_of_birth }) => ({ date_of_birth })),
    accepted_terms_version: card.family_terms_version,
  })
  const { customer_id } = sold
  await admin(`memberships/${sold.id}/record-payment`, {})
  const { membership } = await admin(`memberships/${sold.id}`)
  const ids = []
  for (const [at, person] of family.entries()) {
    const login = at === 0 ? { customer_id } : {}
    const { member } = await admin("members", { ...person, last_name, ...login })
    ids.push(member.id)
  }
  const [guardian, ...member_ids] = ids
  await admin("households", { name: last_name, guardian_ids: [guardian], member_ids })
  for (const [at, member_id] of ids.entries())
    await admin(`${seatPath(membership, at + 1)}/assign`, { member_id })
  const members = Object.fromEntries(PEOPLE.map(({ first_name }, at) => [first_name, ids[at]]))
  return { id: sold.id, last_name, membership, members }
}

/** The newest one of that name, made where there is none. */
export async function demoFamily(studio, last_name, born) {
  const { memberships } = await studio.admin(`memberships?limit=1&fields=id&q=${last_name}`)
  return memberships[0]?.id ?? (await familyMembership(last_name, born)).id
}
