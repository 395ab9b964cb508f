import { createFamily, type Family } from "../support/seats"
import { answerOf, type Customer, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** What customers do with their own seats, and what they never reach. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let sold: Json
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      sold = await family.sell()
    })

    const staff = (path: string, body: Json) => api.post(path, body, family.shop.admin)
    const policies = (body: Json) => staff(`/admin/membership-plans/${family.plan.id}`, body)
    const seat = (position: number): string => sold.seats[position - 1].id
    const call = async (who: Customer, path: string, body: Json = {}) => {
      const { status, data } = await answerOf(
        api.post(`/store/memberships/${sold.id}${path}`, body, { headers: who.headers })
      )
      return { status, code: data.code, data }
    }
    const seen = async (who: Customer, query = "") =>
      (await api.get(`/store/memberships?limit=100${query}`, { headers: who.headers })).data.memberships.find(
        ({ id }: Json) => id === sold.id
      )

    it("SEAT-1, PEOPLE-6: the purchaser seats a child of the household, and nobody of another one", async () => {
      const { jane, members } = family
      const { status, data } = await call(jane, `/seats/${seat(5)}/assign`, { member_id: members.tom })
      expect(status).toBe(200)
      expect(data.membership.seats[4].holders[0].member).toMatchObject({ first_name: "Tom" })
      expect(JSON.stringify(data)).not.toContain("date_of_birth")
      expect(await call(jane, `/seats/${seat(3)}/assign`, { member_id: members.ann })).toMatchObject({
        ...{ status: 404, code: "not_found" },
      })
    })

    it("HOLD-6, HOLD-8: the plan's policy binds customers, and the preview tells dates and money before", async () => {
      const { jane } = family
      await policies({
        hold_policy: {
          ...NO_LIMITS,
          notice_days: 7,
          max_days: 31,
          fees: [{ currency_code: "eur", amount: 5 }],
        },
      })
      const { options } = (await api.get(`/store/memberships/${sold.id}/options`, { headers: jane.headers }))
        .data
      expect(options.hold).toMatchObject({ allowed: true, earliest_on: "2027-02-17", max_days: 31, fee: 5 })
      const tomorrow = { starts_on: "2027-02-11", resumes_on: "2027-03-01" }
      expect(await call(jane, "/hold", tomorrow)).toMatchObject({ status: 400, code: "hold_not_allowed" })
      const march = { starts_on: "2027-03-01", resumes_on: "2027-04-01" }
      const { data } = await call(jane, "/hold", { ...march, preview: true })
      expect(data.preview.effects).toContainEqual({ code: "hold_fee", seats: 5, total: 25 })
      // A customer sets no fee.
      expect(await call(jane, "/hold", { ...march, fee: 0 })).toMatchObject({ code: "invalid_request" })
      expect((await call(jane, "/hold", { ...march, reason: "Abroad" })).status).toBe(200)
      expect(
        (await call(jane, "/resume", { resumes_on: "2027-03-15" })).data.membership.seats[0].holds
      ).toMatchObject([{ starts_on: "2027-03-01", resumes_on: "2027-03-15", fee: 5 }])
      await policies({ hold_policy: NO_LIMITS })
    })

    it("CANCEL-4, CANCEL-6: one request cancels, not before notice and commitment allow; it can be taken back", async () => {
      const { jane } = family
      await policies({ cancellation_policy: { commitment_periods: 2, notice_days: 0 } })
      const refused = await call(jane, "/cancel", { way: { at: "now" }, reason: "Because I want to" })
      expect(refused).toMatchObject({ status: 400, code: "cancel_before_notice" })
      expect(refused.data.details.earliest_on).toBe("2027-04-10")
      const { data } = await call(jane, "/cancel", { way: { at: "renewal" } })
      expect(data.membership.seats.map(({ canceled_on }: Json) => canceled_on)).toEqual(
        Array(5).fill("2027-04-10")
      )
      expect((await call(jane, "/uncancel")).data.membership.seats[0].canceled_on).toBeNull()
      await policies({ cancellation_policy: { commitment_periods: 0, notice_days: 0 } })
    })

    it("SEAT-9: a seated member sees what they hold, and changes nothing of it", async () => {
      const { bob } = family
      const own = await seen(bob)
      expect(own.seats.map(({ id }: Json) => id)).toEqual([seat(2)])
      expect(await seen(bob, "&role=mine")).toBeDefined()
      expect(await seen(bob, "&role=managed")).toBeUndefined()
      expect(await call(bob, `/seats/${seat(2)}/hold`, { starts_on: "2027-03-01" })).toMatchObject({
        ...{ status: 403, code: "not_your_seat" },
      })
      expect(await call(bob, `/seats/${seat(4)}/cancel`, { way: { at: "now" } })).toMatchObject({
        status: 404,
      })
      expect(await call(bob, "/cancel", { way: { at: "now" } })).toMatchObject({ status: 403 })
    })

    it("SEAT-4: a member takes the dues of their own seat upon themselves; nobody is made to pay", async () => {
      const { bob, jane } = family
      expect((await call(bob, `/seats/${seat(2)}/payer`)).status).toBe(200)
      expect(
        await call(jane, `/seats/${seat(2)}/payer`, { payer_customer_id: bob.customer.id })
      ).toMatchObject({
        code: "invalid_request",
      })
      const { membership } = (await api.get(`/admin/memberships/${sold.id}`, family.shop.admin)).data
      expect(membership.seats[1].payer_customer_id).toBe(bob.customer.id)
      // Who buys and manages can take it back.
      expect((await call(jane, `/seats/${seat(2)}/payer`)).status).toBe(200)
    })

    it("PEOPLE-2, SEAT-9: another guardian manages the family's membership, and no more once they have left", async () => {
      const { bob, members, household_id } = family
      const household = `/admin/households/${household_id}`
      await staff(household, { guardian_ids: [members.jane, members.bob] })
      expect((await seen(bob, "&role=managed")).seats).toHaveLength(5)
      expect((await call(bob, `/seats/${seat(5)}/assign`, { member_id: members.tom })).status).toBe(200)
      await staff(household, { guardian_ids: [members.jane] })
      await staff(`/admin/members/${members.bob}`, { household_id: null })
      expect((await seen(bob)).seats.map(({ id }: Json) => id)).toEqual([seat(2)])
      expect(await call(bob, `/seats/${seat(5)}/unassign`)).toMatchObject({ status: 404 })
      expect(await call(bob, `/seats/${seat(2)}/unassign`)).toMatchObject({ status: 403 })
      await staff(`/admin/members/${members.bob}`, { household_id })
    })

    it("PEOPLE-6: a stranger finds nothing, and learns nothing of what there is", async () => {
      const { stranger } = family
      expect(await seen(stranger)).toBeUndefined()
      const paths = ["", "/options"].map((path) => `/store/memberships/${sold.id}${path}`)
      for (const path of paths)
        expect((await answerOf(api.get(path, { headers: stranger.headers }))).status).toBe(404)
      const bodies = {
        hold: { starts_on: "2027-03-01" },
        cancel: { way: { at: "now" } },
        uncancel: {},
        resume: {},
      }
      for (const [verb, body] of Object.entries(bodies)) {
        const theirs = await call(stranger, `/${verb}`, body)
        expect({ verb, ...theirs }).toMatchObject({ verb, status: 404, code: "not_found" })
        const none = await answerOf(
          api.post(`/store/memberships/mship_none/${verb}`, body, { headers: stranger.headers })
        )
        expect({ ...none.data, message: "" }).toEqual({
          ...theirs.data,
          message: "",
          details: none.data.details,
        })
      }
      expect(await call(stranger, `/seats/${seat(5)}/payer`)).toMatchObject({ status: 404 })
    })
  },
})

const NO_LIMITS = {
  ...{ allowed: true, fees: [], min_days: null, max_days: null, max_days_a_year: null, notice_days: 0 },
  ...{ effect: "skip_dues", reprice_remaining: false },
}
