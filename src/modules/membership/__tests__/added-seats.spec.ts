import type { NewPlan } from "../../../domain/plans/defaults"
import type { SellMembershipInput } from "../services/activations"
import { MONTHLY, sellCredits } from "./credit-sale"
import { moduleTests } from "./module-tests"

const SHARED: Partial<NewPlan> = {
  ...MONTHLY,
  ...{ audience: "shared", entitlement: { type: "unlimited" }, renewal: { mode: "period_end" } },
  validity: { unit: "month", count: 1 },
}

interface StoredLine {
  readonly position: number
  readonly amount_minor: number
  readonly discounts: readonly { readonly code: string; readonly amount_minor: number }[]
}

moduleTests({
  testSuite: ({ service, sql, clock }) => {
    beforeEach(() => clock("2027-01-31T11:00:00.000Z"))

    /** What each seat has off in each period: "1: SPRING 5000". */
    const lowered = async () => {
      const charges = await sql<{ period_key: string; lines: StoredLine[] }>(
        "select period_key, lines from membership_charge order by period_index"
      )
      return charges.map(({ period_key, lines }) => [
        period_key,
        ...lines.map(({ position, discounts }) =>
          [`${position}:`, ...discounts.map(({ code, amount_minor }) => `${code} ${amount_minor}`)].join(" ")
        ),
      ])
    }

    /** A membership of two seats, whose chart has room for a third. */
    const sell = async () => {
      const id = await sellCredits(service, SHARED, { values: [10_000, 10_000] })
      const [{ plan_id, price_chart_id }] = (await sql(
        `select plan_id, price_chart_id from membership where id = '${id}'`
      )) as [{ plan_id: string; price_chart_id: string }]
      await service.createMembershipChartRows(
        [1, 2, 3].map((position) => ({
          ...{ price_chart_id, position, label: `Seat ${position}`, classification_id: null },
          ...{ required: false, unlimited: false, tax_rate: null },
          prices: [{ currency_code: "eur", amount: 100 }],
        })) as never
      )
      return { id, plan_id, price_chart_id }
    }

    const add = async (
      { id, plan_id, price_chart_id }: Awaited<ReturnType<typeof sell>>,
      discounts: SellMembershipInput["discounts"] = []
    ) => {
      const seat = { row_position: 3, label: "Seat 3", classification_id: null, sequence: 3 }
      const draft = {
        ...{ id: "msdr_added", cart_id: null, order_id: "order_added", membership_id: id, plan_id },
        ...{ price_chart_id, currency_code: "eur", override_reason: null, quote_id: "q", region_id: null },
        ...{
          location_id: null,
          customer_id: null,
          starts_on: null,
          first_period: null,
          signup_fee: 0,
          lines: [],
        },
        ...{ accepted_terms_id: null, accepted_terms_at: null, accepted_terms_by: null, checked_at: null },
        seats: [{ ...seat, amount: 100, tax_rate: null, required: false, member_id: null }],
      }
      const purchaser = { customer_id: null, email: null, first_name: null, last_name: null, phone: null }
      const added = await service.addSoldSeats({
        ...{ sale: { draft, is_new: false, findings: [] }, plan: {} as never, order_id: "order_added" },
        ...{ purchaser, purchased_at: await service.now(), payment: { paid: true, canceled: false } },
        ...{ seat_values_minor: [9300], discounts },
      })
      expect(added?.issue_ids).toEqual([])
      expect(added?.seat_ids).toHaveLength(1)
    }

    it("SALE-10, SEAT-8: a promotion lowers the seats that it was sold with; an added seat has its own", async () => {
      const sold = await sell()
      await sql(`insert into membership_discount (id, membership_id, position, code, percent, cycles_left)
        values ('mdis_spring', '${sold.id}', 1, 'SPRING', 50, 2), ('mdis_ever', '${sold.id}', 2, 'EVER', 10, null)`)
      await add(sold, [
        { code: "FRIEND", kind: "fixed", value: 700, cycles_left: 1 },
        { code: "EVER", kind: "percent", value: 20, cycles_left: null },
      ])
      await clock("2027-04-30T12:00:00.000Z")
      await service.enqueueCharges(100)
      expect(await lowered()).toEqual([
        ["period:1", ...["1: SPRING 5000 EVER 500", "2: SPRING 5000 EVER 500"], "3: FRIEND 700 EVER 1860"],
        ["period:2", "1: SPRING 5000 EVER 500", "2: SPRING 5000 EVER 500", "3: EVER 2000"],
        ["period:3", "1: EVER 1000", "2: EVER 1000", "3: EVER 2000"],
      ])
    })

    it.each([
      ["before the others are charged for it", false],
      ["after them", true],
    ])("SEAT-8: added on a period's first day, %s, a seat pays for it once", async (_, is_charged) => {
      const sold = await sell()
      await clock("2027-02-28T09:00:00.000Z")
      if (is_charged) await service.enqueueCharges(100)
      await add(sold)
      await clock("2027-03-31T12:00:00.000Z")
      await service.enqueueCharges(100)
      expect(await lowered()).toEqual([
        ["period:1", "1:", "2:"],
        ["period:2", "1:", "2:", "3:"],
      ])
    })
  },
})
