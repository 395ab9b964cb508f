import { Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { healSalesWorkflow } from "../../src/workflows/selling/heal-sales"
import { eventually } from "../support/sales"
import { createFamily, type Family, story } from "../support/seats"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const ISSUES = "/admin/membership-sale-issues"

studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    let family: Family
    beforeAll(async () => {
      family = await createFamily(api, getContainer())
    })

    const get = async (path: string): Promise<Json> => (await api.get(path, family.shop.admin)).data
    const paymentOf = async ({ order_id }: Json): Promise<string> => {
      const { order } = await get(`/admin/orders/${order_id}?fields=payment_collections.payments.id`)
      return order.payment_collections[0].payments[0].id
    }
    const refund = async (sold: Json, amount: number) =>
      api.post(`/admin/payments/${await paymentOf(sold)}/refund`, { amount }, family.shop.admin)
    const issuesOf = async ({ order_id }: Json): Promise<Json[]> =>
      (await get(`${ISSUES}?order_id=${order_id}&order=created_at`)).membership_sale_issues
    const expectIssues = async (sold: Json, count: number) =>
      eventually(async () => {
        const issues = await issuesOf(sold)
        expect(issues).toHaveLength(count)
        return issues
      })
    const resolve = async ({ id }: Json, body: Json): Promise<Json> => {
      const answer = await answerOf(api.post(`${ISSUES}/${id}/resolve`, body, family.shop.admin))
      return { status: answer.status, data: answer.data }
    }

    it("SALE-8: each sum that is given back asks staff once, and nothing happens by itself; what they choose happens once", async () => {
      const sold = await family.sell()
      const { read } = story(api, family, sold)
      await refund(sold, 20)
      const [first] = await expectIssues(sold, 1)
      expect(first).toMatchObject({
        ...{ code: "order_refunded", membership_id: sold.id, resolved_at: null },
        details: { refunded_total: 20, currency_code: "eur" },
      })
      await eventually(async () => {
        const { notifications } = await get("/admin/notifications?channel=feed")
        expect(notifications.map(({ data }: Json) => data)).toEqual([
          { title: "A refund waits for your decision", description: first.message },
        ])
      })
      // Told again, by the event and by the sweep, it is the same question.
      const event = { name: "payment.refunded", data: { id: await paymentOf(sold) } }
      await getContainer().resolve(Modules.EVENT_BUS).emit(event)
      await healSalesWorkflow(getContainer()).run({ input: {} })
      expect(await issuesOf(sold)).toHaveLength(1)
      expect((await read()).status).toBe("active")

      expect((await resolve(first, { action: "approve", reason: "No" })).data).toMatchObject({
        ...{ code: "issue_action_invalid", details: { actions: expect.arrayContaining(["keep", "void"]) } },
      })
      expect((await resolve(first, { action: "keep" })).data).toMatchObject({
        ...{ code: "reason_required", details: { field: "reason" } },
      })
      const looked = await resolve(first, { action: "cancel_now", preview: true })
      expect(looked.data.preview.effects).toContainEqual(
        expect.objectContaining({ code: "seat_ends", canceled_on: "2027-02-10" })
      )
      expect((await resolve(first, { action: "void", preview: true })).data.preview.effects).toEqual([
        { code: "membership_voided" },
      ])
      const kept = await resolve(first, { action: "keep", reason: "A child less" })
      expect(kept.data).toMatchObject({
        ...{ membership_sale_issue: { resolution: "kept", reason: "A child less" }, effects: [] },
      })
      expect((await read()).seats.map(({ canceled_on }: Json) => canceled_on)).toEqual(Array(5).fill(null))

      await refund(sold, 30)
      const [, second] = await expectIssues(sold, 2)
      expect(second.details.refunded_total).toBe(50)
      const shown = (await resolve(second, { action: "cancel_at_renewal", preview: true })).data.preview
        .effects
      const canceled = await resolve(second, { action: "cancel_at_renewal", reason: "Moves away" })
      expect(canceled.data.effects).toEqual(shown)
      const after = await read()
      expect(after.seats.map(({ canceled_on }: Json) => canceled_on)).toEqual(Array(5).fill("2027-03-10"))
      expect(await resolve(second, { action: "void", reason: "Again" })).toMatchObject({
        ...{
          status: 409,
          data: { code: "issue_already_resolved", details: { resolution: "canceled_at_renewal" } },
        },
      })
      const { history } = await get(`/admin/memberships/${sold.id}/history`)
      expect(history.map(({ action, reason }: Json) => [action, reason])).toEqual(
        expect.arrayContaining([
          ["resolve-sale-issue", "A child less"],
          ["resolve-sale-issue", "Moves away"],
          ["cancel-seats", "Moves away"],
        ])
      )
    })

    it("SALE-8: voided or canceled today, of two who decide at once one does; a refusal leaves the question open", async () => {
      const sold = await family.sell()
      const { read, done } = story(api, family, sold)
      await refund(sold, 20)
      const [issue] = await expectIssues(sold, 1)
      await done("/cancel", { way: { at: "renewal" }, reason: "Asked for it" })
      const refused = await resolve(issue, { action: "cancel_now", reason: "At once" })
      expect(refused.data.code).toBe("already_canceled")
      expect((await issuesOf(sold))[0].resolved_at).toBeNull()
      const both = await Promise.all(
        [1, 2].map(() => resolve(issue, { action: "void", reason: "Wrong plan" }))
      )
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
      expect((await read()).status).toBe("void")
      // What has ended is not asked about.
      await refund(sold, 10)
      await healSalesWorkflow(getContainer()).run({ input: {} })
      expect(await issuesOf(sold)).toHaveLength(1)
    })

    it("SALE-8: a refund whose event was lost is found by the sweep; a canceled order needs no decision", async () => {
      const [lost, undone] = [await family.sell(), await family.sell()]
      const payments = getContainer().resolve(Modules.PAYMENT)
      await payments.refundPayment({ payment_id: await paymentOf(lost), amount: 5 })
      expect(await issuesOf(lost)).toHaveLength(0)
      await cancelOrderWorkflow(getContainer()).run({ input: { order_id: undone.order_id } })
      await healSalesWorkflow(getContainer()).run({ input: {} })
      expect(await issuesOf(lost)).toEqual([expect.objectContaining({ code: "order_refunded" })])
      expect(await issuesOf(undone)).toHaveLength(0)
    })
  },
})
