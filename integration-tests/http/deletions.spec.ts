import { Modules } from "@medusajs/framework/utils"
import { healDeletionsWorkflow } from "../../src/workflows/people/heal-deletions"
import { createFamily, type Family, story } from "../support/seats"
import { eventually } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const TODAY = "2027-02-10"

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
    })

    const admin = () => family.shop.admin
    const get = async (path: string): Promise<Json> => (await api.get(path, admin())).data
    const remove = async (path: string): Promise<Json> => {
      const { status, data } = await answerOf(api.delete(path, admin()))
      return { status, data }
    }
    const codes = (effects: Json[]) => effects.map(({ code }) => code)
    const member = async (id: string) => remove(`/admin/members/${id}`)
    const preview = async (id: string) => remove(`/admin/members/${id}?preview=true`)
    const holdersOf = (membership: Json): Json[] =>
      membership.seats.map(({ holders }: Json) =>
        holders.map(({ held_until, member: { first_name, last_name } }: Json) => ({
          ...{ first_name, last_name, is_there: held_until === null },
        }))
      )

    describe("a member", () => {
      it("BILL-11, SEAT-3, PEOPLE-6: the preview tells what deleting does; the seat ends, the history stays without the name", async () => {
        const { members, sell } = family
        const sold = await sell()
        const { seat, read } = story(api, family, sold)
        const shown = (await preview(members.kim)).data.preview.effects
        expect(shown).toContainEqual(
          expect.objectContaining({
            ...{ code: "seat_ends", membership_id: sold.id, membership_display_id: sold.display_id },
            ...{ seat_id: seat("Child"), seat_label: "Child", seat_sequence: 1, canceled_on: TODAY },
          })
        )
        expect(codes(shown)).toEqual([
          ...["seat_ends", "dues_change", "unused_part", "household_left", "member_erased"],
        ])
        expect((await read()).seats[3].canceled_on).toBeNull()
        expect((await get(`/admin/members/${members.kim}`)).member.first_name).toBe("Kim")

        const { status, data } = await member(members.kim)
        expect({ status, ...data }).toEqual({
          ...{ status: 200, id: members.kim, object: "member", deleted: true, effects: shown },
        })
        const after = await read()
        expect(after.seats[3].canceled_on).toBe(TODAY)
        expect(holdersOf(after)[3]).toEqual([
          { first_name: "Deleted member", last_name: null, is_there: false },
        ])
        expect((await member(members.kim)).status).toBe(404)
        expect((await answerOf(api.get(`/admin/members/${members.kim}`, admin()))).status).toBe(404)
        const listed = (await get("/admin/members?limit=100")).members.map(({ id }: Json) => id)
        expect(listed).toContain(members.tom)
        expect(listed).not.toContain(members.kim)
        expect((await get("/admin/members?q=Deleted")).count).toBe(0)
      })

      it("SEAT-6: a required seat is left empty and goes on being paid, and that is told", async () => {
        const sold = await family.sell()
        const { seat, read } = story(api, family, sold)
        const { effects } = (await member(family.members.bob)).data
        expect(effects).toContainEqual(
          expect.objectContaining({
            ...{ code: "seat_stays_paid", seat_id: seat("Second adult"), price: 50 },
            payer_customer_id: family.jane.customer.id,
          })
        )
        const after = await read()
        expect(after).toMatchObject({ status: "active", seats: expect.any(Array) })
        expect(after.seats[1].canceled_on).toBeNull()
        expect(holdersOf(after)[1]).toEqual([expect.objectContaining({ is_there: false })])
      })

      it("PEOPLE-2: the last guardian of others stays until somebody else is one; nothing is half-done", async () => {
        const sold = await family.sell()
        const refused = await preview(family.members.jane)
        expect(refused).toMatchObject({ status: 400, data: { code: "household_needs_guardian" } })
        expect((await member(family.members.jane)).data.code).toBe("household_needs_guardian")
        const { read } = story(api, family, sold)
        expect(holdersOf(await read())[0]).toEqual([expect.objectContaining({ is_there: true })])
        const guardians = { guardian_ids: [family.members.jane, family.members.bob] }
        await api.post(`/admin/households/${family.household_id}`, guardians, admin())
        expect((await member(family.members.jane)).data.deleted).toBe(true)
      })

      it("PEOPLE-6: nothing personal is left: name, dates, e-mail, notes, proofs and invitations; who is deleted takes no seat", async () => {
        const { shop, addMember } = family
        const post = async (path: string, body: Json) => (await api.post(path, body, shop.admin)).data
        const secrets = {
          ...{ first_name: "Zora", last_name: "Quark", date_of_birth: "1990-03-04" },
          ...{ email: "zora@example.test", phone: "+49 555", photo_url: "https://example.test/zora.png" },
          notes: "Knee operation",
        }
        const id = await addMember(secrets)
        const { membership_classification } = await post("/admin/membership-classifications", {
          ...{ name: "Student", requires_proof: true },
        })
        await post(`/admin/members/${id}/proofs`, {
          ...{ classification_id: membership_classification.id, note: "Card 4711 of Quark" },
        })
        const sold = await family.sell({ plan: await family.friendsPlan(), counts: [1, 2], member_ids: [] })
        const { seat } = story(api, family, sold)
        const invite = `/admin/memberships/${sold.id}/seats/${seat("Further")}/invite`
        await post(invite, { email: secrets.email })
        await post(`/admin/members/${id}`, { phone: "+49 556" })
        const { effects } = (await member(id)).data
        expect(effects).toEqual([
          { code: "proofs_removed", count: 1 },
          { code: "invitations_revoked", count: 1 },
          { code: "member_erased", member_id: id },
        ])
        expect((await get(`/admin/memberships/${sold.id}/invitations`)).invitations).toEqual([])

        const membership = getContainer().resolve("membership")
        const withDeleted = { withDeleted: true }
        const rows = [
          await membership.listMembershipMembers({ id }, withDeleted),
          await membership.listMembershipProofs({ member_id: id }, withDeleted),
          await membership.listMembershipInvitations({}, withDeleted),
          await membership.listMembershipAuditEntries({}),
        ]
        expect(rows.map(({ length }) => length > 0)).toEqual([true, true, true, true])
        expect(JSON.stringify(rows)).not.toMatch(/zora|quark|1990-03|\+49 55|knee|card 4711/i)

        const assign = `/admin/memberships/${sold.id}/seats/${seat("Further")}/assign`
        const seated = await answerOf(api.post(assign, { member_id: id }, shop.admin))
        expect(seated.data).toMatchObject({ code: "not_found", details: { field: "member_id" } })
        const moved = { guardian_ids: [family.members.jane], member_ids: [id] }
        const housed = await answerOf(api.post(`/admin/households/${family.household_id}`, moved, shop.admin))
        expect(housed.data.code).toBe("not_found")
      })
    })

    describe("a customer", () => {
      const foreseen = async (id: string): Promise<Json[]> =>
        (await get(`/admin/customers/${id}/membership-effects`)).effects
      const notices = async (): Promise<Json[]> =>
        (await get("/admin/notifications?channel=feed")).notifications.filter(
          ({ resource_type }: Json) => resource_type === "customer"
        )

      it("BILL-11: what they bought ends today, names give way, staff are told once; the platform's deletion is not stopped", async () => {
        const { jane, members } = family
        const sold = await family.sell()
        const { read } = story(api, family, sold)
        const before = await foreseen(jane.customer.id)
        expect(codes(before)).toEqual(
          expect.arrayContaining([
            "seat_ends",
            "household_left",
            "household_without_guardian",
            "purchaser_erased",
          ])
        )
        expect((await read()).status).toBe("active")

        expect((await remove(`/admin/customers/${jane.customer.id}`)).status).toBe(200)
        const after = await eventually(async () => {
          const now = await read()
          expect(now.status).toBe("canceled")
          return now
        })
        expect(after.seats.map(({ canceled_on }: Json) => canceled_on)).toEqual(Array(5).fill(TODAY))
        expect(after).toMatchObject({ customer_name: "Deleted customer", customer_email: null })
        expect(holdersOf(after)[0]).toEqual([
          { first_name: "Deleted member", last_name: null, is_there: false },
        ])
        expect((await answerOf(api.get(`/admin/members/${members.jane}`, admin()))).status).toBe(404)
        expect(
          (await answerOf(api.get(`/admin/customers/${jane.customer.id}/membership-effects`, admin()))).status
        ).toBe(404)
        await eventually(async () => expect(await notices()).toHaveLength(1))
        expect((await notices())[0].data.description).toContain(`#${sold.display_id}: seats end today`)
        // The same event again, and the sweep, find nothing to do.
        const events = getContainer().resolve(Modules.EVENT_BUS)
        await events.emit({ name: "customer.deleted", data: { id: jane.customer.id } })
        await healDeletionsWorkflow(getContainer()).run({ input: {} })
        expect(await notices()).toHaveLength(1)
        const { membership_audit_entries: entries } = await get(
          "/admin/membership-audit-entries?action=erase-customer"
        )
        expect(entries).toHaveLength(1)
      })

      it("BILL-11, SEAT-4: seats that they pay for in somebody else's membership go back to its purchaser", async () => {
        const { jane, stranger } = family
        const sold = await family.sell()
        const { seat, read, done } = story(api, family, sold)
        await done(`/seats/${seat("Child")}/payer`, { payer_customer_id: stranger.customer.id })
        expect(await foreseen(stranger.customer.id)).toEqual([
          expect.objectContaining({ code: "payer_changes", to_customer_id: jane.customer.id }),
        ])
        await remove(`/admin/customers/${stranger.customer.id}`)
        await eventually(async () => {
          expect((await read()).seats[3].payer_customer_id).toBe(jane.customer.id)
        })
        expect((await read()).status).toBe("active")
      })

      it("BILL-11: where somebody else pays for all of it, they take it over with their name", async () => {
        const { jane, bob } = family
        const sold = await family.sell({
          ...{
            plan: await family.friendsPlan(),
            counts: [1, 2],
            member_ids: [null, family.members.jane, null],
          },
        })
        const { read, done } = story(api, family, sold)
        const seat_ids = sold.seats.map(({ id }: Json) => id)
        await done("/payer", { seat_ids, payer_customer_id: bob.customer.id })
        await remove(`/admin/customers/${jane.customer.id}`)
        await eventually(async () => expect((await read()).customer_id).toBe(bob.customer.id))
        const after = await read()
        expect(after).toMatchObject({
          status: "active",
          customer_name: "Jane Doe",
          customer_email: "bob@example.test",
        })
        expect(after.seats.map(({ canceled_on }: Json) => canceled_on)).toEqual([null, TODAY, null])
      })

      it("BILL-11, SALE-6: a deletion whose event was lost is healed", async () => {
        const { jane } = family
        const sold = await family.sell()
        const { read } = story(api, family, sold)
        await getContainer().resolve(Modules.CUSTOMER).softDeleteCustomers([jane.customer.id])
        expect((await read()).status).toBe("active")
        await healDeletionsWorkflow(getContainer()).run({ input: {} })
        expect(await read()).toMatchObject({ status: "canceled", customer_name: "Deleted customer" })
      })

      it("SAFE-2: somebody who is still there is never erased, whatever event arrives", async () => {
        const sold = await family.sell()
        const events = getContainer().resolve(Modules.EVENT_BUS)
        await events.emit({ name: "customer.deleted", data: { id: family.jane.customer.id } })
        await healDeletionsWorkflow(getContainer()).run({ input: {} })
        expect((await story(api, family, sold).read()).status).toBe("active")
      })
    })
  },
})
