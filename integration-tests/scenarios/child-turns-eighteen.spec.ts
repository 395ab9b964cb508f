import { createFamily, type Family, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** A boy grows up on a child's seat. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("PEOPLE-5, SEAT-10: he is listed ahead with the seat he can move to; the membership goes on until staff move him", async () => {
      const family: Family = await createFamily(api, getContainer())
      const { jane, bob, tom, kim } = family.members
      const sold = await family.sell({ counts: [1, 1, 0, 2], member_ids: [jane, null, tom, kim] })
      const { seat, done, refused, read, today, get } = story(api, family, sold)
      const listed = async (): Promise<Json> =>
        (await get("/admin/members-ageing-out?days=90")).members_ageing_out.find(
          (row: Json) => row.member.id === tom && row.membership_id === sold.id
        )

      await today("2029-01-01T12:00:00Z")
      expect(await listed()).toBeUndefined()
      await today("2029-04-01T12:00:00Z")
      const { other_seats, ...ahead } = await listed()
      expect(ahead).toMatchObject({ stops_qualifying_on: "2029-06-01", qualifies_now: true })
      // On that day he fits both adults' seats, one of which is free, for what it costs more.
      const places = other_seats.map(({ label, is_free, difference }: Json) => [label, is_free, difference])
      expect(places).toEqual([
        ["Second adult", true, 40],
        ["First adult", false, 50],
      ])
      await today("2029-06-01T12:00:00Z")
      expect(await listed()).toMatchObject({ qualifies_now: false })
      expect((await read()).status).toBe("active")

      // The other child's seat is no way out any more; an adult's is.
      const order = (seat_id: string) => [
        { seat_id, member_id: tom },
        { seat_id: seat("Child"), member_id: null },
      ]
      const toChild = [
        { seat_id: seat("Child"), member_id: kim },
        { seat_id: seat("Child", 2), member_id: tom },
      ]
      expect((await refused("/reorder", { order: toChild })).details.people).toMatchObject([
        { member_id: tom },
      ])
      await done("/reorder", { order: order(seat("Second adult")) })
      expect(await listed()).toBeUndefined()
      expect(await refused(`/seats/${seat("Second adult")}/assign`, { member_id: bob })).toMatchObject({
        code: "seat_taken",
      })
    })
  },
})
