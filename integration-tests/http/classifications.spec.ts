import { answerOf, createAdmin, type Headers, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const PATH = "/admin/membership-classifications"

studioTests({
  testSuite: ({ api, getContainer }) => {
    let admin: Headers
    beforeAll(async () => {
      admin = await createAdmin(getContainer())
    })

    const create = async (body: Json) => answerOf(api.post(PATH, body, admin))

    it("PEOPLE-3: a classification needs only a name", async () => {
      const { data, status } = await create({ name: "Adult" })
      expect(status).toBe(200)
      expect(data.membership_classification).toMatchObject({
        name: "Adult",
        min_age: null,
        requires_proof: false,
      })
      const list = (await api.get(`${PATH}?q=adu&fields=id,name`, admin)).data
      expect(list).toMatchObject({ count: 1, offset: 0, membership_classifications: [{ name: "Adult" }] })
    })

    it("PEOPLE-3: its name is unique, and the refusal names the field", async () => {
      await create({ name: "Child", max_age: 17 })
      const { status, data } = await create({ name: "Child" })
      expect({ status, code: data.code, field: data.details.field }).toEqual({
        status: 409,
        code: "name_taken",
        field: "name",
      })
    })

    it("PEOPLE-3: a minimum age above the maximum is refused, on create and on update", async () => {
      expect((await create({ name: "Odd", min_age: 9, max_age: 5 })).status).toBe(400)
      const { id } = (await create({ name: "Kids", min_age: 3 })).data.membership_classification
      expect((await answerOf(api.post(`${PATH}/${id}`, { max_age: 2 }, admin))).status).toBe(400)
    })

    it("SAFE-1: bad input gets every wrong field named at once", async () => {
      const { status, data } = await create({ min_age: -1, colour: "red" })
      expect(status).toBe(400)
      expect(data).toMatchObject({ type: "invalid_data", code: "invalid_request" })
      expect(data.details.problems.map((problem: Json) => problem.field).sort()).toEqual([
        "colour",
        "min_age",
        "name",
      ])
    })

    it("SAFE-2: who changed what is in the audit trail", async () => {
      const { id } = (await create({ name: "Senior", min_age: 65 })).data.membership_classification
      await api.post(`${PATH}/${id}`, { min_age: 60 }, admin)
      await api.delete(`${PATH}/${id}`, admin)
      const entries = await getContainer()
        .resolve("membership")
        .listMembershipAuditEntries({ subject_id: id })
      expect(entries.map((entry) => [entry.action, entry.actor_type])).toEqual([
        ["create-classification", "user"],
        ["update-classification", "user"],
        ["delete-classification", "user"],
      ])
    })

    it("an Idempotency-Key replays the first answer, and refuses another body", async () => {
      const keyed = { headers: { ...admin.headers, "Idempotency-Key": "one" } }
      const first = await api.post(PATH, { name: "Student" }, keyed)
      const again = await api.post(PATH, { name: "Student" }, keyed)
      expect(again.data).toEqual(first.data)
      expect(again.headers["idempotent-replayed"]).toBe("true")
      const other = await answerOf(api.post(PATH, { name: "Teacher" }, keyed))
      expect({ status: other.status, code: other.data.code }).toEqual({
        status: 422,
        code: "idempotency_key_reused",
      })
    })

    it("answers 401 to a stranger and 404 for an unknown id", async () => {
      expect((await answerOf(api.get(PATH))).status).toBe(401)
      const { status, data } = await answerOf(api.get(`${PATH}/mclas_none`, admin))
      expect({ status, code: data.code }).toEqual({ status: 404, code: "not_found" })
    })
  },
})
