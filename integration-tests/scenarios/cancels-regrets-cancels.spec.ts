import { createFamily, type Family, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** A customer cancels at the renewal, regrets it, and cancels again. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("CANCEL-1, CANCEL-3, TERM-1: nothing is lost on the way, and it is over on the day that was told", async () => {
      const family: Family = await createFamily(api, getContainer())
      const { jane } = family
      const sold = await family.sell()
      const { as, own, read, today, done, refused, seat } = story(api, family, sold)
      const pause = { starts_on: "2027-03-05", resumes_on: "2027-04-05" }
      await done(`/seats/${seat("Child")}/hold`, pause)
      const holds = async () =>
        (await read()).seats[3].holds.map(({ starts_on, resumes_on }: Json) => ({ starts_on, resumes_on }))

      const first = await as(jane, "/cancel", { way: { at: "renewal" }, preview: true })
      expect(first.data.preview.effects).toContainEqual({
        code: "dues_change",
        from_on: "2027-03-10",
        before: 140,
        after: 0,
      })
      expect((await own(jane)).seats[0].canceled_on).toBeNull()
      await as(jane, "/cancel", { way: { at: "renewal" } })
      expect(await holds()).toEqual([{ ...pause, resumes_on: "2027-03-10" }])

      await as(jane, "/uncancel")
      expect(await holds()).toEqual([pause])
      expect(await as(jane, "/uncancel")).toMatchObject({ status: 409, code: "not_canceled" })

      // A period later the next renewal is a later day.
      await today("2027-03-12T12:00:00Z")
      await as(jane, "/cancel", { way: { at: "renewal" } })
      expect((await own(jane)).seats.map(({ canceled_on }: Json) => canceled_on)).toEqual(
        Array(5).fill("2027-04-10")
      )
      // The studio is in Berlin, in summer.
      await today("2027-04-09T21:59:59Z")
      expect((await read()).status).toBe("active")
      await today("2027-04-09T22:00:00Z")
      expect((await read()).status).toBe("canceled")
      expect(await as(jane, "/uncancel")).toMatchObject({ status: 409, code: "not_canceled" })
      expect(await refused("/cancel", { way: { at: "now" } })).toMatchObject({ code: "already_canceled" })
      // The copy that lists read follows by itself.
      await getContainer().resolve("membership").refreshStatuses(100)
      const { memberships } = (await api.get(`/admin/memberships?id=${sold.id}`, family.shop.admin)).data
      expect(memberships[0].status).toBe("canceled")
    })
  },
})
