import { createDesk } from "../support/desk"
import { studioTests } from "../support/studio-tests"

/** Bought in Berlin, used in New York. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("PLAN-10, PLAN-11, TIME-1: one membership opens both branches, another only its own; days are those of the branch", async () => {
      const desk = await createDesk(api, getContainer())
      const [amy, bob] = [await desk.person("Amy"), await desk.person("Bob")]
      const once_a_day = {
        ...{ service_ids: null, facility_ids: null, time_windows: null, members_only_services: true },
        visit_limits: [{ count: 1, per: "day" as const }],
      }
      const validity = { unit: "year" as const, count: 1 }
      const both = await desk.sell(await desk.plan({ name: "Both", validity, access: once_a_day }), amy)
      const locations = { sold_at: [desk.berlin_id], valid_at: [desk.berlin_id] }
      await desk.sell(await desk.plan({ name: "Berlin only", validity, locations }), bob)

      // The evening of 9 March in New York is the 10th in Berlin.
      await desk.clock("2027-03-10T01:00:00Z")
      const there = await desk.checkIn(amy, { location_id: desk.york_id })
      expect([there.allowed, there.data.visit.local_on]).toEqual([true, "2027-03-09"])
      await desk.clock("2027-03-10T01:30:00Z")
      expect((await desk.checkIn(amy, { location_id: desk.york_id })).codes).toEqual(["visit_limit_reached"])
      const denied = await desk.checkIn(bob, { location_id: desk.york_id })
      expect(denied.data.decision.reasons).toMatchObject([
        { code: "location_not_covered", next_step: "choose_location" },
      ])
      await desk.clock("2027-03-10T06:00:00Z")
      expect((await desk.checkIn(amy, { location_id: desk.york_id })).data.visit.local_on).toBe("2027-03-10")
      expect((await desk.checkIn(bob)).allowed).toBe(true)

      // Cross-branch use is told by the visits.
      const { check_ins } = await desk.get(`/admin/check-ins?location_id=${desk.york_id}&result=allowed`)
      expect(check_ins.map(({ membership_id }: { membership_id: string }) => membership_id)).toEqual([
        ...[both.id, both.id],
      ])
      expect((await desk.get(`/admin/check-ins?location_id=${desk.york_id}&to_on=2027-03-09`)).count).toBe(3)
    })
  },
})
