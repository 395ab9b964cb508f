import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { settleJoins } from "../../src/workflows/billing/settle-joins"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import type { Visitor } from "../support/desk"
import { createJoining, type Joining } from "../support/joining"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** One person who is there twice: what the duplicate has becomes whose stays, and money is taken once. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let joining: Joining
    let people = 0
    beforeAll(async () => {
      joining = await createJoining(api, getContainer())
    })

    const membership = () => getContainer().resolve("membership")
    const admin = () => joining.desk.shop.admin
    const name = (given: string) => `${given}${(people += 1)}`
    const withAccount = (given: string, body: Json = {}) => joining.desk.person(name(given), body)
    const withCard = (given: string, card = "paid") => joining.person(name(given), card)
    const without = async (body: Json = {}): Promise<string> =>
      (await joining.desk.post("/admin/members", { first_name: name("Mia"), ...body })).member.id
    const merge = (id: string, into_member_id: string, more: Json = {}, headers: Json = {}) =>
      answerOf(
        api.post(
          `/admin/members/${id}/merge`,
          { into_member_id, ...more },
          { headers: { ...admin().headers, ...headers } }
        )
      )
    const done = async (id: string, into: string, more: Json = {}): Promise<Json> => {
      const { status, data } = await merge(id, into, more)
      expect({ status, code: data.code, details: data.details }).toEqual({ status: 200 })
      return data
    }
    const refused = async (id: string, into: string, more: Json = {}): Promise<Json> => {
      const { status, data } = await merge(id, into, more)
      return { status, code: data.code, details: data.details }
    }
    const codes = (effects: Json[]): string[] => effects.map(({ code }) => code)
    const read = async (id: string): Promise<Json> => (await joining.desk.get(`/admin/members/${id}`)).member
    const work = () => workOnCharges(getContainer())
    const chargesOf = async (membership_id: string): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { membership_id },
        { order: { period_index: "ASC" } }
      )) as Json[]
    const captures = async (): Promise<Json[]> =>
      (await listCaptures(getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION))).captures as Json[]

    describe("who they are", () => {
      it("BILL-11, SEAT-3, PEOPLE-6: the preview tells and writes nothing; then all is whose stays, and the name is gone", async () => {
        const mia = await withAccount("Mia", { last_name: "Quark", phone: "+49 555", notes: "Knee" })
        const stays = await without({ last_name: "Quark", email: "mia@example.test" })
        const sold = await joining.desk.sell(joining.own, mia)
        expect((await joining.desk.checkIn(mia)).allowed).toBe(true)
        const [held] = (await membership().listMembershipSeatHolders({ member_id: mia.member_id })) as Json[]
        const { effects } = (await merge(mia.member_id, stays, { preview: true })).data.preview
        expect(effects).toContainEqual(
          expect.objectContaining({
            ...{ code: "member_seated", membership_id: sold.id, membership_display_id: sold.display_id },
            ...{ member_id: stays, seat_label: "Member", plan_name: "Solo" },
          })
        )
        expect(codes(effects)).toEqual([
          ...["member_seated", "facts_taken", "account_taken", "visits_move", "member_merged"],
        ])
        expect(effects[1]).toEqual({ code: "facts_taken", fields: ["phone", "date_of_birth", "notes"] })
        expect((await read(mia.member_id)).phone).toBe("+49 555")
        expect((await read(stays)).phone).toBeNull()

        const answer = await done(mia.member_id, stays, { reason: "Typed twice" })
        expect(answer.effects).toEqual(effects)
        expect(answer.member).toMatchObject({
          ...{ id: stays, phone: "+49 555", email: "mia@example.test", notes: "Knee" },
          ...{ customer_id: mia.customer_id, date_of_birth: "1990-05-05" },
        })
        const gone = await answerOf(api.get(`/admin/members/${mia.member_id}`, admin()))
        expect([gone.status, gone.data.code, gone.data.details.merged_into]).toEqual([
          404,
          "not_found",
          stays,
        ])
        // The same row, with the same dates, of the one person.
        const holders = (await membership().listMembershipSeatHolders({ membership_id: sold.id })) as Json[]
        expect(
          holders.map(({ id, member_id, held_from, held_until }) => [id, member_id, held_from, held_until])
        ).toEqual([[held!.id, stays, held!.held_from, null]])
        const visits = (await joining.desk.get(`/admin/memberships/${sold.id}/visits`)).visits
        expect(visits.map(({ member_id }: Json) => member_id)).toEqual([stays])
        // The account is whose it always was.
        const own = (await api.get("/store/memberships", { headers: mia.headers })).data.memberships
        expect(own.map(({ id }: Json) => id)).toEqual([sold.id])

        const entries = (await membership().listMembershipAuditEntries({ action: "merge-members" })) as Json[]
        expect(entries.map(({ subject_id, reason }) => [subject_id, reason]).sort()).toEqual(
          [mia.member_id, stays, sold.id].map((id) => [id, "Typed twice"]).sort()
        )
        const rows = [entries, await membership().listMembershipMembers({ id: mia.member_id })]
        expect(JSON.stringify(rows)).not.toMatch(/quark|1990-05|\+49 55|knee/i)
      })

      it("BILL-11: who was merged is found where they went, also after a second merge; nobody is merged twice", async () => {
        const [first, second, third] = [await without(), await without(), await without()]
        await done(first, second)
        expect(await refused(first, third)).toMatchObject({
          code: "not_found",
          details: { merged_into: second },
        })
        await done(second, third)
        const gone = await answerOf(api.get(`/admin/members/${first}`, admin()))
        expect(gone.data.details.merged_into).toBe(third)
        expect(await refused(third, third)).toMatchObject({
          status: 409,
          details: { field: "into_member_id" },
        })
        expect(await refused(third, first)).toMatchObject({
          ...{ code: "not_found", details: { field: "into_member_id", merged_into: third } },
        })
      })

      it("BILL-11: the same key and body is answered once, and merges once", async () => {
        const [gone, stays] = [await without(), await without()]
        const key = { "Idempotency-Key": `merge ${gone}` }
        const first = await merge(gone, stays, {}, key)
        const again = await merge(gone, stays, {}, key)
        expect([first.status, again.status]).toEqual([200, 200])
        expect(again.data).toEqual(first.data)
      })

      it("BILL-11: two dates of birth have to be looked at first; the one of whoever stays wins", async () => {
        const gone = await without({ date_of_birth: "1990-01-01" })
        const stays = await without({ date_of_birth: "1960-01-01" })
        expect(codes((await merge(gone, stays, { preview: true })).data.preview.effects)).toEqual([
          ...["date_of_birth_differs", "member_merged"],
        ])
        expect(await refused(gone, stays)).toEqual({
          ...{ status: 409, code: "notices_unconfirmed" },
          details: { field: "confirmed", codes: ["date_of_birth_differs"] },
        })
        const { member } = await done(gone, stays, { confirmed: ["date_of_birth_differs"] })
        expect(member.date_of_birth).toBe("1960-01-01")
      })

      it("PEOPLE-4, ACCESS-7: proofs that last longer and cards go along; the card opens for whose stays", async () => {
        const { post } = joining.desk
        const [gone, stays] = [await withAccount("Mia"), await without()]
        await joining.desk.sell(joining.own, gone)
        const classification = async (given: string): Promise<string> =>
          (await post("/admin/membership-classifications", { name: name(given), requires_proof: true }))
            .membership_classification.id
        const [student, military] = [await classification("Student"), await classification("Military")]
        const prove = (id: string, classification_id: string, expires_on: string | null) =>
          post(`/admin/members/${id}/proofs`, { classification_id, expires_on })
        await prove(gone.member_id, student, "2027-06-01")
        await prove(stays, student, "2028-06-01")
        await prove(gone.member_id, military, null)
        await post(`/admin/members/${gone.member_id}/access-codes`, { kind: "card", code: "4711" })
        for (const id of [gone.member_id, stays])
          await post(`/admin/members/${id}/access-codes`, { kind: "rotating" })
        const { effects } = await done(gone.member_id, stays)
        expect(effects.filter(({ count }: Json) => count)).toEqual([
          { code: "proofs_move", count: 1 },
          { code: "proofs_removed", count: 1 },
          { code: "codes_move", count: 1 },
          { code: "rotating_code_revoked", count: 1 },
        ])
        const { proofs } = await joining.desk.get(`/admin/members/${stays}/proofs`)
        expect(proofs.map((each: Json) => [each.classification_id, each.expires_on]).sort()).toEqual(
          [
            [student, "2028-06-01"],
            [military, null],
          ].sort()
        )
        expect(await membership().resolveAccessCode({ code: "4711" })).toBe(stays)
        expect((await joining.desk.checkIn({ ...gone, member_id: stays })).allowed).toBe(true)
      })

      it("PEOPLE-2: who stays takes the duplicate's place in the household; two households are left to staff", async () => {
        const { post } = joining.desk
        const [mia, other] = [await withAccount("Mia"), await withAccount("Ada")]
        const [kid, kid2, alone] = [await without(), await without(), await without()]
        const home = async (guardian: string, child: string) =>
          (await post("/admin/households", { name: "Home", guardian_ids: [guardian], member_ids: [child] }))
            .household.id
        const household_id = await home(mia.member_id, kid)
        await home(other.member_id, kid2)
        expect(await refused(mia.member_id, other.member_id, { confirmed: [] })).toMatchObject({
          ...{ status: 400, code: "household_needs_guardian" },
        })
        expect((await refused(kid, other.member_id)).code).toBe("conflict")
        const { member, effects } = await done(mia.member_id, alone)
        expect(member).toMatchObject({ household_id, is_guardian: true, customer_id: mia.customer_id })
        expect(codes(effects)).toContain("household_taken")
      })
    })

    describe("what they pay", () => {
      const MARCH = "2027-03-01T11:00:00Z"
      const APRIL = "2027-04-01T10:00:00Z"
      beforeEach(() => joining.desk.clock(MARCH))

      const methodOf = async (customer_id: string): Promise<string | undefined> =>
        (await membership().listMembershipPaymentMethods({ customer_id }))[0]?.payment_method_id
      /** Every period of a membership: whose it is, how it stands, and how often money was taken for it. */
      async function books({ id }: Json) {
        const taken = await captures()
        return (await chargesOf(id)).map((charge) => [
          ...[charge.period_key, charge.payer_customer_id, charge.payer_key, charge.status],
          taken.filter(({ metadata }) => metadata.charge_id === charge.id).length,
        ])
      }

      it("BILL-11, BILL-1: a charge that waits is the other account's, and taken once, by its card", async () => {
        const [mia, stays] = [await withCard("Mia"), await withCard("Maria")]
        const sold = await joining.desk.sell(joining.own, mia)
        await joining.desk.clock(APRIL)
        await membership().enqueueCharges(100)
        const method = await methodOf(stays.customer_id)
        const { effects } = await done(mia.member_id, stays.member_id)
        expect(codes(effects)).toEqual([
          ...["member_seated", "purchaser_changes", "payer_changes", "account_left", "purchases_move"],
          ...["charges_move", "method_forgotten", "member_merged"],
        ])
        expect(await books(sold)).toEqual([
          ["period:1", stays.customer_id, stays.customer_id, "scheduled", 0],
        ])
        await work()
        await work()
        expect(await books(sold)).toEqual([["period:1", stays.customer_id, stays.customer_id, "paid", 1]])
        const [charge] = await chargesOf(sold.id)
        const [attempt] = await membership().listMembershipChargeAttempts({ charge_id: charge!.id })
        expect(attempt!.payment_method_id).toBe(method)
        expect(await methodOf(mia.customer_id)).toBeUndefined()
        // The period after it, too, is the one account's.
        await joining.desk.clock("2027-05-01T10:00:00Z")
        await work()
        expect((await books(sold))[1]).toEqual(["period:2", stays.customer_id, stays.customer_id, "paid", 1])
        const after = await joining.membership(sold.id)
        const { customer } = await joining.desk.get(`/admin/customers/${stays.customer_id}`)
        expect(after).toMatchObject({ customer_id: stays.customer_id, customer_email: customer.email })
        // The store keeps the account and its orders; it has nothing here any more.
        expect((await joining.desk.get(`/admin/customers/${mia.customer_id}`)).customer.id).toBe(
          mia.customer_id
        )
        const own = async ({ headers }: Visitor) =>
          (await api.get("/store/memberships", { headers })).data.memberships.map(({ id }: Json) => id)
        expect([await own(mia), await own(stays)]).toEqual([[], [sold.id]])
      })

      it("BILL-11, BILL-3: dues that nothing was saved for wait for the other account's card, and are taken once", async () => {
        const [mia, stays] = [await withAccount("Mia"), await withCard("Maria")]
        const sold = await joining.desk.sell(joining.own, mia)
        await joining.desk.clock(APRIL)
        await work()
        expect(await books(sold)).toEqual([["period:1", mia.customer_id, mia.customer_id, "failed", 0]])
        await done(mia.member_id, stays.member_id)
        await joining.desk.clock("2027-04-03T10:00:00Z")
        await work()
        expect(await books(sold)).toEqual([["period:1", stays.customer_id, stays.customer_id, "paid", 1]])
        expect((await joining.membership(sold.id)).status).toBe("active")
      })

      it("BILL-11: where the account that stays has no card, that is told", async () => {
        const [mia, stays] = [await withCard("Mia"), await withAccount("Maria")]
        await joining.desk.sell(joining.own, mia)
        const { effects } = await done(mia.member_id, stays.member_id)
        expect(effects).toEqual(
          expect.arrayContaining([
            { code: "method_forgotten", customer_id: mia.customer_id },
            { code: "method_missing", customer_id: stays.customer_id },
          ])
        )
      })

      it("BILL-1, BILL-4: a charge that was tried does not change hands; nothing is half-done until it is settled", async () => {
        const [mia, stays] = [await withCard("Mia", "declined"), await withCard("Maria")]
        const sold = await joining.desk.sell(joining.own, mia)
        await joining.desk.clock(APRIL)
        await work()
        const [charge] = await chargesOf(sold.id)
        expect(await refused(mia.member_id, stays.member_id, { preview: true })).toMatchObject({
          ...{ status: 409, code: "conflict" },
          details: {
            charges: [
              {
                ...{ charge_id: charge!.id, membership_id: sold.id, status: "failed", why: "attempted" },
                membership_display_id: sold.display_id,
              },
            ],
          },
        })
        expect((await refused(mia.member_id, stays.member_id)).code).toBe("conflict")
        expect((await joining.membership(sold.id)).customer_id).toBe(mia.customer_id)
        await joining.desk.post(`/admin/membership-charges/${charge!.id}/waive`, { reason: "Merged" })
        await done(mia.member_id, stays.member_id)
        // It is settled, and stays whose it was.
        expect(await books(sold)).toEqual([["period:1", mia.customer_id, mia.customer_id, "waived", 0]])
      })

      it("PLAN-8, BILL-10: introductory offers of both count, and what a change of plan gave back goes along", async () => {
        const [mia, stays] = [await withCard("Mia"), await withCard("Maria")]
        const sold = await joining.desk.sell(joining.own, mia)
        const use = (scope_id: string, ordinal: number) => ({
          ...{
            plan_id: joining.own.id,
            scope: "customer",
            scope_id,
            ordinal,
            sale_draft_id: `of ${scope_id}`,
          },
          claimed_at: new Date(MARCH),
        })
        await membership().createMembershipOfferUses([
          use(mia.customer_id, 1),
          use(stays.customer_id, 1),
        ] as never)
        const credit = { id: "change", payer_key: mia.customer_id, amount_minor: 1200 }
        await membership().updateMemberships({ id: sold.id, dues_credits: [credit] } as never)
        await done(mia.member_id, stays.member_id)
        const uses = (await membership().listMembershipOfferUses({ plan_id: joining.own.id })) as Json[]
        expect(uses.map(({ scope_id, ordinal }) => [scope_id, ordinal]).sort()).toEqual([
          [stays.customer_id, 1],
          [stays.customer_id, 2],
        ])
        await joining.desk.clock(APRIL)
        await work()
        const [charge] = await chargesOf(sold.id)
        expect([charge!.payer_customer_id, charge!.status, Number(charge!.total_minor)]).toEqual([
          ...[stays.customer_id, "paid", 5000],
        ])
      })

      it("BILL-11, BILL-10: what the one account planned is done by the other; nothing is charged after it", async () => {
        const [mia, stays, fred] = [await withCard("Mia"), await withCard("Maria"), await withCard("Fred")]
        const own = await joining.desk.sell(joining.own, mia)
        const shared = await joining.sellShared(fred, [mia])
        const body = { membership_id: shared.id, seat_id: shared.seats[1].id, when: "renewal" }
        const planned = await answerOf(
          api.post(`/store/memberships/${own.id}/join`, body, { headers: mia.headers })
        )
        expect(planned.data.join).toMatchObject({ changes_on: "2027-04-01" })
        await done(mia.member_id, stays.member_id)
        await joining.desk.clock(APRIL)
        await work()
        await settleJoins(getContainer())
        await work()
        expect([(await joining.membership(own.id)).status, await chargesOf(own.id)]).toEqual(["canceled", []])
      })

      it("BILL-11: two memberships of one plan have to be confirmed; each goes on and is charged once", async () => {
        const [mia, stays] = [await withCard("Mia"), await withCard("Maria")]
        const sold = [await joining.desk.sell(joining.own, mia), await joining.desk.sell(joining.own, stays)]
        const { effects } = (await merge(mia.member_id, stays.member_id, { preview: true })).data.preview
        expect(effects).toContainEqual({
          ...{ code: "already_covered", plan_name: "Solo", until_on: null },
          display_ids: [sold[1]!.display_id, sold[0]!.display_id],
        })
        expect((await refused(mia.member_id, stays.member_id)).details.codes).toEqual(["already_covered"])
        await done(mia.member_id, stays.member_id, { confirmed: ["already_covered"] })
        await joining.desk.clock(APRIL)
        await work()
        for (const one of sold)
          expect(await books(one)).toEqual([["period:1", stays.customer_id, stays.customer_id, "paid", 1]])
      })

      it("SEAT-2, SEAT-6: both sit in one membership: the duplicate's seat stays empty, is paid by one charge of the one account", async () => {
        const [mia, stays] = [await withCard("Mia"), await withCard("Maria")]
        const sold = await joining.sellShared(mia, [stays])
        const seat_ids = [sold.seats[1].id]
        await joining.desk.post(`/admin/memberships/${sold.id}/payer`, {
          ...{ seat_ids, payer_customer_id: stays.customer_id },
        })
        const { effects } = await done(mia.member_id, stays.member_id)
        expect(effects).toContainEqual(
          expect.objectContaining({
            ...{ code: "seat_stays_paid", seat_id: sold.seats[0].id, payer_customer_id: stays.customer_id },
          })
        )
        const live = (await joining.membership(sold.id)).seats.map(
          ({ holders }: Json) =>
            holders.find(({ held_until }: Json) => held_until === null)?.member.id ?? null
        )
        expect(live).toEqual([null, stays.member_id])
        await joining.desk.clock(APRIL)
        await work()
        expect(await books(sold)).toEqual([["period:1", stays.customer_id, stays.customer_id, "paid", 1]])
        const [charge] = await chargesOf(sold.id)
        expect(Number(charge!.total_minor)).toBe(10_000)
      })

      it("BILL-1: where both owe for one period, neither is asked for twice: the duplicate's is settled first", async () => {
        const [mia, stays] = [await withCard("Mia"), await withCard("Maria")]
        const sold = await joining.sellShared(mia, [stays])
        const seat_ids = [sold.seats[1].id]
        await joining.desk.post(`/admin/memberships/${sold.id}/payer`, {
          ...{ seat_ids, payer_customer_id: stays.customer_id },
        })
        await joining.desk.clock(APRIL)
        await membership().enqueueCharges(100)
        expect((await refused(mia.member_id, stays.member_id)).details.charges).toEqual([
          expect.objectContaining({ membership_id: sold.id, why: "both_charged", status: "scheduled" }),
        ])
        await work()
        await done(mia.member_id, stays.member_id)
        expect(
          (await books(sold)).map(([, payer, , status, taken]) => [payer, status, taken]).sort()
        ).toEqual([mia, stays].map(({ customer_id }) => [customer_id, "paid", 1]).sort())
      })
    })
  },
})
