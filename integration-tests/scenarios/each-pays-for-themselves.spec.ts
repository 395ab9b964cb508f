import { createFamily, type Family, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Friends climb together, and each pays for themselves. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("SEAT-4, SEAT-9: each takes their own dues, sees what they pay, and decides about nobody else", async () => {
      const family: Family = await createFamily(api, getContainer())
      const { jane, bob, stranger, members } = family
      const rosa = await family.addMember({ first_name: "Rosa", customer_id: stranger.customer.id })
      const sold = await family.sell({
        plan: await family.friendsPlan(),
        counts: [1, 2],
        member_ids: [members.jane, members.bob, rosa],
      })
      const { seat, read, own, as } = story(api, family, sold)
      expect((await read()).seats.map(({ payer_customer_id }: Json) => payer_customer_id)).toEqual(
        Array(3).fill(jane.customer.id)
      )

      expect(await as(bob, `/seats/${seat("Further")}/payer`)).toMatchObject({ status: 200 })
      expect(await as(stranger, `/seats/${seat("Further", 2)}/payer`)).toMatchObject({ status: 200 })
      // Nobody takes over somebody else's seat, and nobody is seen by who has nothing to do with them.
      expect(await as(bob, `/seats/${seat("Further", 2)}/payer`)).toMatchObject({ status: 404 })
      expect(await as(bob, `/seats/${seat("First")}/cancel`, { way: { at: "now" } })).toMatchObject({
        status: 404,
      })
      expect((await own(bob)).seats.map(({ id }: Json) => id)).toEqual([seat("Further")])
      expect((await own(stranger)).seats.map(({ id }: Json) => id)).toEqual([seat("Further", 2)])
      expect((await own(jane)).seats).toHaveLength(3)
      const payers = (await read()).seats.map(({ payer_customer_id }: Json) => payer_customer_id)
      expect(payers).toEqual([jane, bob, stranger].map(({ customer }) => customer.id))

      // Whoever pays for a seat on which somebody else sits goes on seeing that seat, and only that.
      const { done } = story(api, family, sold)
      await done(`/seats/${seat("Further")}/unassign`, {})
      expect((await own(bob)).seats).toHaveLength(1)
      expect(await as(bob, `/seats/${seat("Further")}/cancel`, { way: { at: "now" } })).toMatchObject({
        status: 403,
      })
    })
  },
})
