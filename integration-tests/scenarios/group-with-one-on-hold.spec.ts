import { createPlanOnSale } from "../support/sales"
import { renewals } from "../support/renewals"
import { createFamily, story } from "../support/seats"
import { type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** Three climb on a price that falls with each of them, and one breaks a finger. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    it("HOLD-5, BILL-9: while one is on hold the price is laid again for the others, as the preview says, and back after", async () => {
      const family = await createFamily(api, getContainer())
      const { members } = family
      const { saveCard, work, told, chargesOf } = renewals(getContainer())
      const plan = await createPlanOnSale(
        api,
        getContainer(),
        family.shop,
        {
          ...{ name: "Rope team", audience: "shared", validity: null },
          billing: { type: "recurring", interval: "month", interval_count: 1 },
          hold_policy: {
            ...{
              allowed: true,
              fees: [],
              min_days: null,
              max_days: null,
              max_days_a_year: null,
              notice_days: 0,
            },
            ...{ effect: "skip_dues", reprice_remaining: true },
          },
        },
        [
          { label: "First", required: true, amount: 60 },
          { label: "Second", amount: 40 },
          { label: "Third", amount: 30 },
        ]
      )
      const sold = await family.sell({
        ...{ plan, counts: [1, 1, 1], member_ids: [members.jane, members.bob, members.ann] },
      })
      await saveCard(family.jane.customer.id, "paid")
      const { seat, done, today, post } = story(api, family, sold)
      await today("2027-02-20T12:00:00Z")
      const { effects } = await done(`/seats/${seat("First")}/hold`, {
        ...{ starts_on: "2027-03-01", resumes_on: "2027-04-01", reason: "A finger" },
      })
      expect(effects).toContainEqual({ code: "dues_change", from_on: "2027-03-10", before: 130, after: 100 })

      await today("2027-03-09T12:00:00Z")
      const { preview } = await post("/admin/renewal-runs", { preview: true, until: "2027-03-10T12:00:00Z" })
      const promised = preview.charges.find(({ membership_id }: Json) => membership_id === sold.id)
      expect(promised).toMatchObject({ total: 100, lines: [{ label: "Second" }, { label: "Third" }] })
      await today("2027-03-10T12:00:00Z")
      await work()
      const [march] = (await chargesOf(sold.id)) as [Json]
      expect(march.lines.map(({ label, amount_minor }: Json) => [label, amount_minor])).toEqual([
        ["Second", 6000],
        ["Third", 4000],
      ])
      await today("2027-04-10T12:00:00Z")
      await work()
      expect(await told(sold.id)).toEqual(["paid 100.00 from 2027-03-10", "paid 130.00 from 2027-04-10"])
    })
  },
})
