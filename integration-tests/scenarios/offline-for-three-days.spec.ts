import { createDesk } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import { studioTests } from "../support/studio-tests"

/** A line is cut on a Friday, and mended on Monday. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("BILL-1, BILL-3: three days of renewals are caught up once, by however many workers, and nobody owes a second charge", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told, captures } = renewals(getContainer())
      const plan = await desk.plan({ name: "Monthly", ...MONTHLY })
      const days = ["02", "03", "04"]
      const sold: string[] = []
      for (const day of days) {
        await desk.clock(`2027-03-${day}T11:00:00Z`)
        const who = await desk.person(`Member${day}`)
        sold.push((await desk.sell(plan, who)).id)
        await saveCard(who.customer_id, "paid")
      }
      // Friday 2 April begins without power. Each of them could come in all the time: their days are not over by a job.
      await desk.clock("2027-04-05T09:00:00Z")
      await Promise.all([work(), work(), work(), work()])
      await Promise.all([work(), work()])
      const all = await Promise.all(sold.map((id) => told(id)))
      expect(all).toEqual(days.map((day) => [`paid 100.00 from 2027-04-${day}`]))
      expect(await captures()).toHaveLength(3)
      // A second cut of two months: each period is charged once, on its own days, and the days stay theirs.
      await desk.clock("2027-06-05T09:00:00Z")
      await Promise.all([work(), work()])
      expect(await told(sold[0]!)).toEqual([
        ...["paid 100.00 from 2027-04-02", "paid 100.00 from 2027-05-02", "paid 100.00 from 2027-06-02"],
      ])
      expect(await captures()).toHaveLength(9)
      for (const id of sold)
        expect((await desk.get(`/admin/memberships/${id}`)).membership.status).toBe("active")
    })
  },
})
