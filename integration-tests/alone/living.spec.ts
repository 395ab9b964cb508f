import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import renewMemberships from "../../src/jobs/renew-memberships"
import { listCaptures } from "../../src/providers/payment-sandbox"
import { taxAll } from "../../src/workflows/billing/work-on-charges"
import { liveUntil } from "../../src/workflows/clock/live-until"
import { saveSandboxCard } from "../support/cards"
import { createDesk, type Desk } from "../support/desk"
import { answerOf, type Json } from "../support/shop"
import { studioTests } from "../support/studio-tests"

const CLOCK = "/admin/studio-clock"
const ACTOR = { type: "user", id: "user_1" } as const
const MONTHLY = {
  ...{ kind: "membership", audience: "individual" },
  ...{ billing: { type: "recurring", interval: "month", interval_count: 1 } },
  ...{ validity: { unit: "month", count: 1 }, renewal: { mode: "period_end" } },
} as const

/** Advancing the clock does what is due on the way. It begins on Monday 1 March 2027, noon in Berlin. */
studioTests({
  testSuite: ({ api, getContainer }) => {
    let desk: Desk
    let people = 0
    beforeAll(async () => {
      await database().raw(`update notification_provider set channels = array['feed', 'email']`)
      desk = await createDesk(api, getContainer())
    })

    const database = () => getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const membership = () => getContainer().resolve("membership")
    const captures = async () => (await listCaptures(database())).captures
    const charges = async ({ id: membership_id }: Json): Promise<Json[]> =>
      (await membership().listMembershipCharges(
        { membership_id },
        { order: { period_index: "ASC" } }
      )) as Json[]
    const statusOf = async ({ id }: Json) => (await desk.get(`/admin/memberships/${id}`)).membership.status
    const move = (body: Json) => answerOf(api.post(CLOCK, body, desk.shop.admin))
    const lived = async (body: Json): Promise<Json> => (await move(body)).data.run
    /** Until it has arrived, as whoever waits for it asks. */
    const livedAll = async (now: string): Promise<Json[]> => {
      const run = await lived({ now })
      expect([run.failure, run.still_due]).toEqual([null, []])
      return run.complete ? run.ran : [...run.ran, ...(await livedAll(now))]
    }
    const instantsOf = (ran: Json[], work: string) =>
      ran.filter((each) => each.work === work).map(({ at }) => at)

    async function subscriber(card: string, plan: Json = {}): Promise<Json> {
      people += 1
      const who = await desk.person(`Lisa${people}`)
      const sold = await desk.sell(
        await desk.plan({ ...MONTHLY, name: `Monthly ${people}`, ...plan } as never),
        who
      )
      await saveSandboxCard(getContainer(), { customer_id: who.customer_id, name: card })
      return sold
    }

    it("TIME-5, BILL-1, BILL-3: renewals, retries, reminders and suspensions happen on the way, each at its instant", async () => {
      const paid = await subscriber("paid")
      const late = await subscriber("insufficient_funds_once")
      const never = await subscriber("declined")
      const ran = await livedAll("2027-05-05T10:00:00Z")
      const at = (charge: Json) => charge.settled_at?.toISOString()
      expect((await charges(paid)).map(at)).toEqual(["2027-03-31T22:00:00.000Z", "2027-04-30T22:00:00.000Z"])
      // A day later each time: the card is short of funds once, at every renewal.
      expect((await charges(late)).map(at)).toEqual(["2027-04-01T22:00:00.000Z", "2027-05-01T22:00:00.000Z"])
      const [owed] = await charges(never)
      // Days 1, 3, 5 and 7 after the first.
      expect(owed).toMatchObject({ status: "failed", attempt: 5, act_at: null })
      expect([await statusOf(paid), await statusOf(late), await statusOf(never)]).toEqual([
        ...["active", "active", "suspended"],
      ])
      expect(await captures()).toHaveLength(4)
      expect((await charges(paid)).every(({ order_id }) => order_id !== null)).toBe(true)
      const notices = await membership().listMembershipNotices({ membership_id: never.id }, {})
      const told = notices.map(({ kind, sent_at }) => [kind, sent_at?.toISOString()])
      expect(told).toEqual(
        expect.arrayContaining([
          // Three days before, in the morning; and when grace is over.
          ["upcoming_charge", "2027-03-29T07:00:00.000Z"],
          ["suspended", "2027-04-07T22:00:00.000Z"],
        ])
      )
      expect(instantsOf(ran, "renewals")).toEqual([
        ...["2027-03-31T22:00:00.000Z", "2027-04-01T22:00:00.000Z"],
        ...["2027-04-30T22:00:00.000Z", "2027-05-01T22:00:00.000Z"],
      ])
      const instants = ran.map((each) => each.at)
      expect(instants).toEqual([...instants].sort())
      // Living on changes nothing that has been.
      await livedAll("2027-05-05T10:00:01Z")
      expect(await captures()).toHaveLength(4)
    })

    it("CREDIT-5, TERM-4: credits expire, terms end and holds resume at their instants", async () => {
      const pack = await subscriber("paid", {
        ...{ kind: "credit_pack", billing: { type: "one_time" }, renewal: { mode: "none" } },
        ...{
          validity: { unit: "week", count: 2 },
          entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
        },
      })
      const held = await subscriber("paid")
      await desk.post(`/admin/memberships/${held.id}/hold`, {
        ...{ starts_on: "2027-03-10", resumes_on: "2027-03-15", reason: "Away" },
      })
      await livedAll("2027-03-12T10:00:00Z")
      expect([await statusOf(pack), await statusOf(held)]).toEqual(["active", "on_hold"])
      const copy = async ({ id }: Json) => (await membership().retrieveMembership(id)).status
      expect(await copy(held)).toBe("on_hold")
      const ran = await livedAll("2027-03-20T10:00:00Z")
      expect([await copy(pack), await copy(held)]).toEqual(["expired", "active"])
      expect(instantsOf(ran, "credits")).toEqual(["2027-03-14T23:00:00.000Z"])
      expect(instantsOf(ran, "statuses")).toEqual(["2027-03-14T23:00:00.000Z"])
      expect(await desk.left(pack.id)).toBe(0)
    })

    it("TIME-5: bigger than a request should last, it tells how far it came, and asking again goes on", async () => {
      const sold = await subscriber("paid")
      const now = "2027-05-05T10:00:00.000Z"
      const reached: string[] = []
      for (let run: Json = {}; run.complete !== true;) {
        run = await liveUntil(getContainer(), { now, actor: ACTOR, seconds: 0 })
        expect(run.target).toBe(now)
        reached.push(run.reached)
      }
      expect(reached.length).toBeGreaterThan(60)
      expect(new Set(reached).size).toBe(reached.length)
      expect(reached).toEqual([...reached].sort())
      expect((await charges(sold)).map(({ settled_at }) => settled_at.toISOString())).toEqual([
        ...["2027-03-31T22:00:00.000Z", "2027-04-30T22:00:00.000Z"],
      ])
      expect(await captures()).toHaveLength(2)
    })

    it("TIME-5: of two who advance at once, one gets a clear conflict; jobs wait until the clock stands", async () => {
      const sold = await subscriber("paid")
      const answers = await Promise.all([1, 2, 3].map(() => move({ advance: "P1M" })))
      const [done, ...refused] = answers.sort((a, b) => a.status - b.status)
      expect(done).toMatchObject({ status: 200, data: { studio_clock: { now: "2027-04-01T10:00:00.000Z" } } })
      for (const { status, data } of refused) expect([status, data.code]).toEqual([409, "clock_is_moving"])
      expect(await captures()).toHaveLength(1)

      await membership().beginClockMove({ now: "2027-05-05T10:00:00Z", token: "other", actor: ACTOR })
      for (const body of [{ now: "2027-06-01T10:00:00Z", run: false }, { release: true }, { advance: "P1D" }])
        expect(await move(body)).toMatchObject({ status: 409, data: { code: "clock_is_moving" } })
      await membership().moveClock({ token: "other", to: "2027-05-05T10:00:00.000Z" })
      await renewMemberships(getContainer())
      expect(await charges(sold)).toHaveLength(1)
      // Whoever lost the clock to another cannot move it any more.
      await expect(
        membership().moveClock({ token: "lost", to: "2027-06-05T10:00:00.000Z" })
      ).rejects.toMatchObject({ code: "clock_is_moving" })
      await membership().endClockMove("other")
      await renewMemberships(getContainer())
      expect(await charges(sold)).toHaveLength(2)
    })

    it("TIME-5: a mover who died holds the clock for a minute at most", async () => {
      await membership().beginClockMove({ now: "2027-03-05T10:00:00Z", token: "dead", actor: ACTOR })
      await database().raw(`update membership_clock set moved_until = now() - interval '1 second'`)
      expect(await lived({ now: "2027-03-02T10:00:00Z" })).toMatchObject({ complete: true })
    })

    it("TIME-5: an error stops it where the clock stands, is told, and loses nothing", async () => {
      const pack = await subscriber("paid", {
        ...{ kind: "credit_pack", billing: { type: "one_time" }, renewal: { mode: "none" } },
        ...{
          validity: { unit: "week", count: 2 },
          entitlement: { type: "credits", credits: 10, per: "term", scope: "shared" },
        },
      })
      const renewed = await subscriber("paid")
      await database().raw(`create function broken() returns trigger language plpgsql as
        $$ begin raise exception 'The disk is full'; end $$;
        create trigger broken before insert on membership_credit_entry for each row execute function broken()`)
      const target = "2027-04-02T10:00:00.000Z"
      for (let times = 0; times < 2; times += 1)
        expect(await lived({ now: target })).toMatchObject({
          ...{ target, reached: "2027-03-14T23:00:00.000Z", complete: false },
          failure: { work: "credits", message: expect.stringContaining("The disk is full") },
        })
      expect((await desk.get(CLOCK)).studio_clock.now).toBe("2027-03-14T23:00:00.000Z")
      expect(await captures()).toEqual([])
      await database().raw("drop trigger broken on membership_credit_entry")
      await livedAll(target)
      const { entries } = await membership().readCredits({ membership_id: pack.id, limit: 10, offset: 0 })
      expect(entries.map(({ kind, at }) => [kind, at])).toContainEqual(["expire", "2027-03-14T23:00:00.000Z"])
      expect((await charges(renewed)).map(({ status }) => status)).toEqual(["paid"])
    })

    it("BILL-1, TIME-5: while somebody calls a provider the clock stands", async () => {
      const sold = await subscriber("paid")
      await desk.clock("2027-03-31T22:00:00Z")
      await membership().enqueueCharges(10)
      await taxAll(getContainer())
      const { tasks } = await membership().claimCharges({ limit: 10, lease_seconds: 300 })
      expect(tasks).toHaveLength(1)
      const target = "2027-04-03T10:00:00.000Z"
      const run = await liveUntil(getContainer(), { now: target, actor: ACTOR, seconds: 1 })
      expect(run).toMatchObject({ reached: "2027-03-31T22:00:00.000Z", complete: false })
      // Five minutes later whoever held it is gone, and it is looked up before anything is asked for again.
      await database().raw("update membership_charge set updated_at = now() - interval '6 minutes'")
      await livedAll(target)
      expect(await charges(sold)).toMatchObject([{ status: "paid" }])
      expect(await captures()).toHaveLength(1)
    })

    it("TIME-5: it tells when the next of each work is due", async () => {
      await subscriber("paid")
      await livedAll("2027-03-01T12:00:00Z")
      const { instants } = await desk.get(CLOCK)
      expect(instants).toContainEqual({ work: "reminders", at: "2027-03-29T07:00:00.000Z" })
      await livedAll("2027-03-30T10:00:00Z")
      expect((await desk.get(CLOCK)).instants).toContainEqual({
        ...{ work: "renewals", at: "2027-03-31T22:00:00.000Z" },
      })
    })
  },
})
