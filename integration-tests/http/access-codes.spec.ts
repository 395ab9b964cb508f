import type { DomainError } from "../../src/domain/errors"
import { MEMBERSHIP_MODULE } from "../../src/modules/membership"
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
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let shop: Shop
    let jane: Customer
    let bob: Customer
    let members: Record<"jane" | "bob" | "kim" | "stranger", string>
    const NOON = "2027-01-01T12:00:00.000Z"

    beforeAll(async () => {
      shop = await createShop(api, getContainer())
      jane = await signUp(api, shop.store, "jane@example.test")
      bob = await signUp(api, shop.store, "bob@example.test")
      const member = async (body: Json): Promise<string> =>
        (await post("/admin/members", body)).data.member.id
      members = {
        jane: await member({ first_name: "Jane", customer_id: jane.customer.id }),
        bob: await member({ first_name: "Bob", customer_id: bob.customer.id }),
        kim: await member({ first_name: "Kim" }),
        stranger: await member({ first_name: "Someone" }),
      }
      await post("/admin/households", {
        ...{ name: "Doe", guardian_ids: [members.jane], member_ids: [members.bob, members.kim] },
      })
    })
    beforeEach(async () => clock(NOON))

    const post = (path: string, body: Json = {}, who: Headers = shop.admin) =>
      answerOf(api.post(path, body, who))
    const clock = (now: string) => post("/admin/studio-clock", { now, run: false })
    const codesOf = (member_id: string) => `/admin/members/${member_id}/access-codes`
    const shown = async (member_id: string): Promise<string> =>
      (await api.get(`/admin/members/${member_id}/check-in-code`, shop.admin)).data.code
    const membership = () => getContainer().resolve(MEMBERSHIP_MODULE)
    const resolve = (code: string) =>
      membership()
        .resolveAccessCode({ code })
        .catch((refused: unknown) => (refused as DomainError).code)

    it("ACCESS-7, TIME-5: a code is the member's for its half minute, the one before and the one after", async () => {
      const { data } = await api.get(`/admin/members/${members.kim}/check-in-code`, shop.admin)
      expect(data.valid_until).toBe("2027-01-01T12:00:30.000Z")
      for (const [now, expected] of [
        [NOON, members.kim],
        ["2027-01-01T11:59:30.000Z", members.kim],
        ["2027-01-01T12:00:59.000Z", members.kim],
        ["2027-01-01T12:01:00.000Z", "code_expired"],
        ["2027-01-01T11:59:29.000Z", "code_expired"],
      ] as const) {
        await clock(now)
        expect([now, await resolve(data.code)]).toEqual([now, expected])
      }
      await clock(NOON)
      expect(await resolve(` ${data.code}\n`)).toBe(members.kim)
    })

    it("ACCESS-7: what is no code of anybody is unknown, and nothing else is told", async () => {
      const code = await shown(members.kim)
      const of_other = await shown(members.stranger)
      const mac = of_other.split(".").at(-1)!
      const forged = [...code.split(".").slice(0, -1), mac].join(".")
      for (const text of ["", "none", "MR1.", forged, code.slice(0, -1), code.toLowerCase()])
        expect([text, await resolve(text)]).toEqual([text, "code_unknown"])
    })

    it("two first showings at once make one secret", async () => {
      const id = (await post("/admin/members", { first_name: "Twice" })).data.member.id
      const codes = await Promise.all([1, 2, 3, 4].map(() => shown(id)))
      expect(new Set(codes).size).toBe(1)
      const { access_codes } = (await api.get(codesOf(id), shop.admin)).data
      expect(access_codes).toHaveLength(1)
    })

    it("a new secret stops the codes before", async () => {
      const before = await shown(members.kim)
      const { data, status } = await post(codesOf(members.kim), { kind: "rotating" })
      expect([status, data.access_code.kind, data.access_code.revoked_at]).toEqual([200, "rotating", null])
      expect(await resolve(before)).toBe("code_revoked")
      expect(await resolve(await shown(members.kim))).toBe(members.kim)
    })

    it("a card is one member's; once revoked it may be given to another", async () => {
      const card = { kind: "card", code: " 04:A2:19 ", label: "Blue" }
      const { access_code } = (await post(codesOf(members.kim), card)).data
      expect(access_code).toMatchObject({
        member_id: members.kim,
        kind: "card",
        label: "Blue",
        revoked_at: null,
      })
      expect(await resolve("04:A2:19")).toBe(members.kim)
      const taken = await post(codesOf(members.stranger), { kind: "card", code: "04:A2:19" })
      expect([taken.status, taken.data.code, taken.data.details.field]).toEqual([409, "conflict", "code"])
      const path = `${codesOf(members.kim)}/${access_code.id}`
      const elsewhere = `${codesOf(members.stranger)}/${access_code.id}`
      expect((await answerOf(api.delete(elsewhere, shop.admin))).status).toBe(404)
      expect((await api.delete(path, shop.admin)).data).toMatchObject({ id: access_code.id, deleted: true })
      expect(await resolve("04:A2:19")).toBe("code_revoked")
      await post(codesOf(members.stranger), { kind: "card", code: "04:A2:19" })
      expect(await resolve("04:A2:19")).toBe(members.stranger)
    })

    it("SAFE-1: bad input is refused by field", async () => {
      const none = await post(codesOf("mmemb_none"), { kind: "card", code: "1" })
      expect([none.status, none.data.code]).toEqual([404, "not_found"])
      const blank = await post(codesOf(members.kim), { kind: "card", code: " " })
      expect([blank.status, blank.data.details.problems[0].field]).toEqual([400, "code"])
      const odd = await post(codesOf(members.kim), { kind: "rotating", secret: "A" })
      expect([odd.status, odd.data.details.problems[0].field]).toEqual([400, "secret"])
      const shown_code = await shown(members.kim)
      const rotating = await post(codesOf(members.kim), { kind: "card", code: shown_code })
      expect([rotating.status, rotating.data.details.field]).toEqual([409, "code"])
    })

    it("what opens the door leaves by no route, and not by the audit trail", async () => {
      await post(codesOf(members.bob), { kind: "card", code: "card-of-bob" })
      await shown(members.bob)
      const rows = await membership().listMembershipAccessCodes({ member_id: members.bob })
      const secrets = rows.flatMap(({ secret, code_hash }) => [secret, code_hash]).filter(Boolean) as string[]
      expect(secrets).toHaveLength(2)
      const answers = [
        await answerOf(api.get(`${codesOf(members.bob)}?fields=id,secret,code_hash`, shop.admin)),
        await answerOf(api.get(`${codesOf(members.bob)}?fields=*`, shop.admin)),
        await answerOf(api.get(codesOf(members.bob), shop.admin)),
        await answerOf(api.get("/admin/membership-audit-entries?limit=200", shop.admin)),
      ]
      const told = JSON.stringify(answers.map(({ data }) => data))
      for (const secret of [...secrets, "card-of-bob"]) expect(told).not.toContain(secret)
    })

    it("PEOPLE-6: customers show their own code, guardians those of the household, nobody another's", async () => {
      const get = async (id: string, who: Customer) => {
        const { status, data } = await answerOf(api.get(`/store/members/${id}/check-in-code`, who))
        return status === 200 ? resolve(data.code) : status
      }
      expect(await get(members.jane, jane)).toBe(members.jane)
      expect(await get(members.kim, jane)).toBe(members.kim)
      expect(await get(members.bob, bob)).toBe(members.bob)
      expect(await get(members.kim, bob)).toBe(404)
      expect(await get(members.stranger, jane)).toBe(404)
      const before = (await api.get(`/store/members/${members.bob}/check-in-code`, bob)).data.code
      const renewed = await post(`/store/members/${members.bob}/check-in-code/renew`, {}, bob)
      expect(await resolve(renewed.data.code)).toBe(members.bob)
      expect(await resolve(before)).toBe("code_revoked")
      const foreign = await post(`/store/members/${members.jane}/check-in-code/renew`, {}, bob)
      expect(foreign.status).toBe(404)
    })

    it("PEOPLE-6: the codes of a member who is deleted are nobody's, and blank", async () => {
      const id = (await post("/admin/members", { first_name: "Gone" })).data.member.id
      await post(codesOf(id), { kind: "card", code: "gone", label: "Gone's card" })
      const code = await shown(id)
      await api.delete(`/admin/members/${id}`, shop.admin)
      expect([await resolve(code), await resolve("gone")]).toEqual(["code_unknown", "code_unknown"])
      const rows = await membership().listMembershipAccessCodes({ member_id: id })
      expect(rows).toHaveLength(2)
      for (const row of rows) {
        expect(row).toMatchObject({ secret: null, code_hash: null, label: null })
        expect(row.revoked_at).not.toBeNull()
      }
      expect((await answerOf(api.get(`/admin/members/${id}/check-in-code`, shop.admin))).status).toBe(404)
    })
  },
})
