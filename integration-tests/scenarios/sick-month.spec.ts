import { createFamily, type Family, story } from "../support/seats"
import { studioTests } from "../support/studio-tests"

/** A child breaks a leg, and the studio hears of it a week later. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("HOLD-1, HOLD-4, HOLD-6, HOLD-8: the seat is put on hold from the day of the fall, skips a month's dues, and ends early", async () => {
      const family: Family = await createFamily(api, getContainer())
      const sold = await family.sell()
      const { seat, done, refused, read, today, get } = story(api, family, sold)
      const dues = async () => (await get(`/admin/memberships/${sold.id}/options`)).options

      await today("2027-03-05T12:00:00Z")
      const leg = { starts_on: "2027-02-26", resumes_on: "2027-04-15" }
      const kims = `/seats/${seat("Child")}`
      const refusal = await refused(`${kims}/hold`, leg)
      expect(refusal).toMatchObject({
        code: "hold_not_allowed",
        details: { violations: [{ code: "back_dated" }] },
      })
      const { effects } = await done(`${kims}/hold`, { ...leg, reason: "Broke a leg on the 26th" })
      expect(effects).toEqual([
        { code: "seat_on_hold", seat_id: seat("Child"), ...leg },
        { code: "paid_days_on_hold", from_on: "2027-02-26", until_on: "2027-03-10", days: 12, total: 4.29 },
        { code: "dues_change", from_on: "2027-03-10", before: 150, after: 140 },
      ])
      expect(await dues()).toMatchObject({ next_period_on: "2027-03-10", dues_per_period: 140 })
      // The others come as ever.
      expect((await read()).status).toBe("active")

      await today("2027-04-02T12:00:00Z")
      await done(`${kims}/resume`, { resumes_on: "2027-04-05" })
      expect((await read()).seats[3].holds).toMatchObject([
        { starts_on: "2027-02-26", resumes_on: "2027-04-05" },
      ])
      expect(await dues()).toMatchObject({ next_period_on: "2027-04-10", dues_per_period: 150 })
      await today("2027-04-06T12:00:00Z")
      expect(await refused(`${kims}/resume`, {})).toMatchObject({ code: "not_on_hold" })
    })
  },
})
