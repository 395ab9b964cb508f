import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { TestPlan } from "../support/sales"
import { createFamily, type Family, story } from "../support/seats"
import { answerOf, type Customer, type Json, signUp } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Friends buy together, and some of them are known by an e-mail address alone. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let friends: TestPlan
    let rosa: Customer
    let sold: Json
    let tale: ReturnType<typeof story>
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      friends = await family.friendsPlan()
      rosa = await signUp(api, family.shop.store, "rosa@example.test")
      sold = await family.sell({ plan: friends, counts: [1, 2], member_ids: [family.members.jane] })
      tale = story(api, family, sold)
    })

    const path = (seat_id: string) => `/seats/${seat_id}/invite`
    const invite = async (email: string, sequence = 1): Promise<Json> => {
      const { status, data } = await tale.as(family.jane, path(tale.seat("Further", sequence)), { email })
      expect({ status, data }).toMatchObject({ status: 200 })
      return data
    }
    const accept = async (who: Customer, token: string) => {
      const { status, data } = await answerOf(
        api.post("/store/membership-invitations/accept", { token }, { headers: who.headers })
      )
      return { status, code: data.code as string | undefined, data }
    }
    const open = async (): Promise<Json[]> =>
      (await tale.get(`/admin/memberships/${sold.id}/invitations`)).invitations

    it("SEAT-1, SEAT-9: the invited person takes the seat, sees it, and the invitation is used up", async () => {
      const { invitation, token, sent } = await invite("Rosa@Example.test")
      expect(invitation).toEqual({
        ...{ id: expect.any(String), seat_id: tale.seat("Further"), email: "rosa@example.test" },
        expires_at: "2027-02-24T12:00:00.000Z",
      })
      // This studio has no provider of e-mails: who invites is told, and has the token.
      expect(sent).toBe(false)
      expect(await open()).toMatchObject([{ id: invitation.id, email: "rosa@example.test" }])
      const { status, data } = await accept(rosa, token)
      expect(status).toBe(200)
      expect(data.membership.seats.map(({ id }: Json) => id)).toEqual([tale.seat("Further")])
      expect(await tale.own(rosa)).toBeDefined()
      expect(await open()).toEqual([])
      expect(await accept(rosa, token)).toMatchObject({ status: 404, code: "invitation_invalid" })
    })

    it("PEOPLE-6: one answer to every token that does not work, and to every address", async () => {
      const known = await invite("rosa@example.test")
      const unknown = await invite("nobody-has-this@example.test", 2)
      expect(Object.keys(known)).toEqual(Object.keys(unknown))
      const refusals = [await accept(family.bob, known.token), await accept(rosa, "guessed")]
      await api.post("/admin/studio-clock", { now: "2027-02-24T12:00:00Z", run: false }, family.shop.admin)
      refusals.push(await accept(rosa, known.token))
      for (const refusal of refusals)
        expect(refusal).toEqual({ ...refusals[0], status: 404, code: "invitation_invalid" })
    })

    it("SEAT-1: only the hash of a token is kept, and no answer or history tells it again", async () => {
      const { token } = await invite("rosa@example.test")
      const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      for (const table of ["membership_invitation", "membership_audit_entry", "membership_idempotency_key"])
        expect(JSON.stringify(await database(table))).not.toContain(token)
      expect(JSON.stringify(await open())).not.toMatch(/token/)
    })

    it("SEAT-11: a new invitation replaces the former; one that is taken back works no more", async () => {
      const first = await invite("rosa@example.test")
      const second = await invite("rosa@example.test")
      expect(await accept(rosa, first.token)).toMatchObject({ code: "invitation_invalid" })
      expect(await open()).toHaveLength(1)
      const one = `/store/memberships/${sold.id}/invitations/${second.invitation.id}`
      const revoke = async (who: Customer) =>
        (await answerOf(api.delete(one, { headers: who.headers }))).status
      expect(await revoke(rosa)).toBe(404)
      expect(await revoke(family.jane)).toBe(200)
      expect(await revoke(family.jane)).toBe(404)
      expect(await accept(rosa, second.token)).toMatchObject({ code: "invitation_invalid" })
    })

    it("SEAT-2: who holds a seat already is refused, and the invitation stands", async () => {
      const { token } = await invite("rosa@example.test")
      expect((await accept(rosa, token)).status).toBe(200)
      const again = await invite("rosa@example.test", 2)
      expect(await accept(rosa, again.token)).toMatchObject({ status: 409, code: "seat_taken" })
      expect(await open()).toHaveLength(1)
    })

    it("SEAT-2: nobody is invited to a seat that is taken, or into a plan for one household; staff invite too", async () => {
      const first = path(tale.seat("First"))
      expect(await tale.refused(first, { email: "rosa@example.test" })).toMatchObject({ code: "seat_taken" })
      expect(await tale.refused(first, { email: "rosa" })).toMatchObject({ code: "invalid_request" })
      const { invitation } = await tale.done(path(tale.seat("Further")), { email: "rosa@example.test" })
      const { id, email, expires_at } = invitation
      const { membership } = await tale.get(`/admin/memberships/${sold.id}`)
      const asked = new Map(membership.seats.map((seat: Json) => [seat.id, seat.invitation]))
      expect(asked.get(tale.seat("Further"))).toEqual({ id, email, expires_at })
      expect(asked.get(tale.seat("First"))).toBeNull()
      expect((await tale.get(`/admin/memberships/${sold.id}/history`)).history[0]).toMatchObject({
        ...{ action: "invite-to-seat", actor_type: "user", subject_id: invitation.seat_id },
      })
      const household = story(api, family, await family.sell())
      expect(
        await household.refused(path(household.seat("Child", 2)), { email: "rosa@example.test" })
      ).toMatchObject({
        code: "household_only",
      })
    })

    it("SEAT-11: one invitation accepted many times at once seats one person once", async () => {
      const { token } = await invite("rosa@example.test")
      const answers = await Promise.all(Array.from({ length: 6 }, () => accept(rosa, token)))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
        new Set(["invitation_invalid"])
      )
    })
  },
})
