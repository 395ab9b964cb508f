// Somebody with a plan of their own, in a household that has a family membership with an empty seat.
import { familyMembership } from "./families.mjs"
import { monthlyMembership } from "./monthly.mjs"
import { admin } from "./studio-api.mjs"

/** @returns the ids of both memberships; the same ones where they were made before */
export async function joinable(last_name) {
  const own_id = await monthlyMembership("Mika", `${last_name}Solo`)
  const { membership } = await admin(`memberships/${own_id}`)
  const { member } = membership.seats[0].holders[0]
  const known = (await admin(`members/${member.id}?fields=id,household_id`)).member
  if (known.household_id === null) {
    const family = await familyMembership(last_name)
    const { member: kim } = await admin(`members/${family.members.Kim}?fields=id,household_id`)
    await admin(`members/${member.id}`, {
      ...{ household_id: kim.household_id, date_of_birth: "2013-05-05", last_name },
    })
  }
  const { memberships } = await admin(
    `memberships?limit=1&fields=id,display_id&audience=household&q=${last_name}`
  )
  return { own_id, family: memberships[0] }
}
