import { CUSTOMER, ends, held, seat, staffBecause } from "../../seats/__tests__/fixtures"
import { startOfLocalDay } from "../../time/calendar"
import type { BilledMembership, BillingProgress } from "../billed-membership"
import { dueWithJoins } from "../coming-joins"
import { decideJoin, type JoinFacts, joinOnDay } from "../decide-join"
import { dueCharges } from "../due-charges"

const zone = "Europe/Berlin"
const month = { unit: "month", count: 1 } as const
const policy = { effect: "skip_dues", reprice_remaining: false } as const
const at = (day: string) => startOfLocalDay(day, zone)
const sale: BillingProgress = { after_index: 0, charged_hold_ids: [], discounts: [] }

/** For one: 31.00 a month from 1 March 2027, bought by Mia and paid with the sale. */
const own = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...{ id: "ms_own", starts_on: "2027-03-01", interval: month, ends_on: null, renews: true, policy, zone },
  ...{ chart: { price_chart_id: "own", chart_version: 1 }, purchaser_customer_id: "cus_mia" },
  ...{ suspended_at: null, seats: [seat(1, { price_minor: 3100 })] },
  ...change,
})

/** Fred's, with two seats, from 15 February 2027. */
const shared = (change: Partial<BilledMembership> = {}): BilledMembership => ({
  ...own(),
  ...{ id: "ms_shared", starts_on: "2027-02-15", purchaser_customer_id: "cus_fred" },
  ...{ chart: { price_chart_id: "shared", chart_version: 4 }, seats: [seat(1), seat(2)] },
  ...change,
})

const {
  position: _p,
  starts_on: _s,
  cancellation: _c,
  holds: _h,
  member_id: _m,
  ...third
} = seat(3, {
  price_minor: 2500,
})

type Change = Partial<Omit<JoinFacts, "to">> & { readonly to?: Partial<JoinFacts["to"]> }

/** On 11 March: 21 of the 31 days are left; Fred's period runs from 15 February to 15 March. */
const facts = ({ to, ...change }: Change = {}): JoinFacts => ({
  ...{ id: "mpchg_1", currency_code: "eur", membership: own(), progress: sale, when: "now" },
  from: {
    ...{ plan_id: "plan_own", audience: "individual", proration: true, commitment_from_on: null },
    cancellation_policy: { commitment_periods: 0, notice_days: 0 },
  },
  ...{ paid: { amount_minor: 3100, from_on: null }, has_open_charges: false, asker: CUSTOMER },
  now: at("2027-03-11"),
  to: {
    ...{ membership: shared(), progress: sale, is_past_due: false, currency_code: "eur" },
    ...{ seat: third, is_paid_for: false },
    ...to,
  },
  ...change,
})

const by_mia = { seat: { ...third, payer_customer_id: "cus_mia" } }
const nets = ({ charges }: Pick<ReturnType<typeof decideJoin>, "charges">) =>
  charges.map(({ subtotal_minor, discount_minor }) => subtotal_minor - discount_minor)

describe("somebody with a plan of their own who takes a seat of a shared membership", () => {
  it.each<[string, Change, number[], object, object]>([
    [
      "the full price of the running period, to whoever pays there; what was paid by another goes back by a refund",
      {},
      [2500],
      { changes_on: "2027-03-11", due_minor: 2500, carried_minor: 0 },
      { refundable_minor: 2100, period_index: 0 },
    ],
    [
      "unused days lower the charge of the same payer",
      { to: by_mia },
      [400],
      { due_minor: 400, carried_minor: 0, revokes_credits: true },
      { refundable_minor: 0 },
    ],
    [
      "and what they have more is carried on",
      { to: { seat: { ...by_mia.seat, price_minor: 1500 } } },
      [0],
      { due_minor: 0, carried_minor: 600 },
      { credits: [{ id: "mpchg_1", payer_key: "cus_mia", amount_minor: 600 }] },
    ],
    [
      "a seat that is paid for costs nothing; the whole credit is carried on",
      { to: { ...by_mia, is_paid_for: true } },
      [],
      { due_minor: 0, carried_minor: 2100, direction: "downgrade" },
      { refundable_minor: 0 },
    ],
    [
      "a plan that does not prorate gives nothing back, and says how many days are lost",
      { from: { ...facts().from, proration: false } },
      [2500],
      { credit: null, days_lost: 21, revokes_credits: false },
      { refundable_minor: 0 },
    ],
    [
      "at renewal nothing is given back; the seat pays the period that runs by then",
      { when: "renewal" },
      [2500],
      { changes_on: "2027-04-01", credit: null, charge: { from_on: "2027-03-15", until_on: "2027-04-15" } },
      { from_index: 1, period_index: 1 },
    ],
    [
      "CANCEL-4: whoever comes to pay less is bound by their commitment",
      {
        when: "renewal",
        from: { ...facts().from, cancellation_policy: { commitment_periods: 3, notice_days: 0 } },
      },
      [2500],
      { changes_on: "2027-06-01" },
      { from_index: 3, period_index: 3 },
    ],
    [
      "what an earlier change had left goes where its payer goes, and the rest stays",
      {
        to: by_mia,
        progress: {
          ...sale,
          credits: [
            { id: "old", payer_key: "cus_mia", amount_minor: 300 },
            { id: "other", payer_key: "cus_ben", amount_minor: 50 },
          ],
        },
      },
      [100],
      { due_minor: 100 },
      { credits: [], left_behind: [{ id: "other", payer_key: "cus_ben", amount_minor: 50 }] },
    ],
  ])("BILL-10, SEAT-8: %s", (_why, change, charged, told, rest) => {
    const decision = decideJoin(facts(change))
    expect(nets(decision)).toEqual(charged)
    expect(decision.change).toMatchObject(told)
    expect(decision).toMatchObject(rest)
  })

  it.each<[string, Change]>([
    ["already_canceled", { membership: own({ seats: [seat(1, { cancellation: ends("2027-04-01") })] }) }],
    [
      "hold_not_allowed",
      { membership: own({ seats: [seat(1, { holds: [held("2027-03-10", "2027-03-20")] })] }) },
    ],
    ["not_eligible", { has_open_charges: true }],
    ["not_eligible", { from: { ...facts().from, audience: "shared" } }],
    ["not_eligible", { membership: own({ interval: null }) }],
    ["not_eligible", { to: { membership: shared({ interval: null }) } }],
    ["not_eligible", { to: { membership: shared({ starts_on: "2027-03-12" }) } }],
    ["not_eligible", { to: { is_past_due: true } }],
    ["not_eligible", { to: { currency_code: "usd" } }],
    [
      "already_canceled",
      {
        to: {
          membership: shared({ seats: [1, 2].map((n) => seat(n, { cancellation: ends("2027-04-01") })) }),
        },
      },
    ],
    ["conflict", { now: at("2027-03-15") }],
  ])("BILL-10: %s keeps them where they are", (code, change) => {
    expect(() => decideJoin(facts(change))).toThrow(expect.objectContaining({ code }))
  })

  it("BILL-1: the period that is charged with the join is charged to the seat no second time", () => {
    const { charges } = decideJoin(facts())
    const joined = seat(3, { ...third, starts_on: "2027-03-11" })
    const after = shared({ seats: [...shared().seats, joined] })
    const next = dueCharges(after, sale, at("2027-04-20")).flatMap((due) => due.charges)
    const days = [...charges, ...next].flatMap(({ lines, starts_on }) =>
      lines.filter(({ seat_id }) => seat_id === "s3").map(() => starts_on)
    )
    expect(days).toEqual(["2027-02-15", "2027-03-15", "2027-04-15"])
  })

  it("BILL-1, TIME-1: across zones, the seat pays the period of its own day there, and no day twice", () => {
    // In Auckland it is the 15th already, on which the others renew; in Berlin, where they are, the 14th.
    const now = "2027-03-14T12:00:00.000Z"
    const mine = own({ zone: "Pacific/Auckland" })
    const { change, charges } = decideJoin(facts({ membership: mine, now }))
    expect(change).toMatchObject({
      changes_on: "2027-03-15",
      charge: { from_on: "2027-02-15", until_on: "2027-03-15" },
    })
    const joined = seat(3, { ...third, starts_on: "2027-03-14" })
    const after = shared({ seats: [...shared().seats, joined] })
    const next = dueCharges(after, sale, at("2027-04-20")).flatMap((due) => due.charges)
    const days = [...charges, ...next].flatMap(({ lines, starts_on }) =>
      lines.filter(({ seat_id }) => seat_id === "s3").map(() => starts_on)
    )
    expect(days).toEqual(["2027-02-15", "2027-03-15", "2027-04-15"])
    const planned = decideJoin(facts({ membership: mine, now, when: "renewal" }))
    // The 1st of April begins there while it is still the 31st of March in Berlin.
    expect(planned.change).toMatchObject({
      changes_on: "2027-04-01",
      charge: { from_on: "2027-03-15", until_on: "2027-04-15" },
    })
  })

  it("BILL-10, HOLD-4: no period is charged any more from the one on with which it is left", () => {
    const due = (change: Partial<BilledMembership>) =>
      dueCharges(own(change), sale, at("2027-06-30")).map(({ period }) => period.index)
    expect([due({}), due({ leaves_from_index: 2 })]).toEqual([[1, 2, 3], [1]])
  })

  it("BILL-10: staff who say why go past a commitment, and the day it is done charges the period of that day", () => {
    const from = { ...facts().from, cancellation_policy: { commitment_periods: 3, notice_days: 0 } }
    const asker = staffBecause("She moves in with him.")
    expect(decideJoin(facts({ when: "renewal", from, asker })).change.changes_on).toBe("2027-04-01")
    const to = { progress: { ...sale, after_index: 1 } }
    const made = joinOnDay(facts({ when: "renewal", now: at("2027-04-01"), to }), "2027-04-01")
    expect([nets(made), made.period_index, made.charges[0]?.starts_on]).toEqual([[2500], 1, "2027-03-15"])
  })
})

describe("a shared membership that somebody is to join", () => {
  const planned = (to: Partial<JoinFacts["to"]> = {}) => facts({ when: "renewal", to })
  const foreseen = (until: string, day = "2027-04-01", joined = planned()) =>
    dueWithJoins({ membership: shared(), progress: sale }, at(until), [{ facts: joined, at: at(day) }])
  const told = ({ due }: ReturnType<typeof foreseen>) =>
    due.flatMap(({ period, charges }) =>
      charges.map((charge) => [
        period.due_at,
        charge.starts_on,
        charge.period_key,
        ...nets({ charges: [charge] }),
      ])
    )

  it("REPORT-3, SEAT-8: the seat's first charge is foreseen, and its part of every period after it", () => {
    expect(told(foreseen("2027-05-01"))).toEqual([
      [at("2027-03-15"), "2027-03-15", "period:1", 2000],
      [at("2027-04-01"), "2027-03-15", `join:${third.id}`, 2500],
      [at("2027-04-15"), "2027-04-15", "period:2", 4500],
    ])
    const { joined } = foreseen("2027-05-01")
    expect(joined).toMatchObject([{ at: at("2027-04-01"), seat: { starts_on: "2027-04-01" } }])
  })

  it("REPORT-3, SEAT-8: on the day of the others' renewal they are charged first, and the seat pays that period once", () => {
    expect(told(foreseen("2027-05-01", "2027-04-15")).slice(1)).toEqual([
      [at("2027-04-15"), "2027-04-15", "period:2", 2000],
      [at("2027-04-15"), "2027-04-15", `join:${third.id}`, 2500],
    ])
  })

  it("REPORT-3: nothing after the days that are asked about, of a seat that is paid for, or of what is refused", () => {
    const alone = [[at("2027-03-15"), "2027-03-15", "period:1", 2000]]
    expect(told(foreseen("2027-04-01"))).toEqual(alone)
    expect(told(foreseen("2027-04-10", "2027-04-01", planned({ is_paid_for: true })))).toEqual(alone)
    expect(told(foreseen("2027-04-10", "2027-04-01", planned({ currency_code: "usd" })))).toEqual(alone)
  })
})
