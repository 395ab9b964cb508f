import { type NewPlan, planWithDefaults } from "../../../domain/plans/defaults"
import type { DraftToSell, SaleFinding } from "../../../domain/selling/activation-types"
import { fromDefinition } from "../mapping/plans"
import type { SellMembershipInput } from "../types"
import { moduleTests } from "./module-tests"

const ACTOR = { type: "user", id: "user_1" } as const
const NOW = "2027-03-10T12:00:00.000Z"
const QUOTE = `Further? "quoted" 'so' \\ {it}`

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    const definition = (overrides: Partial<NewPlan>) =>
      planWithDefaults({
        ...{ name: "Month", handle: "month", kind: "membership", audience: "individual" },
        ...{ billing: { type: "one_time" }, entitlement: { type: "unlimited" } },
        validity: { unit: "month", count: 1 },
        ...overrides,
      })

    async function saleOf(
      overrides: Partial<NewPlan> = {},
      findings: SaleFinding[] = []
    ): Promise<SellMembershipInput> {
      await clock(NOW)
      const plan = definition(overrides)
      const place = { status: "active", product_id: "prod_1", variant_id: "variant_1" }
      const { id: plan_id } = (await service.createMembershipPlans({
        ...fromDefinition(plan),
        ...place,
      } as never)) as unknown as { id: string }
      const chart = (await service.createMembershipPriceCharts({
        plan_id,
        version: 1,
      } as never)) as unknown as { id: string }
      const seat = (row_position: number) => ({
        ...{ row_position, label: QUOTE, classification_id: null, sequence: row_position, amount: 49.9 },
        ...{ tax_rate: null, required: false, member_id: null },
      })
      const draft: DraftToSell = {
        ...{
          id: "msdr_1",
          cart_id: null,
          order_id: null,
          membership_id: null,
          override_reason: null,
          quote_id: "q",
          plan_id,
          price_chart_id: chart.id,
          currency_code: "eur",
          first_period: null,
        },
        ...{
          region_id: null,
          location_id: null,
          customer_id: "cus_1",
          starts_on: null,
          signup_fee: 9.95,
          lines: [],
        },
        ...{ accepted_terms_id: null, accepted_terms_at: null, accepted_terms_by: null, checked_at: null },
        seats: plan.audience === "individual" ? [seat(1)] : [seat(1), seat(2)],
      }
      return {
        sale: { draft, is_new: true, findings },
        plan: {
          ...plan,
          ...{ id: plan_id, variant_id: "variant_1", status: "active" },
          ...{ published_chart: { id: chart.id, rows: [] }, current_terms_id: null, ineligible: [] },
        },
        order_id: "order_1",
        purchaser: {
          customer_id: "cus_1",
          email: "jane@example.test",
          first_name: "Jane",
          last_name: "D'Oe?",
          phone: null,
        },
        purchased_at: NOW,
        payment: { paid: true, canceled: false },
      }
    }
    const finding = { code: "quote_stale" as const, message: QUOTE, details: { was: QUOTE } }
    const memberships = () => service.listMemberships({}, { relations: ["seats", "seats.holders"] })

    it("SALE-6: one sale makes one membership, however often it is sold at once", async () => {
      const input = await saleOf()
      const sold = await Promise.all(Array.from({ length: 5 }, () => service.sellMembership(input)))
      expect(sold.filter((each) => each !== null)).toHaveLength(1)
      const [membership, ...others] = await memberships()
      expect(others).toEqual([])
      expect(membership).toMatchObject({
        ...{ status: "active", customer_name: "Jane D'Oe?", starts_on: "2027-03-10", ends_on: "2027-04-10" },
        ...{ time_zone: "Europe/Stockholm", order_id: "order_1" },
        seats: [{ position: 1, label: QUOTE, payer_customer_id: "cus_1", holders: [{ held_until: null }] }],
      })
      expect(Number(membership?.signup_fee)).toBe(9.95)
      expect(Number(membership?.seats[0]?.amount)).toBe(49.9)
      const entries = await service.listMembershipAuditEntries({ membership_id: membership!.id })
      expect(entries.map(({ action, actor_type }) => [action, actor_type])).toEqual([
        ["activate-sale", "system"],
      ])
    })

    it("SALE-6: the database refuses a second membership of one sale", async () => {
      await service.sellMembership(await saleOf())
      const copy = `insert into membership (id, plan_id, price_chart_id, sale_draft_id, time_zone, currency_code, signup_fee,
          raw_signup_fee, purchased_at, status)
        select 'mship_2', plan_id, price_chart_id, sale_draft_id, time_zone, currency_code, 0, '{}', now(), 'active' from membership`
      await expect(sql(copy)).rejects.toThrow(/IDX_membership_sale_draft_unique/)
    })

    it("SEAT-11: the database refuses a second live holder of a seat, and a second live seat of a member", async () => {
      await service.sellMembership(await saleOf({ audience: "shared" }))
      const [membership] = await memberships()
      const [first, second] = membership!.seats
      const [jane, john] = await Promise.all([
        service.createMember({ first_name: "Jane", actor: ACTOR }),
        service.createMember({ first_name: "John", actor: ACTOR }),
      ])
      const hold = (id: string, seat_id: string, member_id: string) =>
        sql(`insert into membership_seat_holder (id, seat_id, membership_id, member_id, held_from)
             values ('${id}', '${seat_id}', '${membership!.id}', '${member_id}', now())`)
      await hold("h1", first!.id, jane)
      await expect(hold("h2", first!.id, john)).rejects.toThrow(/IDX_membership_seat_one_live_holder/)
      await expect(hold("h3", second!.id, jane)).rejects.toThrow(/IDX_membership_member_one_live_seat/)
      await sql(`update membership_seat_holder set held_until = now() where id = 'h1'`)
      await hold("h4", first!.id, john)
      await hold("h5", second!.id, jane)
    })

    it("SALE-5: a sale with an issue stays pending though paid, until staff approve it", async () => {
      const input = await saleOf({}, [finding])
      const sold = await service.sellMembership(input)
      expect(sold).toMatchObject({ active: false, issue_ids: [expect.any(String)] })
      const settle = () => service.settleOrder({ order_id: "order_1", payment: input.payment })
      expect(await settle()).toEqual({ activated: [], voided: [] })
      const [id] = sold!.issue_ids as [string]
      expect(await service.listMembershipSaleIssues({ id })).toMatchObject([
        { message: QUOTE, details: { was: QUOTE } },
      ])
      await service.resolveSaleIssue({ id, action: "approve", reason: "Fine?", actor: ACTOR, preview: false })
      expect(await settle()).toEqual({ activated: [sold!.membership_id], voided: [] })
      expect(await settle()).toEqual({ activated: [], voided: [] })
      await expect(
        service.resolveSaleIssue({ id, action: "dismiss", reason: "No", actor: ACTOR, preview: false })
      ).rejects.toMatchObject({ code: "issue_already_resolved" })
    })

    it("SALE-8: canceling voids once, closes what was open, and frees the introductory offer", async () => {
      const introductory_offer = {
        new_customers_only: true,
        look_back_days: null,
        limit_per_customer: 1,
        limit_per_household: null,
        converts_to: null,
      }
      await service.sellMembership(await saleOf({ introductory_offer } as never, [finding]))
      expect(await service.listMembershipOfferUses({})).toHaveLength(1)
      const cancel = () =>
        service.settleOrder({ order_id: "order_1", payment: { paid: true, canceled: true } })
      expect((await cancel()).voided).toHaveLength(1)
      expect(await cancel()).toEqual({ activated: [], voided: [] })
      expect((await memberships())[0]).toMatchObject({ status: "void", status_changes_at: null })
      expect(await service.listMembershipSaleIssues({})).toMatchObject([{ resolution: "dismissed" }])
      expect(await service.listMembershipOfferUses({})).toEqual([])
    })

    it("PLAN-8: an offer whose last use is taken is sold as an issue, for the money may have moved", async () => {
      const introductory_offer = {
        new_customers_only: true,
        look_back_days: null,
        limit_per_customer: 1,
        limit_per_household: null,
        converts_to: null,
      }
      const input = await saleOf({ introductory_offer } as never)
      await service.sellMembership(input)
      const again = {
        ...input,
        sale: { ...input.sale, draft: { ...input.sale.draft, id: "msdr_2" } },
        order_id: "order_2",
      }
      expect(await service.sellMembership(again)).toMatchObject({ active: false })
      expect(await service.listMembershipSaleIssues({})).toMatchObject([
        { code: "intro_already_used", order_id: "order_2" },
      ])
    })

    it("TERM-4: status copies follow the clock in batches, and doing it twice does nothing", async () => {
      await service.sellMembership(await saleOf())
      expect(await service.refreshStatuses(10)).toBe(0)
      await service.adjustStudioClock({ now: "2027-04-09T22:00:00.000Z", actor: ACTOR })
      const refreshed = await Promise.all([service.refreshStatuses(10), service.refreshStatuses(10)])
      expect(refreshed.sort()).toEqual([0, 1])
      const [membership] = await memberships()
      expect(membership).toMatchObject({ status: "expired", status_changes_at: null })
      expect(await service.statusesOf([membership!.id])).toEqual(new Map([[membership!.id, "expired"]]))
    })
  },
})
