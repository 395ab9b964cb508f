import { moduleTests } from "./module-tests"

const ACTOR = { type: "user", id: "user_1" } as const

moduleTests({
  options: { clock: "adjustable" },
  testSuite: ({ service, sql }) => {
    let seats = 0

    /** A seat of a membership of its own; its plan and chart do not matter here. */
    async function seat(
      member_id: string,
      classification_id: string | null,
      status = "active"
    ): Promise<string> {
      seats += 1
      await sql(`insert into membership (id, plan_id, price_chart_id, sale_draft_id, time_zone, currency_code, signup_fee,
          raw_signup_fee, purchased_at, status)
        values ('mship_${seats}', 'p', 'c', 'd${seats}', 'Pacific/Auckland', 'eur', 0, '{}', now(), '${status}')`)
      await sql(`insert into membership_seat (id, membership_id, position, row_position, label, classification_id, sequence,
          required, amount, raw_amount)
        values ('seat_${seats}', 'mship_${seats}', 1, 1, 'Child', ${classification_id ? `'${classification_id}'` : "null"},
          1, false, 0, '{}')`)
      await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
        values ('hold_${seats}', 'seat_${seats}', 'mship_${seats}', '${member_id}', now())`)
      return `seat_${seats}`
    }

    beforeEach(async () => {
      for (const foreign of ["plan_id", "price_chart_id", "sale_draft_id"]) {
        await sql(`alter table membership drop constraint membership_${foreign}_foreign`)
      }
    })

    it("PEOPLE-5: lists who stops qualifying for the seat they hold, soonest first, in the seat's zone", async () => {
      // In Auckland it is 2 March already.
      await service.adjustStudioClock({ now: "2027-03-01T12:00:00Z", actor: ACTOR })
      const child = await service.createClassification({ name: "Child", max_age: 12, actor: ACTOR })
      const student = await service.createClassification({
        name: "Student",
        requires_proof: true,
        actor: ACTOR,
      })
      const born = (first_name: string, date_of_birth: string | null) =>
        service.createMember({ first_name, date_of_birth, actor: ACTOR })

      const last = await seat(await born("Last day", "2014-05-31"), child)
      await seat(await born("Too late", "2014-06-01"), child)
      const soon = await seat(await born("Soon", "2014-03-10"), child)
      const over = await seat(await born("Over", "2010-01-01"), child)
      await seat(await born("Anyone", "2010-01-01"), null)
      await seat(await born("Ended", "2014-03-10"), child, "expired")
      const max = await born("Max", null)
      const proof = { member_id: max, classification_id: student, actor: ACTOR }
      await service.addProof({ ...proof, expires_on: "2027-03-20" })
      const proven = await seat(max, student)
      const eva = await born("Eva", null)
      await service.addProof({ ...proof, member_id: eva })
      await seat(eva, student)

      const found = await service.membersAgeingOut(90)
      expect(
        found.map((one) => [one.seat_id, one.stops_qualifying_on, one.reason, one.qualifies_now])
      ).toEqual([
        [over, "2027-03-02", "too_old", false],
        [soon, "2027-03-10", "too_old", true],
        [proven, "2027-03-21", "proof_expired", true],
        [last, "2027-05-31", "too_old", true],
      ])
      expect(JSON.stringify(found)).not.toContain("date_of_birth")
      expect(await service.membersAgeingOut(7)).toHaveLength(1)
    })
  },
})
