import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { completeByWebhook, createCart, eventually } from "../support/sales"
import { createFamily, type Family } from "../support/seats"
import { answerOf, type Json, payAndComplete } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const CLIENTS = 8
const times = <T>(run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_unused, index) => run(index)))

/** Several people at the same seats at once. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    let sold: Json
    let first: Json
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
      first = await family.sell()
    })
    // A test that sells once more does so for itself.
    beforeEach(() => {
      sold = first
    })

    const seat = (position: number): string => sold.seats[position - 1].id
    const call = async (path: string, body: Json) => {
      const { status, data } = await answerOf(
        api.post(`/admin/memberships/${sold.id}${path}`, body, family.shop.admin)
      )
      return { status, code: data.code as string | undefined }
    }
    const read = async (): Promise<Json> =>
      (await api.get(`/admin/memberships/${sold.id}`, family.shop.admin)).data.membership
    const holdersOf = ({ seats }: Json): (string | null)[] =>
      seats.map(
        ({ holders }: Json) => holders.find((each: Json) => each.held_until === null)?.member.id ?? null
      )
    const children = async (): Promise<string[]> =>
      times(async (index) => {
        const body = {
          first_name: `Child ${index}`,
          date_of_birth: "2019-01-01",
          household_id: family.household_id,
        }
        return (await api.post("/admin/members", body, family.shop.admin)).data.member.id as string
      })

    it("SEAT-11: many give one seat away at once: exactly one wins, the others are told that it is taken", async () => {
      const ids = await children()
      const answers = await times((index) => call(`/seats/${seat(5)}/assign`, { member_id: ids[index] }))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const others = answers.filter(({ status }) => status !== 200)
      expect(new Set(others.map(({ code }) => code))).toEqual(new Set(["seat_taken"]))
    })

    it("negative control: assignments that name who gives way one after the other all win", async () => {
      const ids = await children()
      let replaces_member_id: string | null = null
      for (const member_id of ids) {
        const { status } = await call(`/seats/${seat(5)}/assign`, { member_id, replaces_member_id })
        expect(status).toBe(200)
        replaces_member_id = member_id
      }
    })

    it("SEAT-2, SEAT-11: one child put on two seats at once sits on one", async () => {
      sold = await family.sell({ counts: [1, 1, 0, 4], member_ids: [] })
      const [child] = await children()
      await Promise.all([3, 4, 5, 6].map((at) => call(`/seats/${seat(at)}/assign`, { member_id: child })))
      expect(holdersOf(await read()).filter((id) => id === child)).toHaveLength(1)
    })

    it("SEAT-11: a hold and a cancellation at once leave no hold beyond the end", async () => {
      const path = `/seats/${seat(5)}`
      await Promise.all([
        call(`${path}/hold`, { starts_on: "2027-02-20", resumes_on: "2027-06-01" }),
        call(`${path}/cancel`, { way: { at: "renewal" } }),
      ])
      const { canceled_on, holds } = (await read()).seats[4]
      expect(canceled_on).toBe("2027-03-10")
      for (const { resumes_on } of holds as Json[]) expect(resumes_on <= canceled_on).toBe(true)
    })

    it("HOLD-7: many overlapping holds at once: one is there", async () => {
      const answers = await times((index) =>
        call(`/seats/${seat(1)}/hold`, { starts_on: `2027-03-0${index + 1}`, resumes_on: "2027-04-01" })
      )
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(new Set(answers.filter(({ status }) => status !== 200).map(({ code }) => code))).toEqual(
        new Set(["hold_overlaps"])
      )
      expect((await read()).seats[0].holds).toHaveLength(1)
    })

    it("SEAT-7, SEAT-11: a reorder against an assignment loses or doubles nobody", async () => {
      const [child] = await children()
      const order = [
        { seat_id: seat(4), member_id: null },
        { seat_id: seat(5), member_id: family.members.kim },
      ]
      const [moved, assigned] = await Promise.all([
        call("/reorder", { order }),
        call(`/seats/${seat(5)}/assign`, { member_id: child }),
      ])
      expect([moved.status, assigned.status].sort()).toEqual([200, 409])
      const holders = holdersOf(await read()).filter(Boolean)
      expect(holders).toContain(family.members.kim)
      expect(new Set(holders).size).toBe(holders.length)
    })

    describe("the last row of the chart", () => {
      const seniors = () => family.plan.rows.find(({ label }) => label === "Senior")!.classification_id
      /** Carts of two who were both offered the one row for a senior that is left. */
      const twoCarts = async (): Promise<string[]> => {
        sold = await family.sell({ counts: [1, 1], member_ids: [] })
        return Promise.all(
          [1, 2].map(async () => {
            const cart = await createCart(getContainer(), family.shop, {
              customer_id: family.jane.customer.id,
            })
            const wish = { cart_id: cart.id, seats: [{ classification_id: seniors(), count: 1 }] }
            await api.post(`/store/memberships/${sold.id}/seats`, wish, { headers: family.jane.headers })
            return cart.id as string
          })
        )
      }
      const added = async (): Promise<Json[]> => (await read()).seats.slice(2)

      it("SEAT-8, SEAT-11: two who pay for the last row at once: one gets it, the other is told before money moves", async () => {
        const answers = await Promise.all(
          (await twoCarts()).map((id) => answerOf(payAndComplete(api, family.jane, id)))
        )
        expect(answers.map(({ data }) => data.code ?? data.type).sort()).toEqual(["order", "seat_taken"])
        await eventually(async () => {
          expect(await added()).toHaveLength(1)
        })
      })

      it("negative control: past the checks both are charged; one gets the row, and staff are told of the other", async () => {
        const carts = await twoCarts()
        const orders = await Promise.all(carts.map((id) => completeByWebhook(getContainer(), id)))
        await eventually(async () => {
          const { membership_sale_issues } = (
            await api.get("/admin/membership-sale-issues?order=-created_at", family.shop.admin)
          ).data
          const issues = membership_sale_issues.filter(({ order_id }: Json) => orders.includes(order_id))
          expect(issues).toMatchObject([{ code: "seats_above_limit", details: { membership_id: sold.id } }])
          expect(await added()).toHaveLength(1)
        })
        expect((await read()).status).toBe("active")
      })
    })

    it("SEAT-6: a verb on 200 seats asks the database as often as one on two (at most 1.5 times)", async () => {
      const count = async (seats: number): Promise<number> => {
        sold = await family.sell({ counts: [1, 1, 0, seats - 2], member_ids: [] })
        const database = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
        const module = getContainer().resolve("membership")
        const statements: string[] = []
        const heard = ({ sql }: { sql: string }) => statements.push(sql)
        const { rows } = await database.raw("select pg_current_xact_id_if_assigned()")
        expect(rows).toHaveLength(1)
        database.client.on("query", heard)
        await module.changeSeats({
          membership_id: sold.id,
          verb: {
            ...{
              verb: "hold",
              seat_id: null,
              starts_on: "2027-03-01",
              resumes_on: "2027-04-01",
              kind: "hold",
            },
            ...{ fee: null, merge: false, reason: null },
          },
          asker: { type: "staff", reason: null },
          actor: { type: "system", id: null },
          preview: false,
        })
        database.client.removeListener("query", heard)
        return statements.length
      }
      const two = await count(2)
      const many = await count(200)
      console.info(`Holding a whole membership: ${two} statements for 2 seats, ${many} for 200.`)
      expect(two).toBeGreaterThan(3)
      expect(many).toBeLessThanOrEqual(1.5 * two)
    })
  },
})
