import { createDesk } from "../support/desk"
import { studioTests } from "../support/studio-tests"

/** A place was kept for somebody who never came. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("CREDIT-3, CREDIT-4, CREDIT-9: what a booking keeps nobody else uses; in time it comes back, a no-show costs it", async () => {
      const desk = await createDesk(api, getContainer())
      const yoga = await desk.service({ name: "Yoga", credit_cost: 2 })
      const noa = await desk.person("Noa")
      const plan = await desk.plan({
        ...{ name: "Four", kind: "credit_pack", validity: { unit: "month", count: 1 } },
        entitlement: { type: "credits", credits: 4, per: "term", scope: "shared" },
      })
      const pack = await desk.sell(plan, noa)
      const module = getContainer().resolve("membership")
      const why = (key: string) => ({
        ...{
          key,
          cause: { type: "booking", id: key },
          actor: { type: "system" as const, id: null },
          reason: null,
        },
      })
      const books = (key: string, used_at: string) =>
        module.useCredits({
          ...{ membership_id: pack.id, seat_id: pack.seats[0].id, service_id: yoga, credits: 2 },
          ...{ kind: "reserve", used_at, ...why(key) },
        })
      const balance = async () => {
        const [grant] = await desk.credits(pack.id)
        return [grant!.available, grant!.reserved]
      }
      await books("tuesday", "2027-03-02T17:00:00.000Z")
      await books("thursday", "2027-03-04T17:00:00.000Z")
      expect(await balance()).toEqual([0, 4])

      // On Monday she stands there unbooked: both visits are spoken for.
      const monday = await desk.checkIn(noa, { service_id: yoga })
      expect(monday.codes).toEqual(["no_credits"])
      // She calls off Thursday in time, and comes in with what that gave back.
      await module.settleCreditUse({ of_key: "thursday", verb: "release", ...why("called-off") })
      await desk.clock("2027-03-01T12:00:00Z")
      expect((await desk.checkIn(noa, { service_id: yoga })).data.decision.with.credits_left).toBe(0)

      // On Tuesday she does not show up: the reservation is used up, and the pack with it.
      await desk.clock("2027-03-02T18:30:00Z")
      await module.settleCreditUse({ of_key: "tuesday", verb: "redeem", ...why("no-show") })
      expect(await balance()).toEqual([0, 0])
      expect((await desk.get(`/admin/memberships/${pack.id}`)).membership.status).toBe("exhausted")
      expect(await module.verifyCreditLedger()).toEqual([])
    })
  },
})
