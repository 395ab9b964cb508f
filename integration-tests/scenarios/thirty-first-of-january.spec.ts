import { createDesk } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import { studioTests } from "../support/studio-tests"

/** Somebody joins on the last day of January, and stays for a year. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("TIME-3, TERM-6, BILL-1: short months end early, long ones keep the 31st, and no day is lost", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told, captures } = renewals(getContainer())
      await desk.clock("2027-01-31T17:00:00Z")
      const noa = await desk.person("Noa")
      const sold = await desk.sell(await desk.plan({ name: "Monthly", ...MONTHLY }), noa)
      await saveCard(noa.customer_id, "paid")
      const days = [
        "02-28",
        "03-31",
        "04-30",
        "05-31",
        "06-30",
        "07-31",
        "08-31",
        "09-30",
        "10-31",
        "11-30",
        "12-31",
      ]
      for (const day of days) {
        // Late in the evening before, nothing is due yet, and she comes in.
        await desk.clock(new Date(Date.parse(`2027-${day}T12:00:00Z`) - 16 * 3_600_000).toISOString())
        const so_far = (await told(sold.id)).length
        await work()
        expect(await told(sold.id)).toHaveLength(so_far)
        expect((await desk.decide(noa)).allowed).toBe(true)
        await desk.clock(`2027-${day}T12:00:00Z`)
        await work()
      }
      expect(await told(sold.id)).toEqual(days.map((day) => `paid 100.00 from 2027-${day}`))
      expect(await captures()).toHaveLength(days.length)
      expect((await desk.get(`/admin/memberships/${sold.id}`)).membership).toMatchObject({
        ...{ status: "active", ends_on: "2028-01-31" },
      })
    })
  },
})
