import { Modules } from "@medusajs/framework/utils"
import { answerOf, createAdmin, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

// The runner reads medusa-config.ts before it applies its `env`.
Object.assign(process.env, { STUDIO_CLOCK: "adjustable" })

studioTests({
  testSuite: ({ api, getContainer }) => {
    let admin: Headers
    beforeAll(async () => {
      admin = await createAdmin(getContainer())
      await post("/admin/studio-clock", { now: "2027-03-01T12:00:00Z", run: false })
    })

    const post = async (path: string, body: Json = {}) => answerOf(api.post(path, body, admin))
    const get = async (path: string): Promise<Json> => (await api.get(path, admin)).data
    const refusal = ({ status, data }: Json) => ({ status, code: data.code, field: data.details?.field })
    const member = async (body: Json): Promise<Json> => (await post("/admin/members", body)).data.member
    const customer = async (email: string): Promise<Json> =>
      getContainer().resolve(Modules.CUSTOMER).createCustomers({ email, first_name: "Ann" })
    const guardian = async (first_name: string): Promise<Json> => {
      const { id: customer_id } = await customer(`${first_name.toLowerCase()}@example.test`)
      return member({ first_name, customer_id })
    }

    describe("members", () => {
      it("PEOPLE-1: a member needs a first name only, and is found by name, e-mail and phone", async () => {
        expect((await post("/admin/members", {})).data.details.problems).toEqual([
          expect.objectContaining({ field: "first_name" }),
        ])
        const ann = await member({
          first_name: "Ann",
          last_name: "Lee",
          email: "ANN@Example.test",
          phone: "+49 123",
        })
        await member({ first_name: "Bob" })
        expect(ann).toMatchObject({ email: "ann@example.test", date_of_birth: null, is_guardian: false })
        for (const q of ["ann", "lee", "example.test", "123"]) {
          expect((await get(`/admin/members?q=${q}&fields=id`)).members).toEqual([{ id: ann.id }])
        }
        const { members } = await get("/admin/members?fields=first_name")
        expect(members.map((row: Json) => row.first_name)).toEqual(["Bob", "Ann"])
      })

      it("PEOPLE-1: every word of a search stands somewhere; customers and others are told apart", async () => {
        const ann = await member({ first_name: "Ann", last_name: "Lee", phone: "+49 123" })
        await member({ first_name: "Ann", last_name: "Ray" })
        const found = async (query: string) =>
          (await get(`/admin/members?${query}&fields=id`)).members.map((row: Json) => row.id)
        expect(await found("q=lee%20ann")).toEqual([ann.id])
        expect(await found("q=%20ann%20%20123")).toEqual([ann.id])
        expect(await found("q=ann%20none")).toEqual([])
        expect(await found("q=a%25n")).toEqual([])
        const cleo = await guardian("Cleo")
        expect(await found("is_customer=true")).toEqual([cleo.id])
        expect(await found("is_customer=false")).not.toContain(cleo.id)
        expect((await answerOf(api.get("/admin/members?is_customer=maybe", admin))).status).toBe(400)
      })

      it("PEOPLE-6: one member tells the age, the household's names and what they qualify for, not the date", async () => {
        const born = { first_name: "Kid", date_of_birth: "2019-05-06" }
        const ann = await guardian("Ann")
        const wish = { name: "Lee", guardian_ids: [ann.id], new_members: [born] }
        const { household } = (await post("/admin/households", wish)).data
        const child = (await post("/admin/membership-classifications", { name: "Child", max_age: 12 })).data
        const { membership_classification } = child
        const kid = household.members.find((row: Json) => row.id !== ann.id)
        await post(`/admin/members/${kid.id}/proofs`, { classification_id: membership_classification.id })

        const fields = "first_name,household.id,household.name,proofs.id,proofs.classification.name"
        const one = (await get(`/admin/members/${kid.id}?fields=${fields}`)).member
        expect(one).toMatchObject({
          age: 7,
          household: { id: household.id, name: "Lee" },
          proofs: [expect.objectContaining({ classification: expect.objectContaining({ name: "Child" }) })],
          classifications: [expect.objectContaining({ name: "Child", qualifies: true, reason: null })],
        })
        expect(one.household.members).toHaveLength(2)
        expect(one.household.members).toContainEqual(
          expect.objectContaining({ id: ann.id, first_name: "Ann", is_guardian: true })
        )
        expect(one.household.members).toContainEqual(
          expect.objectContaining({ id: kid.id, first_name: "Kid", is_guardian: false })
        )
        const living = (await get(`/admin/households/${household.id}`)).household
        const qualifies_for = [{ classification_id: membership_classification.id, name: "Child" }]
        expect(living.members).toContainEqual(expect.objectContaining({ id: kid.id, qualifies_for }))
        expect(living.members).toContainEqual(expect.objectContaining({ id: ann.id, qualifies_for: [] }))
        const list = await get(`/admin/members?fields=id,first_name,household.name,seats_held.held_until`)
        expect(JSON.stringify([one, living, list])).not.toMatch(/date_of_birth|2019-05-06/)
        expect((await get(`/admin/members/${ann.id}`)).member).toMatchObject({
          age: null,
          date_of_birth: null,
        })
      })

      it.each([
        ["in the future", "2027-03-02"],
        ["over 130 years ago", "1897-02-28"],
        ["on a day that no calendar has", "2019-02-30"],
      ])(
        "PEOPLE-1, TIME-5: a date of birth %s is refused on the studio's day, and not repeated",
        async (_why, day) => {
          const answer = await post("/admin/members", { first_name: "Kid", date_of_birth: day })
          expect(refusal(answer)).toEqual({
            status: 400,
            code: "date_of_birth_invalid",
            field: "date_of_birth",
          })
          expect(JSON.stringify(answer.data)).not.toContain(day)
        }
      )

      it("PEOPLE-1: today and 130 years ago are taken", async () => {
        for (const date_of_birth of ["2027-03-01", "1897-03-01"]) {
          expect(await member({ first_name: "Kid", date_of_birth })).toMatchObject({ date_of_birth })
        }
      })

      it("PEOPLE-2: a customer exists and has one member; its fields can be selected", async () => {
        const jane = await customer("jane@example.test")
        expect(refusal(await post("/admin/members", { first_name: "X", customer_id: "cus_none" }))).toEqual({
          status: 404,
          code: "not_found",
          field: "customer_id",
        })
        const { id } = await member({ first_name: "Jane", customer_id: jane.id })
        const taken = { status: 409, code: "conflict", field: "customer_id" }
        expect(refusal(await post("/admin/members", { first_name: "Jim", customer_id: jane.id }))).toEqual(
          taken
        )
        const jim = await member({ first_name: "Jim" })
        expect(refusal(await post(`/admin/members/${jim.id}`, { customer_id: jane.id }))).toEqual(taken)
        const found = await get(`/admin/members?customer_id=${jane.id}&fields=id,customer.email`)
        expect(found.members).toEqual([
          expect.objectContaining({ id, customer: expect.objectContaining({ email: jane.email }) }),
        ])
      })

      it("PEOPLE-6, SAFE-2: the audit trail tells who changed what, never a date of birth", async () => {
        const { id } = await member({ first_name: "Kid", date_of_birth: "2019-05-06" })
        await post(`/admin/members/${id}`, { date_of_birth: "2019-05-07", notes: "Allergic to nuts" })
        await api.delete(`/admin/members/${id}`, admin)
        expect((await answerOf(api.get(`/admin/members/${id}`, admin))).status).toBe(404)
        const { membership_audit_entries: entries } = await get(
          `/admin/membership-audit-entries?subject_id=${id}`
        )
        expect(entries.map((entry: Json) => entry.action)).toEqual([
          "delete-member",
          "update-member",
          "create-member",
        ])
        expect(entries[1]).toMatchObject({
          at: "2027-03-01T12:00:00.000Z",
          changes: { date_of_birth: "changed" },
        })
        expect(JSON.stringify(entries)).not.toContain("2019-05")
        const byAction = await get("/admin/membership-audit-entries?action=create-member&subject_type=member")
        expect(byAction).toMatchObject({ count: 1 })
      })
    })

    describe("proofs and classifications", () => {
      const classification = async (body: Json): Promise<Json> =>
        (await post("/admin/membership-classifications", body)).data.membership_classification

      it("PEOPLE-3: staff record a proof with an optional expiry, and take it back", async () => {
        const { id: classification_id } = await classification({ name: "Military", requires_proof: true })
        const { id } = await member({ first_name: "Max" })
        const path = `/admin/members/${id}/proofs`
        expect(refusal(await post(path, { classification_id: "none" }))).toMatchObject({
          code: "classification_unknown",
        })
        expect(refusal(await post(path, { classification_id, expires_on: "2027-02-30" }))).toEqual({
          status: 400,
          code: "date_invalid",
          field: "expires_on",
        })
        const { proof } = (await post(path, { classification_id, note: "ID card", expires_on: "2027-03-31" }))
          .data
        expect(proof).toMatchObject({ expires_on: "2027-03-31", classification: { name: "Military" } })
        expect((await get(path)).proofs).toHaveLength(1)
        const other = await member({ first_name: "Moe" })
        const stranger = api.delete(`/admin/members/${other.id}/proofs/${proof.id}`, admin)
        expect((await answerOf(stranger)).status).toBe(404)
        await api.delete(`${path}/${proof.id}`, admin)
        expect((await get(path)).proofs).toHaveLength(0)
      })

      it("PEOPLE-4, PEOPLE-5: tells what a member qualifies for today, why not, and until when", async () => {
        await classification({ name: "Adult", min_age: 18 })
        const child = await classification({ name: "Child", max_age: 17 })
        const student = await classification({ name: "Student", requires_proof: true })
        const { id } = await member({ first_name: "Leap", date_of_birth: "2012-02-29" })
        const proof = { classification_id: student.id, expires_on: "2027-06-30" }
        await post(`/admin/members/${id}/proofs`, proof)
        const { classifications } = await get(`/admin/members/${id}/classifications`)
        expect(classifications).toEqual([
          expect.objectContaining({
            name: "Adult",
            qualifies: false,
            reason: "too_young",
            stops_qualifying_on: null,
          }),
          expect.objectContaining({
            classification_id: child.id,
            qualifies: true,
            stops_qualifying_on: "2030-03-01",
          }),
          expect.objectContaining({ name: "Student", qualifies: true, stops_qualifying_on: "2027-07-01" }),
        ])
        const [, , unknown] = (
          await get(`/admin/members/${(await member({ first_name: "X" })).id}/classifications`)
        ).classifications
        expect(unknown).toMatchObject({ qualifies: false, reason: "proof_missing" })
      })
    })

    describe("households", () => {
      it("PEOPLE-2: a household has a guardian who is a customer", async () => {
        const kid = await member({ first_name: "Kid" })
        const needsGuardian = { status: 400, code: "household_needs_guardian", field: "guardian_ids" }
        expect(refusal(await post("/admin/households", { name: "H", guardian_ids: [] }))).toEqual(
          needsGuardian
        )
        expect(refusal(await post("/admin/households", { name: "H", guardian_ids: [kid.id] }))).toEqual(
          needsGuardian
        )
        const ann = await guardian("Ann")
        const wish = { name: "H", guardian_ids: [ann.id], member_ids: [kid.id] }
        const { household } = (await post("/admin/households", wish)).data
        expect(household).toMatchObject({ name: "H", guardian_ids: [ann.id] })
        expect(household.members.map((row: Json) => row.id).sort()).toEqual([ann.id, kid.id].sort())
        expect((await get(`/admin/members?household_id=${household.id}`)).count).toBe(2)
        // A guardian stays a customer.
        const unlinked = await post(`/admin/members/${ann.id}`, { customer_id: null })
        expect(unlinked.data.code).toBe("household_needs_guardian")
        // The last guardian neither is deleted nor leaves while others are left.
        const deleted = await answerOf(api.delete(`/admin/members/${ann.id}`, admin))
        expect(deleted.data.code).toBe("household_needs_guardian")
        const left = await post(`/admin/members/${ann.id}`, { household_id: null })
        expect(left.data.code).toBe("household_needs_guardian")
        const replaced = await post(`/admin/households/${household.id}`, { guardian_ids: [] })
        expect(refusal(replaced)).toEqual(needsGuardian)
      })

      it("PEOPLE-1, PEOPLE-2: people become members with their household, or nothing is made", async () => {
        const ann = await guardian("Ann")
        const wish = (date_of_birth: string, guardian_ids = [ann.id]) => ({
          name: "Lee",
          guardian_ids,
          new_members: [
            { first_name: "Mia", date_of_birth: "2019-05-06" },
            { first_name: "Ben", last_name: "Lee", date_of_birth },
          ],
        })
        expect(refusal(await post("/admin/households", wish("2027-03-02")))).toEqual({
          status: 400,
          code: "date_of_birth_invalid",
          field: "new_members.1.date_of_birth",
        })
        expect((await post("/admin/households", wish("2020-01-01", []))).data.code).toBe(
          "household_needs_guardian"
        )
        const nameless = { ...wish("2020-01-01"), new_members: [{ last_name: "Lee" }] }
        expect((await post("/admin/households", nameless)).data.details.problems).toEqual([
          expect.objectContaining({ field: "new_members.0.first_name" }),
        ])
        expect((await get("/admin/members")).count).toBe(1)

        const { household } = (await post("/admin/households", wish("2020-01-01"))).data
        expect(household.guardian_ids).toEqual([ann.id])
        const names = household.members.map((row: Json) => row.first_name).sort()
        expect(names).toEqual(["Ann", "Ben", "Mia"])
        const changed = await post(`/admin/households/${household.id}`, { new_members: [] })
        expect(changed.data.code).toBe("invalid_request")
      })

      it("PEOPLE-2: a household is found by its name and by the words of its members' names", async () => {
        const [ann, bob] = [await guardian("Ann"), await guardian("Bob")]
        const new_members = [{ first_name: "Mia", last_name: "Sorensen" }]
        const lee = (await post("/admin/households", { name: "Lee", guardian_ids: [ann.id], new_members }))
          .data
        await post("/admin/households", { name: "Ray", guardian_ids: [bob.id] })
        for (const q of ["lee", "soren", "mia%20soren", "ann%20lee"]) {
          const { households, count } = await get(`/admin/households?q=${q}`)
          expect(count).toBe(1)
          expect(households[0].id).toBe(lee.household.id)
          // The search chooses households, not whom of their members is told.
          expect(households[0].members).toHaveLength(2)
        }
        expect((await get("/admin/households?q=mia%20ray")).count).toBe(0)
      })

      it("PEOPLE-2: a member is in one household; a second one is refused by name unless they are moved", async () => {
        const [ann, bob, kid] = [
          await guardian("Ann"),
          await guardian("Bob"),
          await member({ first_name: "Kid" }),
        ]
        const wish = (guardian: Json, name: string) => ({
          name,
          guardian_ids: [guardian.id],
          member_ids: [kid.id],
        })
        const first = (await post("/admin/households", wish(ann, "Lee"))).data.household
        const second = await post("/admin/households", wish(bob, "Ray"))
        expect(refusal(second)).toEqual({ status: 409, code: "conflict", field: "member_ids" })
        expect(second.data.details.members).toEqual([
          { member_id: kid.id, name: "Kid", household_id: first.id, household_name: "Lee" },
        ])
        const moved = (await post("/admin/households", { ...wish(bob, "Ray"), move: true })).data.household
        expect((await get(`/admin/members/${kid.id}`)).member.household_id).toBe(moved.id)
        expect((await get(`/admin/households/${first.id}`)).household.guardian_ids).toEqual([ann.id])
      })

      it("PEOPLE-2: lists replace, a dissolved household leaves its members, an emptied one goes", async () => {
        const [ann, bob, kid] = [
          await guardian("Ann"),
          await guardian("Bob"),
          await member({ first_name: "Kid" }),
        ]
        const wish = { name: "Lee", guardian_ids: [ann.id], member_ids: [kid.id] }
        const { id } = (await post("/admin/households", wish)).data.household
        const both = await post(`/admin/households/${id}`, { name: "Ray", guardian_ids: [bob.id, ann.id] })
        expect(both.data.household).toMatchObject({ name: "Ray" })
        expect(both.data.household.guardian_ids.sort()).toEqual([ann.id, bob.id].sort())
        const fewer = await post(`/admin/households/${id}`, { guardian_ids: [bob.id], member_ids: [] })
        expect(fewer.data.household.members.map((row: Json) => row.id)).toEqual([bob.id])
        await post(`/admin/members/${bob.id}`, { household_id: null })
        expect((await answerOf(api.get(`/admin/households/${id}`, admin))).status).toBe(404)
        const again = (await post("/admin/households", wish)).data.household
        await api.delete(`/admin/households/${again.id}`, admin)
        expect((await get(`/admin/members/${kid.id}`)).member).toMatchObject({ household_id: null })
        expect((await get(`/admin/households?q=lee`)).count).toBe(0)
      })

      it("PEOPLE-2: a dependent is added to a household that exists", async () => {
        const ann = await guardian("Ann")
        const { id: household_id } = (
          await post("/admin/households", { name: "Lee", guardian_ids: [ann.id] })
        ).data.household
        expect(await member({ first_name: "Kid", household_id })).toMatchObject({
          household_id,
          is_guardian: false,
        })
        expect(refusal(await post("/admin/members", { first_name: "Kid", household_id: "none" }))).toEqual({
          status: 404,
          code: "not_found",
          field: "household_id",
        })
      })
    })
  },
})
