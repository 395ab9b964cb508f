import { moduleTests } from "./module-tests"
import { storePlan } from "./stored-plan"

const ACTOR = { type: "user", id: "user_1" } as const

moduleTests({
  options: { clock: "adjustable" },
  testSuite: ({ service, sql }) => {
    beforeEach(() =>
      storePlan({ service, sql }, { name: "Friends", handle: "friends", audience: "shared" }, ACTOR)
    )

    const member = (first_name: string, email: string | null = null) =>
      service.createMember({ first_name, email, actor: ACTOR })
    const merge = (id: string, into_member_id: string) =>
      service.mergeMembers({
        ...{
          id,
          into_member_id,
          named: {},
          confirmed: ["already_covered"],
          reason: null,
          actor: ACTOR,
          preview: false,
        },
      })
    /** A membership of January with a seat for each of them, of which some have ended. */
    async function sold(
      name: string,
      seats: readonly { member_id: string; canceled_on?: string }[],
      ends_on = "null"
    ) {
      await sql(`insert into membership (id, plan_id, price_chart_id, sale_draft_id, time_zone, currency_code, signup_fee,
          raw_signup_fee, purchased_at, starts_on, ends_on, sold_ends_on, activated_at, status)
        values ('${name}', 'p', 'c', 'd_${name}', 'UTC', 'eur', 0, '{}', now(), '2027-01-01', ${ends_on}, ${ends_on},
          '2027-01-01', 'active')`)
      for (const [index, { member_id, canceled_on }] of seats.entries()) {
        const id = `${name}_${index + 1}`
        const end = canceled_on ? `'${canceled_on}'` : "null"
        await sql(`insert into membership_seat (id, membership_id, position, row_position, label, sequence, required, amount,
            raw_amount, canceled_on) values ('${id}', '${name}', ${index + 1}, 1, 'Seat', ${index + 1}, false, 0, '{}', ${end})`)
        await sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
          values ('${id}', '${id}', '${name}', '${member_id}', '2027-01-01T00:00:00Z')`)
      }
    }
    const holders = async () =>
      (await service.listMembershipSeatHolders({}, { order: { id: "ASC" } })).map(
        ({ id, member_id, held_until }) => [id, member_id, held_until?.toISOString().slice(0, 10) ?? null]
      )

    it("SEAT-2, SEAT-3: one live seat of a membership is left to the one person; what was over keeps its dates", async () => {
      const [gone, stays] = [await member("Mia"), await member("Maria")]
      const [one, two] = [{ member_id: gone }, { member_id: stays }]
      await sold("alone", [one])
      await sold("both", [one, two])
      await sold("ended", [one, { ...two, canceled_on: "2027-02-01" }])
      await sold("over", [one, two], "'2027-02-05'")
      const { memberships } = await merge(gone, stays)
      expect(
        memberships.map(({ membership_id, effects }) => [membership_id, ...effects.map(({ code }) => code)])
      ).toEqual([
        ["alone", "member_seated"],
        ["both", "member_unseated", "seat_emptied"],
        ["ended", "member_seated"],
      ])
      expect(await holders()).toEqual([
        ["alone_1", stays, null],
        ["both_1", stays, "2027-02-10"],
        ["both_2", stays, null],
        ["ended_1", stays, null],
        ["ended_2", stays, "2027-02-01"],
        ["over_1", stays, "2027-02-05"],
        ["over_2", stays, "2027-02-05"],
      ])
    })

    it("SEAT-1, PEOPLE-6: invitations go by the address that stays; one that somebody else has too is theirs", async () => {
      const [gone, stays] = [await member("Mia", "mia@x.test"), await member("Maria", "maria@x.test")]
      const [lee, kim] = [await member("Lee", "home@x.test"), await member("Kim", "home@x.test")]
      await sold("m", [{ member_id: stays }])
      const invite = (id: string, email: string, settled: string) =>
        sql(`insert into membership_invitation (id, membership_id, seat_id, email, token_hash, expires_at, ${settled})
          values ('${id}', 'm', 'seat_${id}', '${email}', '${id}', now() + interval '1 day', null)`)
      await invite("open", "mia@x.test", "accepted_at")
      await invite("shared", "home@x.test", "accepted_at")
      expect((await merge(gone, stays)).effects).toContainEqual({ code: "invitations_move", count: 1 })
      expect((await merge(lee, stays)).effects.map(({ code }) => code)).not.toContain("invitations_move")
      const invitations = await service.listMembershipInvitations({}, { order: { id: "ASC" } })
      expect(invitations.map(({ id, email, revoked_at }) => [id, email, revoked_at])).toEqual([
        ["open", "maria@x.test", null],
        ["shared", "home@x.test", null],
      ])
      expect((await service.listMembershipMembers({ id: kim }))[0]!.email).toBe("home@x.test")
    })

    it("ACCESS-5: a visit's member changes to the one they were merged into, and to nobody else", async () => {
      const [gone, stays, other] = [await member("Mia"), await member("Maria"), await member("Ann")]
      await sql(`insert into membership_visit (id, is_allowed, member_id, location_id, at, local_on, decision, actor_type,
          idempotency_key) values ('v', true, '${gone}', 'l', now(), '2027-02-10', '{}', 'system', 'v')`)
      const give = (id: string) => sql(`update membership_visit set member_id = '${id}' where id = 'v'`)
      await expect(give(other)).rejects.toThrow(/never changed/)
      await merge(gone, stays)
      expect((await service.listMembershipVisits({ id: "v" }))[0]!.member_id).toBe(stays)
      await expect(give(other)).rejects.toThrow(/never changed/)
    })

    it("SAFE-2: of two merges of one duplicate at once one does it; the other is told where they went", async () => {
      const [gone, one, two] = [await member("Mia"), await member("Maria"), await member("Ann")]
      const both = await Promise.allSettled([merge(gone, one), merge(gone, two)])
      expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"])
      const into = both[0].status === "fulfilled" ? one : two
      const refused = both.find(({ status }) => status === "rejected") as PromiseRejectedResult
      expect(refused.reason).toMatchObject({ code: "not_found", details: { merged_into: into } })
      expect(await service.listMembershipAuditEntries({ action: "merge-members" })).toHaveLength(2)
    })
  },
})
