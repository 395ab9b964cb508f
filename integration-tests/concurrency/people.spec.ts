import { Modules } from "@medusajs/framework/utils"
import { answerOf, createAdmin, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const ACTOR = { type: "system", id: null } as const
const CLIENTS = 8
const times = <T>(run: (index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_unused, index) => run(index)))

studioTests({
  testSuite: ({ api, getContainer }) => {
    let admin: Headers
    beforeAll(async () => {
      admin = await createAdmin(getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const customer = async (index: number): Promise<string> => {
      const fields = { email: `c${index}@example.test`, first_name: `C${index}` }
      return (await getContainer().resolve(Modules.CUSTOMER).createCustomers(fields)).id
    }
    const guardian = async (index: number) =>
      membership().createMember({ first_name: `G${index}`, customer_id: await customer(index), actor: ACTOR })

    describe("one Idempotency-Key, many requests at once", () => {
      const send = (headers: Json) =>
        times(() =>
          answerOf(
            api.post("/admin/members", { first_name: "Twin" }, { headers: { ...admin.headers, ...headers } })
          )
        )
      const made = async () => (await api.get("/admin/members?q=Twin", admin)).data.count

      it("creates once; the others get the same answer or are told that it is under way", async () => {
        const answers = await send({ "Idempotency-Key": "one" })
        expect(await made()).toBe(1)
        const ids = new Set(
          answers.filter((answer) => answer.status === 200).map(({ data }) => data.member.id)
        )
        expect(ids.size).toBe(1)
        const others = answers.filter((answer) => answer.status !== 200)
        for (const { status, data } of others) {
          expect({ status, code: data.code }).toEqual({ status: 409, code: "idempotency_key_in_progress" })
        }
        const [replayed] = await send({ "Idempotency-Key": "one" })
        expect(replayed?.headers["idempotent-replayed"]).toBe("true")
        expect(await made()).toBe(1)
      })

      it("negative control: without the key each request creates", async () => {
        await send({})
        expect(await made()).toBe(CLIENTS)
      })
    })

    it("PEOPLE-2: one member put into many households at once lands in exactly one", async () => {
      const { id } = { id: await membership().createMember({ first_name: "Kid", actor: ACTOR }) }
      const guardians = await times(guardian)
      const answers = await times((index) =>
        answerOf(
          api.post(
            "/admin/households",
            { name: `H${index}`, guardian_ids: [guardians[index]], member_ids: [id] },
            admin
          )
        )
      )
      const statuses = answers.map((answer) => answer.status).sort()
      expect(statuses).toEqual([200, ...Array.from({ length: CLIENTS - 1 }, () => 409)])
      const winner = answers.find((answer) => answer.status === 200)?.data.household.id
      expect((await membership().retrieveMembershipMember(id)).household_id).toBe(winner)
      expect((await api.get("/admin/households", admin)).data.count).toBe(1)
    })

    it("PEOPLE-2: two guardians leaving at once leave one behind", async () => {
      const [ann, bob] = [await guardian(1), await guardian(2)]
      const kid = await membership().createMember({ first_name: "Kid", actor: ACTOR })
      const wish = { name: "H", guardian_ids: [ann, bob], member_ids: [kid], actor: ACTOR }
      const id = await membership().createHousehold(wish)
      const leave = (member: string) =>
        answerOf(api.post(`/admin/members/${member}`, { household_id: null }, admin))
      const answers = await Promise.all([leave(ann), leave(bob)])
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400])
      const left = await membership().listMembershipMembers({ household_id: id, is_guardian: true })
      expect(left).toHaveLength(1)
    })

    it("PEOPLE-2: a customer who is made a member many times at once is one member", async () => {
      const names = { first_name: "Ann", last_name: null, email: "ANN@example.test", phone: null }
      const customer_id = await customer(1)
      const ids = await times(() =>
        membership().ensureMemberOfCustomer({ customer_id, ...names, actor: ACTOR })
      )
      expect(new Set(ids).size).toBe(1)
      const entries = await membership().listMembershipAuditEntries({
        subject_id: ids[0],
        action: "create-member",
      })
      expect(entries).toHaveLength(1)
    })

    it("PEOPLE-2: a customer's first dependents at once share one household", async () => {
      const customer_id = await customer(1)
      const self = { customer_id, first_name: "Ann", last_name: "Lee", email: null, phone: null }
      const ids = await times((index) =>
        membership().addDependent({ customer: self, first_name: `Kid ${index}`, actor: ACTOR })
      )
      const members = await membership().listMembershipMembers({ id: ids })
      expect(new Set(members.map((member) => member.household_id)).size).toBe(1)
    })

    it("of many new defaults at once, one location is the default", async () => {
      const places = await times((index) =>
        getContainer()
          .resolve(Modules.STOCK_LOCATION)
          .createStockLocations({ name: `B${index}` })
      )
      await times((index) => {
        const stock_location_id = places[index]!.id
        return membership().setLocation({
          stock_location_id,
          time_zone: "UTC",
          is_default: true,
          actor: ACTOR,
        })
      })
      expect(await membership().listMembershipLocations({ is_default: true })).toHaveLength(1)
      expect(await membership().listMembershipLocations({})).toHaveLength(CLIENTS)
    })
  },
})
