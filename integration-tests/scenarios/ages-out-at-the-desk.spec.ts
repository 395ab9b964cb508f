import { answerOf } from "../support/shop"
import { createFamily, story } from "../support/seats"
import { studioTests } from "../support/studio-tests"

/** A leap-day child turns eighteen on a child's seat. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("SEAT-10, PEOPLE-4, ACCESS-7: denied with the seat to move to from 1 March on, and let in once moved; the billing goes on", async () => {
      const family = await createFamily(api, getContainer())
      const { members, addMember, household_id, shop } = family
      const ida = await addMember({ first_name: "Ida", date_of_birth: "2012-02-29", household_id })
      const member_ids = [members.jane, members.bob, null, members.kim, ida]
      const sold = await family.sell({ member_ids })
      const { seat, done, read, today, post } = story(api, family, sold)
      const stock = (await post("/admin/stock-locations", { name: "Hall" })).stock_location.id
      const zone = { stock_location_id: stock, time_zone: "Europe/Berlin" }
      await post("/admin/membership-locations", zone)
      const comes = async (member_id: string, now: string) => {
        await today(now)
        const body = { member_id, location_id: stock }
        const { data } = await answerOf(api.post("/admin/check-ins", body, shop.admin))
        return data.decision
      }
      // Born on 29 February, she turns eighteen on 1 March 2030, for no common year has the day.
      expect((await comes(ida, "2030-02-28T22:58:00Z")).allowed).toBe(true)
      const denied = await comes(ida, "2030-02-28T23:00:00Z")
      expect([denied.allowed, denied.reasons]).toMatchObject([
        false,
        [{ code: "aged_out", next_step: "move_seat", details: { why: "too_old", classification: "Child" } }],
      ])
      expect(denied.reasons[0].details.fits).toEqual(expect.arrayContaining(["Adult"]))

      // Her father gives way; the membership has gone on all the while.
      expect((await read()).status).toBe("active")
      await done(`/seats/${seat("Child", 2)}/unassign`, {})
      const adult = { member_id: ida, replaces_member_id: members.bob }
      await done(`/seats/${seat("Second adult")}/assign`, adult)
      expect((await comes(ida, "2030-03-01T11:00:00Z")).allowed).toBe(true)
    })
  },
})
