import { createDesk } from "../support/desk"
import { MONTHLY, renewals } from "../support/renewals"
import { studioTests } from "../support/studio-tests"

/** Somebody spends the summer by the sea. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("HOLD-4, HOLD-7, BILL-8: two months on hold are neither used nor charged, and the paid days come after them", async () => {
      const desk = await createDesk(api, getContainer())
      const { saveCard, work, told, captures } = renewals(getContainer())
      const sam = await desk.person("Sam")
      const sold = await desk.sell(await desk.plan({ name: "Monthly", ...MONTHLY }), sam)
      await saveCard(sam.customer_id, "paid")
      for (const month of ["04", "05", "06"]) {
        await desk.clock(`2027-${month}-01T12:00:00Z`)
        await work()
      }
      const [seat] = sold.seats
      // From the 16th: half of June is paid and not used.
      await desk.post(`/admin/memberships/${sold.id}/seats/${seat.id}/hold`, {
        ...{ starts_on: "2027-06-16", resumes_on: "2027-08-16", reason: "The sea" },
      })
      for (const day of ["07-01", "08-01", "08-15"]) {
        await desk.clock(`2027-${day}T12:00:00Z`)
        await work()
        expect((await desk.decide(sam)).reasons[0].code).toBe("on_hold")
      }
      expect(await told(sold.id)).toHaveLength(3)
      // Back for the fifteen days that were left, then the next month is due, once.
      await desk.clock("2027-08-16T12:00:00Z")
      await work()
      expect((await desk.decide(sam)).allowed).toBe(true)
      await desk.clock("2027-08-30T21:59:59Z")
      await work()
      expect(await told(sold.id)).toHaveLength(3)
      await desk.clock("2027-08-31T12:00:00Z")
      await Promise.all([work(), work()])
      expect((await told(sold.id)).at(-1)).toBe("paid 100.00 from 2027-08-31")
      expect(await captures()).toHaveLength(4)
    })
  },
})
