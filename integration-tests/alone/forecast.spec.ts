import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { saveSandboxCard } from "../support/cards"
import type { Desk, Visitor } from "../support/desk"
import { createJoining, type Joining } from "../support/joining"
import { createPlanOnSale, publishChart, type TestPlan, type TestRow } from "../support/sales"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const MONTHLY = {
  ...{ kind: "membership", audience: "individual" },
  ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
  ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
} as const
const CREDITS = { type: "credits", credits: 8, per: "period", scope: "shared" }
const PACK = {
  ...{ kind: "credit_pack", billing: { type: "one_time" }, renewal: { mode: "none" } },
  entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
} as const
const POLICY = {
  ...{ allowed: true, fees: [{ currency_code: "eur", amount: 10 }], min_days: null, max_days: null },
  ...{ max_days_a_year: null, notice_days: 0, effect: "skip_dues", reprice_remaining: false },
}
interface Sold {
  id: string
  seats: Json[]
  who: Visitor
}

const FROM = "2027-03-01"
const UNTIL = "2027-05-20"
const STATUS_OF: Json = {
  ...{ term_begins: "active", term_ends: "expired", membership_canceled: "canceled" },
  credits_used_up: "exhausted",
}

/** What will happen, and then does. It begins on Monday 1 March 2027, noon in Berlin. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let joining: Joining
    let people = 0
    beforeAll(async () => {
      await database().raw(`update notification_provider set channels = array['feed', 'email']`)
      joining = await createJoining(api, getContainer())
      desk = joining.desk
    })

    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const membership = () => getContainer().resolve("membership")
    const ask = (query: string) => answerOf(api.get(`/admin/membership-forecast?${query}`, desk.shop.admin))
    const range = `from=${FROM}&until=${UNTIL}`
    const forecast = async (query = `${range}&limit=200`): Promise<Json> => {
      const { status, data } = await ask(query)
      expect({ status, ...(status === 200 ? {} : data) }).toEqual({ status: 200 })
      return data
    }
    const livedUntil = async (now: string): Promise<void> => {
      const { run } = await desk.post("/admin/studio-clock", { now })
      expect([run.failure, run.still_due]).toEqual([null, []])
      if (!run.complete) await livedUntil(now)
    }
    const planOf = (fields: Json, rows?: TestRow[]): Promise<TestPlan> =>
      createPlanOnSale(
        api,
        getContainer(),
        desk.shop,
        { ...MONTHLY, name: `Plan ${(people += 1)}`, ...fields },
        rows
      )
    async function sold(plan: TestPlan, body: Json = {}): Promise<Sold> {
      people += 1
      const who = await desk.person(`Lisa${people}`, body)
      const { id, seats } = await desk.sell(plan, who)
      await saveSandboxCard(getContainer(), { customer_id: who.customer_id, name: "paid" })
      return { id, seats, who }
    }

    /** One of each kind of thing that may happen to a membership. */
    async function furnish(): Promise<Record<string, Sold>> {
      const child = await desk.post("/admin/membership-classifications", { name: "Child", max_age: 12 })
      const { id: classification_id } = child.membership_classification
      const credits = await planOf({
        ...{ entitlement: CREDITS, rollover: { mode: "up_to", max: 3, expires_after_periods: 1 } },
      })
      const plain = await planOf({ hold_policy: POLICY })
      const extending = await planOf({ entitlement: CREDITS })
      const other = await planOf({ entitlement: { ...CREDITS, credits: 5 } }, [
        { label: "Other", amount: 140 },
      ])
      const all = {
        monthly: await sold(credits),
        held: await sold(plain),
        extended: await sold(extending),
        holiday: await sold(plain),
        canceled: await sold(credits),
        moved: await sold(plain),
        changed: await sold(credits),
        pack: await sold(await planOf({ ...PACK, validity: { unit: "week", count: 2 } })),
        waiting: await sold(
          await planOf({
            ...{ starts: "first_visit", must_start_within: { unit: "week", count: 2 } },
            ...{ entitlement: CREDITS },
          })
        ),
        child: await sold(await planOf({}, [{ label: "Child", classification_id, amount: 30 }]), {
          date_of_birth: "2014-04-20",
        }),
      }
      const hold = { starts_on: "2027-03-20", resumes_on: "2027-04-10", reason: "Away" }
      await desk.post(`/admin/memberships/${all.held.id}/hold`, hold)
      await desk.post(`/admin/memberships/${all.extended.id}/hold`, hold)
      await desk.post(`/admin/memberships/${all.holiday.id}/hold`, { ...hold, kind: "payment_holiday" })
      await desk.post(`/admin/memberships/${all.canceled.id}/cancel`, {
        ...{ way: { at: "date", on: "2027-05-15" }, reason: "Moves" },
      })
      await desk.post(`/admin/memberships/${all.changed.id}/plan-change`, {
        ...{ plan_id: other.id, when: "renewal" },
      })
      const to_price_chart_id = await publishChart(getContainer(), plain.id, 2, [
        { label: "Default 1", amount: 120 },
      ])
      await desk.post(`/admin/membership-plans/${plain.id}/price-migrations`, {
        ...{ to_price_chart_id, from_on: "2027-05-01", membership_ids: [all.moved.id] },
      })
      await joinPlanned()
      return all
    }

    /** Somebody with a plan of their own is to take a new seat of a shared membership with the next renewal. */
    async function joinPlanned(): Promise<void> {
      const [fred, mia] = [await joining.person("Fred"), await joining.person("Mia")]
      const shared = await joining.sellShared(fred)
      const own = await desk.sell(joining.own, mia)
      const planned = await joining.join(own, shared, { when: "renewal", classification_id: null })
      expect(planned.status).toBe(200)
    }

    const minor = (amount: number) => Math.round(amount * 100)
    const foreseenCharges = (happenings: Json[]) =>
      happenings
        .filter(({ kind }) => kind === "charge")
        .map(({ membership: { id }, at, charge }) => ({
          ...{ membership_id: id, at, payer: charge.payer_customer_id, total_minor: minor(charge.total) },
          lines: charge.lines.map(({ key, total }: Json) => [key, minor(total)]),
        }))
    const foreseenCredits = (happenings: Json[]) =>
      happenings
        .filter(({ credits }) => credits !== null)
        .map(({ kind, membership: { id }, at, credits }) =>
          [id, at, kind, credits.credits, minor(credits.value)].join(" ")
        )
        .sort()

    async function chargesMade(): Promise<Json[]> {
      const charges = (await membership().listMembershipCharges(
        {},
        { order: { due_at: "ASC", id: "ASC" }, take: null }
      )) as Json[]
      expect(charges.map(({ status }) => status)).toEqual(charges.map(() => "paid"))
      return charges.map(
        ({ membership_id, due_at, payer_customer_id: payer, total_minor, lines, is_tax_inclusive }) => ({
          ...{ membership_id, at: due_at.toISOString(), payer, total_minor: Number(total_minor) },
          lines: lines.map(({ key, amount_minor, discounts, tax_minor }: Json) => {
            const off = discounts.reduce((sum: number, each: Json) => sum + Number(each.amount_minor), 0)
            return [key, Number(amount_minor) - Number(off) + (is_tax_inclusive ? 0 : Number(tax_minor))]
          }),
        })
      )
    }
    const KINDS: Json = {
      ...{ grant: "credits_given", expire: "credits_expire", revoke: "credits_revoked" },
      roll_over: "credits_roll_over",
    }
    /** What the ledger has got since, as happenings tell it: all of a kind at one instant as one. */
    async function creditsWritten(since: string): Promise<string[]> {
      const entries = (await membership().listMembershipCreditEntries({}, { take: null })) as Json[]
      const sums = new Map<string, [number, number]>()
      for (const { membership_id, at, kind, available, available_value_minor } of entries) {
        if (at.toISOString() <= since || (kind === "roll_over" && available < 0)) continue
        const key = [membership_id, at.toISOString(), KINDS[kind]].join(" ")
        const [credits, value] = sums.get(key) ?? [0, 0]
        sums.set(key, [credits + Number(available), value + Number(available_value_minor)])
      }
      return [...sums].map(([key, sum]) => [key, ...sum.map(Math.abs)].join(" ")).sort()
    }
    /** Seats that were there when it was foreseen keep their names; one that joins since has no name before. */
    const named = (charges: Json[], seat_ids: ReadonlySet<string>) =>
      charges.map(({ lines, ...charge }) => ({
        ...charge,
        lines: lines.map(([key, ...amounts]: [string, ...number[]]) => {
          const [kind, id] = key.split(":") as [string, string]
          return [kind === "seat" && !seat_ids.has(id) ? "seat:new" : key, ...amounts]
        }),
      }))
    const byKey = (all: Json[]) =>
      [...all].sort((a, b) => (`${a.at}${a.membership_id}` < `${b.at}${b.membership_id}` ? -1 : 1))

    it("REPORT-3, BILL-9, CREDIT-10: what is foreseen is what happens, day by day and to the cent", async () => {
      const all = await furnish()
      const now = (await desk.get("/admin/studio-clock")).studio_clock.now
      const seats = (await membership().listMembershipSeats({}, { take: null })) as Json[]
      const known = new Set<string>(seats.map(({ id }) => id))
      const { membership_forecast, happenings, count } = await forecast()
      expect(count).toBe(happenings.length)
      const kinds = new Set(happenings.map(({ kind }: Json) => kind))
      expect([...kinds].sort()).toEqual([
        ...["ages_out", "charge", "credits_expire", "credits_given", "credits_revoked", "credits_roll_over"],
        ...["dues_skipped", "hold_begins", "hold_ends", "membership_canceled", "notice", "plan_changes"],
        ...["prices_move", "seats_canceled", "term_begins", "term_ends"],
      ])
      const days = membership_forecast.days as Json[]
      const isSeen = ({ kind, reason }: Json) =>
        kind in STATUS_OF || kind === "ages_out" || (kind.startsWith("hold_") && reason === "hold")
      for (const day of new Set<string>(happenings.filter(isSeen).map((each: Json) => each.day))) {
        await livedUntil(`${day}T10:00:00Z`)
        const of_day = happenings.filter((each: Json) => each.day === day && STATUS_OF[each.kind])
        for (const {
          kind,
          membership: { id },
        } of of_day) {
          const { status } = await membership().retrieveMembership(id)
          expect([kind, day, status]).toEqual([kind, day, STATUS_OF[kind]])
        }
        for (const { member } of happenings.filter(
          (each: Json) => each.day === day && each.kind === "ages_out"
        )) {
          const { members_ageing_out } = await desk.get("/admin/members-ageing-out?days=0")
          const one = members_ageing_out.find((each: Json) => each.member.id === member.id)
          expect(one).toMatchObject({ qualifies_now: false, stops_qualifying_on: day })
        }
        for (const {
          kind,
          membership: { id },
        } of happenings.filter(
          (each: Json) => each.day === day && each.kind.startsWith("hold_") && each.reason === "hold"
        )) {
          const { status } = await membership().retrieveMembership(id)
          expect([day, status]).toEqual([day, kind === "hold_begins" ? "on_hold" : "active"])
        }
      }
      await livedUntil("2027-05-19T21:59:59Z")
      const foreseen = named(foreseenCharges(happenings), known)
      expect(byKey(foreseen)).toEqual(byKey(named(await chargesMade(), known)))
      // Of the seat that joins: its first charge, and its line of the two that follow.
      const joined = foreseen.flatMap(({ lines }) => lines).filter(([key]: [string]) => key === "seat:new")
      expect(joined).toEqual([
        ["seat:new", 4000],
        ["seat:new", 4000],
      ])
      expect(foreseenCredits(happenings)).toEqual(await creditsWritten(now))
      const [changed] = await membership().listMemberships({ id: all.changed!.id }, { relations: ["plan"] })
      const to = happenings.find(({ kind }: Json) => kind === "plan_changes")
      expect([to.day, (changed as Json).plan_from_on]).toEqual(["2027-04-01", "2027-04-01"])
      // Totals of days add up to those of all, and those of charges to what the bank took.
      const sum = (of: Json[], key: string) =>
        of.reduce<number>((total, each) => total + minor(each[key] ?? 0), 0)
      const charged = membership_forecast.totals.find(({ kind }: Json) => kind === "charge")
      const of_days = days.flatMap((each) => each.kinds).filter(({ kind }) => kind === "charge")
      expect([sum(of_days, "total"), charged.count]).toEqual([
        ...[minor(charged.total), (await chargesMade()).length],
      ])
      const taken = (await chargesMade()).reduce<number>((total, each) => total + Number(each.total_minor), 0)
      expect(minor(charged.total)).toBe(taken)
    }, 400_000)

    it("REPORT-3: of one membership, of a customer and of the studio, and no other", async () => {
      const [one, two] = [await sold(await planOf({})), await sold(await planOf({}))]
      const payer = two.who.customer_id
      await desk.post(`/admin/memberships/${one.id}/seats/${one.seats[0].id}/payer`, {
        payer_customer_id: payer,
      })
      const idsOf = async (query: string) => {
        const { happenings } = await forecast(`${range}&limit=200&kind=charge&${query}`)
        return [...new Set(happenings.map(({ membership: { id } }: Json) => id))].sort()
      }
      expect(await idsOf(`membership_id=${one.id}`)).toEqual([one.id])
      // They pay for somebody else's too; who bought that is told of it as well.
      expect(await idsOf(`customer_id=${payer}`)).toEqual([one.id, two.id].sort())
      expect(await idsOf(`customer_id=${one.who.customer_id}`)).toEqual([one.id])
      expect(await idsOf("")).toEqual([one.id, two.id].sort())
      const { happenings } = await forecast(`from=2027-04-01&membership_id=${one.id}`)
      expect(happenings).toMatchObject([
        {
          ...{ kind: "charge", day: "2027-04-01", at: "2027-03-31T22:00:00.000Z", rule: "BILL-3" },
          ...{ membership: { id: one.id, customer_name: expect.any(String) }, seats: [] },
          charge: { charge_id: null, payer_customer_id: payer, total: 100 },
          why: "A period begins, and its dues are charged from its first instant.",
        },
      ])
      expect(JSON.stringify(await forecast())).not.toContain("date_of_birth")
      const page = await forecast(`${range}&limit=1&offset=1`)
      expect([page.happenings.length, page.limit, page.offset]).toEqual([1, 1, 1])
    })

    it.each([
      ["from=2027-02-28", "from"],
      ["from=2027-03-10&until=2027-03-10", "until"],
      ["from=2027-03-10&until=2028-04-10&membership_id=x", "until"],
      ["from=2027-03-01&until=2027-06-03", "until"],
      ["from=2027-02-30", "from"],
    ])("REPORT-3, SAFE-1: %s is refused, naming the field", async (query, field) => {
      const { status, data } = await ask(query)
      expect([status, data.code, data.details?.field]).toEqual([400, "date_invalid", field])
    })

    it("REPORT-3: it cannot write, and asks as often about two hundred memberships as about two", async () => {
      const plan = await planOf({ entitlement: CREDITS })
      const two = [await sold(plan), await sold(plan)]
      const statementsOf = async (): Promise<string[]> => {
        const statements: string[] = []
        const heard = ({ sql }: { sql: string }) => statements.push(sql)
        database().client.on("query", heard)
        await forecast()
        database().client.removeListener("query", heard)
        return statements
      }
      await statementsOf()
      const few = await statementsOf()
      expect(few.some((sql) => sql.includes("set transaction read only"))).toBe(true)
      expect(few.filter((sql) => /^\s*(insert|update|delete)|for update/i.test(sql))).toEqual([])
      await copies(two[0]!.id, 198)
      const many = await statementsOf()
      const { happenings, count } = await forecast(`${range}&limit=200&kind=charge`)
      expect([count, happenings.length]).toEqual([200 * 2, 200])
      process.stdout.write(`forecast: ${few.length} statements of 2, ${many.length} of 200 memberships\n`)
      expect(many.length).toBeLessThanOrEqual(few.length + 2)
      // The database refuses what would be written in there.
      const repository = membership() as unknown as {
        baseRepository_: { transaction: (run: (manager: unknown) => Promise<unknown>) => Promise<unknown> }
      }
      const writing = repository.baseRepository_.transaction(async (transactionManager) => {
        const scope = {
          membership_id: two[0]!.id,
          customer_id: null,
          until_on: UNTIL,
          after_id: null,
          limit: 10,
        }
        await membership().forecastMemberships(scope, { transactionManager } as never)
        return (transactionManager as { execute: (sql: string) => Promise<unknown> }).execute(
          "update membership set customer_name = 'Somebody'"
        )
      })
      await expect(writing).rejects.toThrow(/read-only transaction/)
    })

    /** The same membership again, written by statements. */
    async function copies(id: string, count: number): Promise<void> {
      const copy = async (table: string, changes: string, condition: string) => {
        const { rows } = await database().raw(
          `select string_agg(quote_ident(column_name), ', ') as columns from information_schema.columns
           where table_schema = 'public' and table_name = '${table}'`
        )
        const { columns } = rows[0] as { columns: string }
        await database().raw(
          `insert into ${table} (${columns})
           select (jsonb_populate_record(t, ${changes})).* from ${table} t, generate_series(1, ${count}) n
           where ${condition}`
        )
      }
      await copy(
        "membership_sale_draft",
        "jsonb_build_object('id', t.id || n)",
        `id = (select sale_draft_id from membership where id = '${id}')`
      )
      await copy(
        "membership",
        "jsonb_build_object('id', t.id || n, 'sale_draft_id', t.sale_draft_id || n, 'display_id', 1000 + n)",
        `id = '${id}'`
      )
      await copy(
        "membership_seat",
        "jsonb_build_object('id', t.id || n, 'membership_id', t.membership_id || n)",
        `membership_id = '${id}'`
      )
      await copy(
        "membership_credit_grant",
        "jsonb_build_object('id', t.id || n, 'membership_id', t.membership_id || n, 'key', t.key || n)",
        `membership_id = '${id}'`
      )
    }
  },
})
