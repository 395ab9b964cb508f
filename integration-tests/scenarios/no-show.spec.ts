import { orderCharges } from "../../src/workflows/billing/order-charges"
import { workOnCharges } from "../../src/workflows/billing/work-on-charges"
import { createDesk } from "../support/desk"
import { renewals } from "../support/renewals"
import type { Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

/** A place was kept for somebody who never came. */
studioTests({
  env: { STUDIO_CLOCK: "adjustable" },
  testSuite: ({ api, getContainer }) => {
    it("CREDIT-3, CREDIT-4, CREDIT-9: what a booking keeps nobody else uses; in time it comes back, a no-show costs it", async () => {
      const desk = await createDesk(api, getContainer())
      const yoga = await desk.service({ name: "Yoga", credit_cost: 2 })
      const noa = await desk.person("Noa")
      const plan = await desk.plan({
        ...{ name: "Four", kind: "credit_pack", validity: { unit: "month", count: 1 } },
        entitlement: { type: "credits", credits: 4, per: "term", scope: "shared" },
      })
      const pack = await desk.sell(plan, noa)
      const module = getContainer().resolve("membership")
      const why = (key: string) => ({
        ...{
          key,
          cause: { type: "booking", id: key },
          actor: { type: "system" as const, id: null },
          reason: null,
        },
      })
      const books = (key: string, used_at: string) =>
        module.useCredits({
          ...{ membership_id: pack.id, seat_id: pack.seats[0].id, service_id: yoga, credits: 2 },
          ...{ kind: "reserve", used_at, ...why(key) },
        })
      const balance = async () => {
        const [grant] = await desk.credits(pack.id)
        return [grant!.available, grant!.reserved]
      }
      await books("tuesday", "2027-03-02T17:00:00.000Z")
      await books("thursday", "2027-03-04T17:00:00.000Z")
      expect(await balance()).toEqual([0, 4])

      // On Monday she stands there unbooked: both visits are spoken for.
      const monday = await desk.checkIn(noa, { service_id: yoga })
      expect(monday.codes).toEqual(["no_credits"])
      // She calls off Thursday in time, and comes in with what that gave back.
      await module.settleCreditUse({ of_key: "thursday", verb: "release", ...why("called-off") })
      await desk.clock("2027-03-01T12:00:00Z")
      expect((await desk.checkIn(noa, { service_id: yoga })).data.decision.with.credits_left).toBe(0)

      // On Tuesday she does not show up: the reservation is used up, and the pack with it.
      await desk.clock("2027-03-02T18:30:00Z")
      await module.settleCreditUse({ of_key: "tuesday", verb: "redeem", ...why("no-show") })
      expect(await balance()).toEqual([0, 0])
      expect((await desk.get(`/admin/memberships/${pack.id}`)).membership.status).toBe("exhausted")
      expect(await module.verifyCreditLedger()).toEqual([])
    })

    it("CREDIT-4, BILL-1, BILL-2: a class that fines gives the credit back and charges its card, once; one that does not uses it up", async () => {
      const desk = await createDesk(api, getContainer())
      const tax = { country_code: "de", default_tax_rate: { name: "VAT", rate: 19, code: "vat" } }
      await desk.post("/admin/tax-regions", { ...tax, provider_id: "tp_system" })
      const policy = { cancellation_window_minutes: 720 }
      const fine = { effect: "fine", fines: [{ currency_code: "eur", amount: 10 }] }
      const pilates = await desk.service({ name: "Pilates", missed_visit: fine, ...policy })
      const spin = await desk.service({ name: "Spin", ...policy })
      const noa = await desk.person("Noa")
      const address = { address_1: "Am Turm 1", city: "Berlin", country_code: "de", postal_code: "10115" }
      await desk.post(`/admin/customers/${noa.customer_id}/addresses`, {
        ...{ ...address, is_default_billing: true },
      })
      const { captures, saveCard } = renewals(getContainer())
      await saveCard(noa.customer_id, "paid")
      const plan = await desk.plan({
        ...{ name: "Five", kind: "credit_pack", validity: { unit: "month", count: 1 } },
        entitlement: { type: "credits", credits: 5, per: "term", scope: "shared" },
      })
      const pack = await desk.sell(plan, noa)
      const module = getContainer().resolve("membership")
      const place = { membership_id: pack.id, seat_id: pack.seats[0].id }
      const why = (key: string) => ({
        ...{ key, cause: { type: "booking", id: key }, reason: null },
        actor: { type: "system" as const, id: null },
      })
      const books = (of_key: string, service_id: string, starts_at: string) =>
        module
          .useCredits({
            ...{ ...place, service_id, credits: 1, kind: "reserve", used_at: starts_at, ...why(of_key) },
          })
          .then(() => async (outcome: "no_show" | "cancel", now: string) => {
            await desk.clock(now)
            const told = outcome === "cancel" ? { type: "canceled" as const, at: now } : { type: outcome }
            return module.settleBooking({
              ...{ ...place, of_key, service_id, starts_at, took_credits: true, outcome: told },
              ...why(`${outcome}-${of_key}`),
            })
          })
      const balance = async () => {
        const [grant] = await desk.credits(pack.id)
        return [grant!.available, grant!.reserved]
      }
      const charges = async (): Promise<Json[]> =>
        (await desk.get(`/admin/membership-charges?membership_id=${pack.id}`)).membership_charges
      const work = () => workOnCharges(getContainer())

      const tuesday = await books("tuesday", pilates, "2027-03-02T17:00:00.000Z")
      const wednesday = await books("wednesday", pilates, "2027-03-03T17:00:00.000Z")
      const thursday = await books("thursday", pilates, "2027-03-04T17:00:00.000Z")
      const friday = await books("friday", spin, "2027-03-05T17:00:00.000Z")
      expect(await balance()).toEqual([1, 4])

      // Twelve hours before to the second: in time.
      expect(await tuesday("cancel", "2027-03-02T05:00:00.000Z")).toEqual({ settled: true, charge_id: null })
      expect(await balance()).toEqual([2, 3])
      // On Wednesday she calls two hours before, and the front desk notes afterwards that she was not there.
      const { charge_id } = await wednesday("cancel", "2027-03-03T15:00:00.000Z")
      expect(await wednesday("no_show", "2027-03-03T18:00:00.000Z")).toEqual({ settled: false, charge_id })
      expect(await balance()).toEqual([3, 2])
      await Promise.all([work(), work(), work()])
      await work()
      expect(await captures()).toMatchObject([{ amount: 11.9, metadata: { charge_id } }])
      const [paid, ...others] = await charges()
      expect(others).toEqual([])
      expect(paid).toMatchObject({
        ...{ id: charge_id, status: "paid", payer_customer_id: noa.customer_id },
        ...{
          period_starts_on: "2027-03-03",
          period_ends_on: null,
          subtotal: 10,
          tax_total: 1.9,
          total: 11.9,
        },
        lines: [
          {
            ...{ kind: "fine", seat_id: place.seat_id, amount: 10, tax_total: 1.9, total: 11.9 },
            visit: { service_id: pilates, service_name: "Pilates", starts_at: "2027-03-03T17:00:00.000Z" },
          },
        ],
      })
      // Paid, it gave no credits, and the pack ends when it did.
      expect(await balance()).toEqual([3, 2])
      expect((await desk.get(`/admin/memberships/${pack.id}`)).membership).toMatchObject({
        ...{ status: "active", ends_on: pack.ends_on },
      })

      await orderCharges(getContainer())
      const [{ order_id }] = (await charges()) as [Json]
      const fields = "status,total,*items,*items.tax_lines,+summary,+payment_status,*shipping_address"
      expect((await desk.get(`/admin/orders/${order_id}?fields=${fields}`)).order).toMatchObject({
        ...{ status: "completed", payment_status: "captured", total: 11.9, shipping_address: address },
        items: [
          {
            ...{ title: "Five", subtitle: "Default 1: Pilates, 2027-03-03", unit_price: 10, quantity: 1 },
            tax_lines: [{ rate: 19, code: "vat" }],
            metadata: { kind: "fine", membership_id: pack.id, membership_seat_id: place.seat_id },
          },
        ],
      })
      // Staff who give it back are not asked what becomes of her pack.
      const back = { order_id, currency_code: "eur", refunded_minor: 1190, is_canceled: false }
      expect(await module.reportRefunds([back])).toEqual([])

      // On Thursday she does not come and her card has expired: she is told what for, and staff let it off.
      await saveCard(noa.customer_id, "expired")
      await thursday("no_show", "2027-03-04T18:00:00.000Z")
      await work()
      const [failed] = (await desk.get(`/admin/membership-charges?membership_id=${pack.id}&status=failed`))
        .membership_charges
      expect(failed).toMatchObject({ failure_code: "expired_card", lines: [{ kind: "fine" }] })
      expect((await desk.get(`/admin/memberships/${pack.id}`)).membership.status).toBe("past_due")
      expect(await module.claimNotices(10)).toMatchObject([
        { kind: "payment_failed", missed_service: "Pilates", data: { failure_code: "expired_card" } },
      ])
      const { effects } = await desk.post(`/admin/membership-charges/${failed.id}/waive`, {
        reason: "Was ill",
      })
      expect(effects.map(({ code }: Json) => code)).toEqual(["charge_waived", "dunning_ends"])
      expect((await desk.get(`/admin/memberships/${pack.id}`)).membership.status).toBe("active")
      expect(await balance()).toEqual([4, 1])

      // Spin names no fine: what was kept for it is used up.
      await friday("no_show", "2027-03-05T18:00:00.000Z")
      expect(await balance()).toEqual([4, 0])
      await work()
      expect(await captures()).toHaveLength(1)
      expect(await charges()).toHaveLength(2)
      expect(await module.verifyCreditLedger()).toEqual([])
    })
  },
})
