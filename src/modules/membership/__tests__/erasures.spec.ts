import { sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"
import { storePlan } from "./stored-plan"

const ACTOR = { type: "user", id: "user_1" } as const

moduleTests({
  options: { clock: "adjustable" },
  testSuite: ({ service, sql }) => {
    beforeEach(() =>
      storePlan({ service, sql }, { name: "Pass", handle: "pass", audience: "individual" }, ACTOR)
    )

    /** One seat of an active membership in Auckland, held since January. */
    async function sold(
      name: string,
      member_id: string,
      ends_on: string | null,
      voided_at: string | null = null
    ) {
      const text = (value: string | null) => (value === null ? "null" : `'${value}'`)
      await sql(`insert into membership (id, plan_id, price_chart_id, sale_draft_id, time_zone, currency_code, signup_fee,
          raw_signup_fee, purchased_at, starts_on, ends_on, sold_ends_on, activated_at, voided_at, status)
        values ('${name}', 'p', 'c', 'd_${name}', 'Pacific/Auckland', 'eur', 0, '{}', now(), '2027-01-01', ${text(ends_on)},
          ${text(ends_on)}, '2027-01-01', ${text(voided_at)}, 'active')`)
      await sql(`insert into membership_seat (id, membership_id, position, row_position, label, sequence, required, amount,
          raw_amount) values ('seat_${name}', '${name}', 1, 1, 'Default 1', 1, true, 0, '{}')`)
      await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
        values ('hold_${name}', 'seat_${name}', '${name}', '${member_id}', '2027-01-01T00:00:00Z')`)
    }

    it("SEAT-3, PEOPLE-6: whoever is deleted gives up every seat; of what was over they held it to its end", async () => {
      const id = await service.createMember({ first_name: "Ann", actor: ACTOR })
      await sold("over", id, "2027-02-01")
      await sold("runs", id, null)
      await sold("void", id, null, "2027-02-05T00:00:00Z")
      const { memberships } = await service.eraseMember({ id, actor: ACTOR, preview: false })
      expect(memberships.map(({ membership_id }) => membership_id)).toEqual(["runs"])
      const holders = await service.listMembershipSeatHolders({}, { order: { id: "ASC" } })
      expect(holders.map((each) => [each.id, each.held_until?.toISOString()])).toEqual([
        // Auckland is 13 hours ahead.
        ["hold_over", "2027-01-31T11:00:00.000Z"],
        ["hold_runs", "2027-02-10T11:00:00.000Z"],
        ["hold_void", "2027-02-10T12:00:00.000Z"],
      ])
      expect((await service.statusesOf(["runs"])).get("runs")).toBe("canceled")
    })

    it("CANCEL-1, REPORT-2: what was left of their visits ends with the seat, and is owed to nobody", async () => {
      const id = await service.createMember({ first_name: "Ann", actor: ACTOR })
      const pack = await sellCredits(service, { validity: null })
      const [seat] = await service.listMembershipSeats({ membership_id: pack })
      await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
        values ('hold_pack', '${seat!.id}', '${pack}', '${id}', now())`)
      const owed = async () => {
        const range = { from: "2027-01-01", to: "2028-01-01", location_id: null, plan_id: null }
        const [report] = await service.creditObligations(range)
        const { closing, revoked } = report!
        return [closing.credits, closing.value_minor, revoked.credits]
      }
      expect(await owed()).toEqual([10, 10_000, 0])
      await service.eraseMember({ id, actor: ACTOR, preview: false })
      await service.settleCredits(100)
      expect(await owed()).toEqual([0, 0, 10])
      expect(await service.verifyCreditLedger()).toEqual([])
    })

    it("SAFE-2: of two deletions at once one does it; the other finds nobody", async () => {
      const id = await service.createMember({ first_name: "Ann", actor: ACTOR })
      await sold("runs", id, null)
      const both = await Promise.allSettled(
        [1, 2].map(() => service.eraseMember({ id, actor: ACTOR, preview: false }))
      )
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      expect(await service.listMembershipAuditEntries({ action: "delete-member" })).toHaveLength(1)
    })

    it("SEAT-11, PEOPLE-6: who is deleted while somebody seats them holds no seat afterwards", async () => {
      for (let round = 0; round < 5; round++) {
        const id = await service.createMember({ first_name: "Ann", actor: ACTOR })
        const name = `round_${round}`
        await sold(name, id, null)
        await sql(`delete from membership_seat_holder where membership_id = '${name}'`)
        const verb = {
          verb: "assign",
          seat_id: `seat_${name}`,
          member_id: id,
          replaces_member_id: null,
        } as const
        const asker = { type: "staff", reason: null } as const
        await Promise.allSettled([
          service.changeSeats({ membership_id: name, verb, asker, actor: ACTOR, preview: false }),
          service.eraseMember({ id, actor: ACTOR, preview: false }),
        ])
        const [member] = await service.listMembershipMembers({ id })
        const held = await service.listMembershipSeatHolders({ member_id: id, held_until: null })
        expect({ erased: member!.erased_at !== null, held: held.length > 0 }).not.toEqual({
          erased: true,
          held: true,
        })
      }
    })
  },
})
