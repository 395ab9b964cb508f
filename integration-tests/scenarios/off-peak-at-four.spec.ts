import { createDesk } from "../support/desk"
import { studioTests } from "../support/studio-tests"

/** Weekdays until four, and a queue at the desk. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("PLAN-11, TIME-4, ACCESS-2: 15:59 is in, 16:00 is out, also in the week after clocks have changed", async () => {
      const desk = await createDesk(api, getContainer())
      const ben = await desk.person("Ben")
      const time_windows = [{ weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "16:00" }]
      const plan = await desk.plan({
        ...{ name: "Off-peak", validity: { unit: "year", count: 1 } },
        access: {
          service_ids: null,
          facility_ids: null,
          visit_limits: [],
          members_only_services: true,
          time_windows,
        },
      })
      await desk.sell(plan, ben)
      const comes = async (now: string) => {
        await desk.clock(now)
        return (await desk.checkIn(ben)).codes
      }
      // Friday 26 March is winter time in Berlin, Monday 29 March summer time.
      expect(await comes("2027-03-26T14:59:00Z")).toEqual([])
      expect(await comes("2027-03-26T15:00:00Z")).toEqual(["outside_time_window"])
      expect(await comes("2027-03-27T12:00:00Z")).toEqual(["outside_time_window"])
      expect(await comes("2027-03-29T13:59:00Z")).toEqual([])
      expect(await comes("2027-03-29T14:00:00Z")).toEqual(["outside_time_window"])

      // At four the desk can say when he may come, and what it would answer then.
      const [reason] = (await desk.decide(ben)).reasons
      expect(reason).toMatchObject({
        next_step: "come_back_later",
        details: { of: "plan", windows: "Monday–Friday 09:00–16:00" },
      })
      expect((await desk.decide(ben, { at: "2027-03-30T09:00:00+02:00" })).allowed).toBe(true)
      expect((await desk.decide(ben, { at: "2027-03-30T08:59:00+02:00" })).allowed).toBe(false)
    })
  },
})
