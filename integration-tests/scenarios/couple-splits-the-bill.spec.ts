import { renewals } from "../support/renewals"
import { createFamily, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Two share a membership, and each pays for themselves. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("SEAT-4, BILL-2, BILL-6: each has a charge and an order of their own; one failing costs the other nothing", async () => {
      const family = await createFamily(api, getContainer())
      const { jane, bob, members } = family
      const { saveCard, work, chargesOf, captures } = renewals(getContainer())
      const sold = await family.sell({
        plan: await family.friendsPlan(),
        counts: [1, 1],
        member_ids: [members.jane, members.bob],
      })
      const { seat, read, as, post, get, today } = story(api, family, sold)
      expect(await as(bob, `/seats/${seat("Further")}/payer`)).toMatchObject({ status: 200 })
      await saveCard(jane.customer.id, "paid")
      await saveCard(bob.customer.id, "declined")
      await today("2027-03-10T12:00:00Z")
      await Promise.all([work(), work()])

      const of = async ({ customer }: { customer: Json }): Promise<Json> =>
        (await chargesOf(sold.id)).find(({ payer_customer_id }) => payer_customer_id === customer.id)!
      expect(await of(jane)).toMatchObject({ status: "paid", total_minor: "6000" })
      expect(await of(bob)).toMatchObject({ status: "failed", total_minor: "4000" })
      expect((await read()).status).toBe("past_due")
      expect((await captures()).map(({ amount }) => amount)).toEqual([60])

      // He brings the money; hers is never asked for again.
      await post(`/admin/membership-charges/${(await of(bob)).id}/record-payment`, { method: "cash" })
      await work()
      expect((await read()).status).toBe("active")
      const orders = await Promise.all(
        [await of(jane), await of(bob)].map(
          async ({ order_id }) =>
            (await get(`/admin/orders/${order_id}?fields=customer_id,total,*items`)).order
        )
      )
      expect(orders.map((order) => [order.customer_id, order.total, order.items.length])).toEqual([
        [jane.customer.id, 60, 1],
        [bob.customer.id, 40, 1],
      ])
      expect(await captures()).toHaveLength(1)
    })
  },
})
