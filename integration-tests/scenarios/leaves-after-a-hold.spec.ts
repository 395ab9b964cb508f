import { createDesk } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Somebody who spends the summer by the sea decides to leave, and comes back early. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("CANCEL-1, HOLD-4: who leaves at the renewal uses what is paid after the hold, and is charged no more", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told, captures } = renewals(getContainer())
      const sam = await desk.person("Sam")
      const { id, seats } = await desk.sell(await desk.plan({ name: "Monthly", ...MONTHLY }), sam)
      await saveCard(sam.customer_id, "paid")
      const path = `/admin/memberships/${id}`
      const options = async () =>
        (await api.get(`${path}/options`, desk.shop.admin)).data.options.cancellation
      const today = async (day: string) => {
        await desk.clock(`2027-${day}T12:00:00Z`)
        await work()
      }
      for (const day of ["04-01", "05-01", "06-01"]) await today(day)

      // From the 16th: half of June is paid and not used.
      await desk.post(`${path}/hold`, {
        starts_on: "2027-06-16",
        resumes_on: "2027-08-16",
        reason: "The sea",
      })
      await today("07-10")
      expect(await options()).toMatchObject({ renewal_on: "2027-08-31" })
      const way = { at: "renewal" }
      const { preview } = await desk.post(`${path}/cancel`, { way, preview: true })
      expect(preview.effects).toContainEqual({
        code: "seat_ends",
        seat_id: seats[0].id,
        canceled_on: "2027-08-31",
      })
      const { effects, membership } = await desk.post(`${path}/cancel`, { way })
      expect(effects).toEqual(preview.effects)
      expect(membership.seats[0]).toMatchObject({ canceled_on: "2027-08-31", cancel_at_renewal: true })

      await today("08-01")
      const back: Json = await desk.post(`${path}/resume`, { resumes_on: "2027-08-01" })
      expect(back.effects).toContainEqual({
        ...{ code: "cancellation_moves", seat_id: seats[0].id, canceled_on: "2027-08-16" },
      })
      await today("08-15")
      expect((await desk.decide(sam)).allowed).toBe(true)
      await desk.clock("2027-08-15T22:00:00Z")
      await Promise.all([work(), work()])
      expect((await desk.decide(sam)).allowed).toBe(false)
      for (const day of ["08-31", "09-16"]) await today(day)
      expect(await told(id)).toHaveLength(3)
      expect(await captures()).toHaveLength(3)
    })
  },
})
