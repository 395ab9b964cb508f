import { createFamily, type Family, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** A father moves out. His seat is a required one, and somebody else has to take it first. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("SEAT-6, SEAT-7, CANCEL-1: grandfather takes his place, and the seat he left ends with the paid month", async () => {
      const family: Family = await createFamily(api, getContainer())
      const { members, household_id } = family
      const grandpa = await family.addMember({
        first_name: "Otto",
        date_of_birth: "1955-01-01",
        household_id,
      })
      const sold = await family.sell({
        counts: [1, 1, 0, 1, 1],
        member_ids: [members.jane, members.bob, members.kim, grandpa],
      })
      const { seat, done, refused, read, today } = story(api, family, sold)

      const bobs = `/seats/${seat("Second adult")}`
      const refusal = await refused(`${bobs}/cancel`, { way: { at: "renewal" } })
      expect(refusal.code).toBe("seat_required")
      const { reorders } = refusal.details.ways_out as { reorders: Json[] }
      // The smallest change first; the other one would move Jane too.
      expect(reorders.map(({ length }) => length)).toEqual([2, 3])
      // A preview tells who moves where, and moves nobody.
      const { preview } = await done("/reorder", { order: reorders[0], preview: true })
      expect(preview.effects).toEqual([
        {
          code: "member_moves",
          member_id: grandpa,
          from_seat_id: seat("Guest"),
          to_seat_id: seat("Second adult"),
        },
        {
          code: "member_moves",
          member_id: members.bob,
          from_seat_id: seat("Second adult"),
          to_seat_id: seat("Guest"),
        },
      ])
      expect(await read()).toEqual(sold)
      await done("/reorder", { order: reorders[0] })
      const { effects } = await done(`/seats/${seat("Guest")}/cancel`, { way: { at: "renewal" } })
      expect(effects).toContainEqual({ code: "dues_change", from_on: "2027-03-10", before: 150, after: 120 })

      // Until then it is his; on the day he could not be seated anew on it, and the membership goes on.
      await today("2027-03-09T22:00:00Z")
      await done(`/seats/${seat("Guest")}/unassign`, { preview: true })
      await today("2027-03-10T00:00:00Z")
      expect(await refused(`/seats/${seat("Guest")}/unassign`, {})).toMatchObject({ code: "not_found" })
      expect((await read()).status).toBe("active")
      // He comes back to the family: the seat that he gave up does not keep him from an empty one.
      await done(`/seats/${seat("Second adult")}/assign`, {
        member_id: members.bob,
        replaces_member_id: grandpa,
      })
    })
  },
})
