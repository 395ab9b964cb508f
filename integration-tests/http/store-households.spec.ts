import {
  answerOf,
  createShop,
  type Customer,
  type Headers,
  type Json,
  type Shop,
  signUp,
} from "../support/shop"
import { studioTests } from "../support/studio-tests"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let ann: Customer
    let bob: Customer
    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      ann = await signUp(api, shop.store, "ann@example.test")
      bob = await signUp(api, shop.store, "bob@example.test")
    })

    const post = async (path: string, body: Json, who: Headers) => answerOf(api.post(path, body, who))
    const get = async (path: string, who: Headers) => answerOf(api.get(path, who))
    const kid = { first_name: "Kid", date_of_birth: "2019-05-06" }

    it("PEOPLE-2: the first dependent makes the customer's own member and household", async () => {
      expect((await get("/store/members", ann)).data).toMatchObject({ members: [], count: 0 })
      expect((await get("/store/households/mine", ann)).status).toBe(404)
      const { data, status } = await post("/store/members", kid, ann)
      expect(status).toBe(200)
      expect(data.member).toMatchObject({ ...kid, is_guardian: false })
      expect(Object.keys(data.member)).not.toEqual(expect.arrayContaining(["notes"]))
      const { household } = (await get("/store/households/mine", ann)).data
      expect(household).toMatchObject({ name: "Doe" })
      const rows = household.members.map((row: Json) => [row.first_name, row.is_guardian])
      expect(rows.sort()).toEqual([
        ["Jane", true],
        ["Kid", false],
      ])
      const changed = await post(`/store/members/${data.member.id}`, { last_name: "Doe" }, ann)
      expect(changed.data.member).toMatchObject({ last_name: "Doe", date_of_birth: "2019-05-06" })
      const again = await post("/store/members", { first_name: "Kim" }, ann)
      expect(again.data.member.household_id).toBe(household.id)
      expect((await get("/store/members", ann)).data.count).toBe(3)
    })

    it("PEOPLE-6: a customer sees and changes only their own household; another's id answers 404", async () => {
      const { member } = (await post("/store/members", kid, ann)).data
      await post("/store/members", { first_name: "Ben" }, bob)
      const { members } = (await get("/store/members", bob)).data
      expect(members.map((row: Json) => row.first_name).sort()).toEqual(["Ben", "Jane"])
      const stolen = await post(`/store/members/${member.id}`, { first_name: "Mine" }, bob)
      expect({ status: stolen.status, code: stolen.data.code }).toEqual({ status: 404, code: "not_found" })
      for (const path of ["/store/members", "/store/households/mine"]) {
        expect((await get(path, shop.store)).status).toBe(401)
      }
    })

    it("PEOPLE-6: a date of birth goes to guardians only, and only they may add or change", async () => {
      const { member } = (await post("/store/members", kid, ann)).data
      const mod = getContainer().resolve("membership")
      const { id: customer_id, email } = bob.customer
      const actor = { type: "system", id: null } as const
      const names = { first_name: "Bob", last_name: null, phone: null }
      const id = await mod.ensureMemberOfCustomer({ customer_id, email, ...names, actor })
      await mod.updateMember({ id, household_id: member.household_id, date_of_birth: "2010-01-01", actor })
      const seen = (await get("/store/members?fields=first_name,date_of_birth", bob)).data.members
      expect(seen.map((row: Json) => row.first_name).sort()).toEqual(["Bob", "Jane", "Kid"])
      const mine = (await get("/store/households/mine", bob)).data
      expect(mine.household.members).toHaveLength(3)
      expect(JSON.stringify([seen, mine])).not.toMatch(/date_of_birth|2019|2010/)
      expect(JSON.stringify((await get("/store/members", ann)).data)).toContain("2010-01-01")
      expect((await post("/store/members", kid, bob)).data.code).toBe("not_eligible")
      expect((await post(`/store/members/${member.id}`, { first_name: "X" }, bob)).status).toBe(404)
      await mod.updateMember({ id, household_id: null, actor })
      // A former member of the household sees nothing of it any more.
      const after = (await get("/store/members", bob)).data.members
      expect(after.map((row: Json) => row.id)).toEqual([id])
    })

    it.each([
      ["customer_id", "cus_1"],
      ["household_id", "mhous_1"],
      ["is_guardian", true],
      ["notes", "x"],
      ["move", true],
      ["actor", { type: "user", id: "user_1" }],
    ])("SAFE-1: a client cannot say %s", async (field, value) => {
      const { status, data } = await post("/store/members", { ...kid, [field]: value }, ann)
      expect({ status, fields: data.details.problems.map((problem: Json) => problem.field) }).toEqual({
        status: 400,
        fields: [field],
      })
    })

    it.each([
      "/store/members?fields=%2Bnotes",
      "/store/members?fields=*household",
      "/store/members?fields=*customer",
      "/store/members?fields=household.members.notes",
      "/store/members?with_deleted=true",
      "/store/members?order=date_of_birth",
      "/store/households/mine?fields=*members",
      "/store/households/mine?fields=members.notes",
    ])("PEOPLE-6: %s brings nothing that is not for customers", async (path) => {
      await post("/store/members", kid, ann)
      const { status, data } = await get(path, ann)
      expect(
        status === 400 ||
          !/notes|customer|"household"|created_at/.test(
            JSON.stringify(data.members ?? data.household.members)
          )
      ).toBe(true)
    })
  },
})
