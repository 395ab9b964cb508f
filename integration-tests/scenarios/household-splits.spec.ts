import { createFamily, type Family, story } from "../support/seats"
import type { Customer, Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Two parents part; one child goes with each. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("PEOPLE-2, PEOPLE-6, SEAT-9: rights follow the household at once; what was bought stays with who bought it", async () => {
      const family: Family = await createFamily(api, getContainer())
      const { jane, bob, members, household_id } = family
      const sold = await family.sell({
        counts: [1, 1, 0, 3],
        member_ids: [members.jane, members.bob, members.kim, members.tom],
      })
      const { seat, own, as, post, refused, done } = story(api, family, sold)
      await post(`/admin/households/${household_id}`, { guardian_ids: [members.jane, members.bob] })
      expect((await own(bob)).seats).toHaveLength(5)
      expect(await as(bob, "/hold", { starts_on: "2027-03-01", preview: true })).toMatchObject({
        status: 200,
      })

      // Bob and Tom move out, into a household of their own.
      await post(`/admin/households/${household_id}`, { guardian_ids: [members.jane] })
      for (const id of [members.bob, members.tom]) await post(`/admin/members/${id}`, { household_id: null })
      await post("/admin/households", {
        name: "Bob's",
        guardian_ids: [members.bob],
        member_ids: [members.tom],
      })

      // He sees his own seat and manages his son's; the other child and the whole are no longer his.
      expect((await own(bob)).seats.map(({ id }: Json) => id)).toEqual([
        seat("Second adult"),
        seat("Child", 2),
      ])
      // What the whole costs is no longer told to him.
      const told = async (who: Customer): Promise<string[]> => {
        const body = { starts_on: "2027-05-10", preview: true }
        const { data } = await as(who, `/seats/${seat("Child", 2)}/hold`, body)
        return data.preview.effects.map(({ code }: Json) => code)
      }
      expect(await told(jane)).toEqual(["seat_on_hold", "dues_change"])
      expect(await told(bob)).toEqual(["seat_on_hold"])
      const { options } = (await api.get(`/store/memberships/${sold.id}/options`, { headers: bob.headers }))
        .data
      expect(options).not.toHaveProperty("dues_per_period")
      expect(await as(bob, `/seats/${seat("Child", 2)}/hold`, { starts_on: "2027-03-01" })).toMatchObject({
        status: 200,
      })
      expect(await as(bob, `/seats/${seat("Child")}/hold`, { starts_on: "2027-03-01" })).toMatchObject({
        status: 404,
      })
      expect(await as(bob, "/hold", { starts_on: "2027-03-01" })).toMatchObject({ status: 403 })

      // Jane bought it: she still decides. Her plan is for one household, so nobody of his is seated anew.
      expect((await own(jane)).seats).toHaveLength(5)
      expect(await as(jane, `/seats/${seat("Child", 2)}/unassign`)).toMatchObject({ status: 200 })
      expect(await as(jane, `/seats/${seat("Child", 3)}/assign`, { member_id: members.tom })).toMatchObject({
        status: 404,
      })
      expect(await refused(`/seats/${seat("Child", 3)}/assign`, { member_id: members.tom })).toMatchObject({
        code: "household_only",
      })
      expect((await own(bob)).seats.map(({ id }: Json) => id)).toEqual([seat("Second adult")])
      await done(`/seats/${seat("Second adult")}/unassign`, {})
      expect(await own(bob)).toBeUndefined()
    })
  },
})
