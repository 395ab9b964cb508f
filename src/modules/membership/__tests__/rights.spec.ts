import fc from "fast-check"
import { DomainError } from "../../../domain/errors"
import { planWithDefaults } from "../../../domain/plans/defaults"
import type { PlanAudience } from "../../../domain/plans/types"
import { assertMay, type Ownership, type Standing } from "../../../domain/seats/rights"
import { fromDefinition } from "../mapping/plans"
import { moduleTests } from "./module-tests"

const AUDIENCES = ["individual", "household", "shared", "corporate"] as const satisfies PlanAudience[]
const HOUSEHOLDS = ["h0", "h1", "h2"]
const PEOPLE = Array.from({ length: 10 }, (_, index) => index)
const CUSTOMERS = PEOPLE.map((index) => `c${index}`)
const SEATS = 3

const anyPerson = fc.record({
  household_id: fc.option(fc.constantFrom(...HOUSEHOLDS)),
  is_customer: fc.boolean(),
  is_guardian: fc.boolean(),
})
const anyCustomer = fc.option(fc.constantFrom(...CUSTOMERS))
const anyMembership = fc.record({
  audience: fc.constantFrom(...AUDIENCES),
  customer_id: anyCustomer,
  holders: fc.uniqueArray(fc.constantFrom(...PEOPLE), { minLength: 0, maxLength: SEATS }),
  payers: fc.array(anyCustomer, { minLength: SEATS, maxLength: SEATS }),
})
const anyStudio = fc.record({
  people: fc.array(anyPerson, { minLength: PEOPLE.length, maxLength: PEOPLE.length }),
  memberships: fc.array(anyMembership, { minLength: 4, maxLength: 4 }),
})
type StudioOf<Arbitrary> = Arbitrary extends fc.Arbitrary<infer Value> ? Value : never
type AnyStudio = StudioOf<typeof anyStudio>

/** The statements that answer storefronts and the rule that decides about verbs say the same, row by row (PEOPLE-6, SEAT-9). */
moduleTests({
  options: {},
  testSuite: ({ service, sql }) => {
    const text = (value: string | null) => (value === null ? "null" : `'${value}'`)
    const memberId = (index: number) => `m${index}`

    beforeEach(async () => {
      for (const foreign of ["price_chart_id", "sale_draft_id"]) {
        await sql(`alter table membership drop constraint membership_${foreign}_foreign`)
      }
      for (const id of HOUSEHOLDS)
        await sql(`insert into membership_household (id, name) values ('${id}', '${id}')`)
      for (const audience of AUDIENCES) {
        const definition = planWithDefaults({
          ...{ name: audience, handle: audience, kind: "membership", audience },
          ...{ billing: { type: "one_time" }, entitlement: { type: "unlimited" }, validity: null },
        })
        const place = { id: audience, product_id: audience, variant_id: audience }
        await service.createMembershipPlans({ ...fromDefinition(definition), ...place } as never)
      }
    })

    async function furnish({ people, memberships }: AnyStudio): Promise<void> {
      for (const table of ["seat_holder", "seat"]) await sql(`delete from membership_${table}`)
      await sql(`delete from membership`)
      await sql(`delete from membership_member`)
      for (const [index, { household_id, is_customer, is_guardian }] of people.entries()) {
        const customer_id = is_customer ? CUSTOMERS[index]! : null
        await sql(`insert into membership_member (id, first_name, customer_id, household_id, is_guardian)
          values ('${memberId(index)}', 'x', ${text(customer_id)}, ${text(household_id)}, ${is_customer && is_guardian && household_id !== null})`)
      }
      for (const [index, { audience, customer_id, holders, payers }] of memberships.entries()) {
        await sql(`insert into membership (id, plan_id, price_chart_id, sale_draft_id, customer_id, time_zone, currency_code,
            signup_fee, raw_signup_fee, purchased_at, status)
          values ('ms${index}', '${audience}', 'c', 'd${index}', ${text(customer_id)}, 'UTC', 'eur', 0, '{}', now(), 'active')`)
        for (const [position, payer] of payers.entries()) {
          await sql(`insert into membership_seat (id, membership_id, position, row_position, label, sequence, required,
              amount, raw_amount, payer_customer_id)
            values ('s${index}_${position}', 'ms${index}', ${position + 1}, 1, 'x', 1, false, 0, '{}', ${text(payer)})`)
        }
        for (const [position, person] of holders.entries()) {
          await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
            values ('h${index}_${position}', 's${index}_${position}', 'ms${index}', '${memberId(person)}', now())`)
        }
      }
    }

    it("PEOPLE-6, SEAT-9: what storefronts list is what the rule lets customers see and manage", async () => {
      await fc.assert(
        fc.asyncProperty(anyStudio, async (studio) => {
          await furnish(studio)
          const { people, memberships } = studio
          const membership_ids = memberships.map((_, index) => `ms${index}`)
          for (const customer_id of CUSTOMERS) {
            const who = standingOf(customer_id, people)
            const ruled = memberships.map((each, index) => ruling(who, ownershipOf(each, index, people)))
            const visible = await service.visibleSeats({ membership_ids, customer_id })
            expect(visible.sort()).toEqual(ruled.flatMap((each) => each.seen).sort())
            const managed = await service.ownMemberships({ customer_id, role: "managed" })
            expect(managed.sort()).toEqual(membership_ids.filter((_, index) => ruled[index]!.manages))
            const all = await service.ownMemberships({ customer_id })
            expect(all.sort()).toEqual(
              membership_ids.filter((_, index) => ruled[index]!.manages || ruled[index]!.seen.length > 0)
            )
          }
        }),
        { numRuns: 12 }
      )
    })
  },
})

function standingOf(customer_id: string, people: AnyStudio["people"]): Standing {
  const index = CUSTOMERS.indexOf(customer_id)
  const { household_id, is_customer, is_guardian } = people[index]!
  if (!is_customer) return { customer_id, member_id: null, household_id: null, is_guardian: false }
  return {
    customer_id,
    member_id: `m${index}`,
    household_id,
    is_guardian: is_guardian && household_id !== null,
  }
}

function ownershipOf(
  { audience, customer_id, holders, payers }: AnyStudio["memberships"][number],
  index: number,
  people: AnyStudio["people"]
): Ownership {
  const buyer = customer_id === null ? undefined : people[CUSTOMERS.indexOf(customer_id)]
  return {
    audience,
    purchaser_customer_id: customer_id,
    household_id: buyer?.is_customer ? buyer.household_id : null,
    seats: payers.map((payer_customer_id, position) => {
      const holder = holders[position]
      const member_id = holder === undefined ? null : `m${holder}`
      return { id: `s${index}_${position}`, member_id, payer_customer_id }
    }),
    household_of: new Map(holders.map((holder) => [`m${holder}`, people[holder]!.household_id])),
  }
}

/** As the rule answers verbs: what is not found is not seen, what may be done is managed. */
function ruling(who: Standing, of: Ownership) {
  const answers = of.seats.map(({ id }) => [
    id,
    answer(() => assertMay(who, of, { verb: "unassign", seat_id: id })),
  ])
  const whole = answer(() => assertMay(who, of, { verb: "uncancel", seat_id: null }))
  return {
    seen: answers.flatMap(([id, code]) => (code === "not_found" ? [] : [id!])),
    manages: whole === "may" || answers.some(([, code]) => code === "may"),
  }
}

function answer(ask: () => void): string {
  try {
    ask()
    return "may"
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}
