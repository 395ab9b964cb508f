import { createDesk } from "../support/desk"
import { MONTHLY, renewals, SANDBOX } from "../support/renewals"
import { eventually } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { SANDBOX_CARDS } from "../../src/providers/payment-sandbox"
import { studioTests } from "../support/studio-tests"

/** A card runs out between two months, and nobody has thought of it. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("BILL-3, SALE-12, REMIND-2: it is told, tried again in vain, and paid at once by a new card, on the old days", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told, captures, chargesOf } = renewals(getContainer())
      const membership = getContainer().resolve("membership")
      const eve = await desk.person("Eve")
      const sold = await desk.sell(await desk.plan({ name: "Monthly", ...MONTHLY }), eve)
      await saveCard(eve.customer_id, "paid")
      await desk.clock("2027-03-31T22:00:00Z")
      await work()
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-04-01"])

      await saveCard(eve.customer_id, "expired")
      await desk.clock("2027-04-30T22:00:00Z")
      await work()
      const statusOf = async () => (await desk.get(`/admin/memberships/${sold.id}`)).membership.status
      expect(await statusOf()).toBe("past_due")
      const [, failed] = (await chargesOf(sold.id)) as [Json, Json]
      expect(failed).toMatchObject({ status: "failed", failure_code: "expired_card", attempt: 1 })
      const notices = (await membership.listMembershipNotices({})) as Json[]
      expect(notices.filter(({ charge_id }) => charge_id === failed.id)).toHaveLength(1)

      // She trains on while the days of grace last, and the next try fails as well.
      await desk.clock("2027-05-01T22:00:00Z")
      await work()
      expect((await chargesOf(sold.id))[1]).toMatchObject({ status: "failed", attempt: 2 })
      expect((await desk.decide(eve)).allowed).toBe(true)

      const { number: card_number } = SANDBOX_CARDS.find(({ name }) => name === "paid_mastercard")!
      const asked = async (path: string, data: Json = {}) =>
        (await answerOf(api.post(`/store/${path}`, data, { headers: eve.headers }))).data
      const { payment_method } = await asked("payment-methods", {
        provider_id: SANDBOX,
        data: { card_number },
      })
      await asked(`payment-methods/${payment_method.id}/pay-renewals`)
      await eventually(async () => expect(await statusOf()).toBe("active"))
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-04-01", "paid 100.00 from 2027-05-01"])
      expect(await captures()).toHaveLength(2)
      await desk.clock("2027-05-31T22:00:00Z")
      await work()
      expect((await told(sold.id)).at(-1)).toBe("paid 100.00 from 2027-06-01")
    })
  },
})
