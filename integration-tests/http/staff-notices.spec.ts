import { tellDailyWorkflow } from "../../src/workflows/notices/tell-daily"
import { eventually } from "../support/sales"
import { createFamily, type Family, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
    })

    const told = async (): Promise<Json[]> => {
      const { notifications } = (
        await api.get("/admin/notifications?channel=feed&limit=100", family.shop.admin)
      ).data
      return notifications.map(({ data }: Json) => [data.title, data.description]).sort()
    }
    const expectTold = (titles: string[]) =>
      eventually(async () => expect((await told()).map(([title]) => title)).toEqual([...titles].sort()))
    const daily = () => tellDailyWorkflow(getContainer()).run({ input: {} })

    it("CANCEL-3, SEAT-6: staff hear what customers cancel and take back, and of empty seats; of their own changes only the required one", async () => {
      const { jane } = family
      const sold = await family.sell()
      const { as, done, seat } = story(api, family, sold)
      await as(jane, "/cancel", { way: { at: "renewal" }, preview: true })
      await as(jane, "/cancel", { way: { at: "renewal" } })
      await expectTold(["A customer canceled"])
      expect((await told())[0][1]).toBe(
        `Family #${sold.display_id} was canceled; the last day is 2027-03-09.`
      )
      await as(jane, "/uncancel")
      await as(jane, `/seats/${seat("Child")}/unassign`)
      const asked = [
        "A customer canceled",
        "A customer took a cancellation back",
        "A customer left a seat empty",
      ]
      await expectTold(asked)
      // By staff: a seat that anybody may leave, then a required one.
      await done(`/seats/${seat("Child")}/assign`, { member_id: family.members.kim })
      await done(`/seats/${seat("Child")}/unassign`, {})
      await done(`/seats/${seat("Second adult")}/unassign`, {})
      await expectTold([...asked, "A required seat is empty"])
      // The daily run tells what was lost, and nothing twice; two at once neither.
      await Promise.all([daily(), daily()])
      expect(await told()).toHaveLength(4)
    })

    it("PEOPLE-5, SEAT-1: staff hear once of seats that nobody has held for a week, and of who ages out within thirty days", async () => {
      const sold = await family.sell()
      const { today, done, seat } = story(api, family, sold)
      await daily()
      expect(await told()).toEqual([])
      await today("2027-02-17T12:00:00Z")
      await daily()
      expect(await told()).toEqual([])
      await today("2027-02-18T12:00:00Z")
      for (let run = 0; run < 2; run++) await daily()
      // The senior's and the second child's seat; Jane's family came with the sale.
      expect(await told()).toEqual([
        [
          "Seats are still empty",
          `Family #${sold.display_id} began more than a week ago and has 2 seats that nobody has held yet.`,
        ],
      ])
      const { household_id } = family
      const lea = await family.addMember({ first_name: "Lea", date_of_birth: "2009-03-20", household_id })
      await done(`/seats/${seat("Child", 2)}/assign`, { member_id: lea })
      for (let run = 0; run < 2; run++) await daily()
      const all = await told()
      expect(all.map(([title]) => title)).toEqual([
        "Seats are still empty",
        "Somebody stops qualifying for their seat",
      ])
      expect(all[1][1]).toContain("does not qualify for it from 2027-03-20 on")
      expect(JSON.stringify(all)).not.toMatch(/Lea|Jane|Kim/)
    })
  },
})
