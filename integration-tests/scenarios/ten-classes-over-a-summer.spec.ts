import { createDesk } from "../support/desk"
import { studioTests } from "../support/studio-tests"

/** Ten classes bought in May, with four weeks at the sea. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("TERM-2, HOLD-4, CREDIT-5, CREDIT-9: the pack begins with the first class, waits over the holidays, and ends later by as many days", async () => {
      const desk = await createDesk(api, getContainer())
      await desk.clock("2027-05-03T10:00:00Z")
      const yoga = await desk.service({ name: "Yoga" })
      const mia = await desk.person("Mia")
      const plan = await desk.plan({
        ...{ name: "Ten classes", kind: "credit_pack", validity: { unit: "month", count: 3 } },
        entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
        ...{ starts: "first_visit", must_start_within: { unit: "day", count: 60 } },
        hold_policy: {
          ...{ allowed: true, fees: [], min_days: null, max_days: null, max_days_a_year: null },
          ...{ notice_days: 0, effect: "extend", reprice_remaining: false },
        },
      })
      const pack = await desk.sell(plan, mia)
      const read = async () => (await desk.get(`/admin/memberships/${pack.id}`)).membership
      const left = () => desk.left(pack.id)
      const comes = async (now: string) => {
        await desk.clock(now)
        return desk.checkIn(mia, { service_id: yoga })
      }
      expect((await read()).status).toBe("upcoming")

      // Three weeks later she comes for the first time.
      expect((await comes("2027-05-24T16:00:00Z")).data.visit.starts_term).toBe(true)
      expect(await read()).toMatchObject({ status: "active", starts_on: "2027-05-24", ends_on: "2027-08-24" })
      for (const day of ["2027-05-31", "2027-06-07", "2027-06-14"])
        expect((await comes(`${day}T16:00:00Z`)).allowed).toBe(true)
      expect(await left()).toBe(6)

      // Four weeks at the sea.
      const holidays = { starts_on: "2027-07-01", resumes_on: "2027-07-29" }
      await desk.post(`/admin/memberships/${pack.id}/hold`, holidays)
      expect((await read()).ends_on).toBe("2027-09-21")
      expect(await desk.credits(pack.id)).toMatchObject([{ expires_on: "2027-09-21" }])
      const denied = await comes("2027-07-10T16:00:00Z")
      expect([denied.codes, denied.data.decision.reasons[0].details]).toEqual([
        ...[["on_hold"], { resumes_on: "2027-07-29" }],
      ])
      expect((await comes("2027-07-29T16:00:00Z")).allowed).toBe(true)

      // Checked in by mistake in August; the credit comes back, once.
      const { data } = await comes("2027-08-30T16:00:00Z")
      await desk.post(`/admin/check-ins/${data.visit.id}/undo`, { reason: "She only asked for her bottle" })
      expect(await left()).toBe(5)

      // The last class of the pack's last day, and none on the next.
      expect((await comes("2027-09-20T21:58:00Z")).allowed).toBe(true)
      expect((await comes("2027-09-20T22:00:00Z")).codes).toEqual(["ended", "no_credits"])
      expect((await read()).status).toBe("expired")
      expect(await left()).toBe(0)
      expect(await getContainer().resolve("membership").verifyCreditLedger()).toEqual([])
    })
  },
})
