// Some weeks of a studio with one server and two workers, of which one dies each time that charges are due.
import { Temporal } from "@js-temporal/polyfill"
import { setTimeout as sleep } from "node:timers/promises"
import { Shop } from "../demo-year/shop.mjs"
import { PlainFailure } from "../lifetime.mjs"
import { NIGHTLY_CHECK } from "./schedules.mjs"
import { deedsSince, halfWay, installWitness, lastDeed, mostCallsInASecond } from "./witness.mjs"

const STARTS_AT = Temporal.Instant.from("2027-01-04T09:00:00Z")
const HOURS_A_WEEK = 7 * 24
/** As many charges of each membership: more than one worker claims at a time. */
const WEEKS_A_ROUND = 4
/** A worker dies so soon after the first charge of a round was claimed. */
const KILL_WITHIN_MS = 3000
const PLAN = "four-a-week"
/** Of each household, in one cart. */
const MEMBERSHIPS_EACH = 4
/** The cards of the last households; the others' are paid. */
const CARDS = ["silent_but_taken", "silent_but_taken", "declined", "declined"]

/** A membership that renews each week and gives four credits. */
async function offer(shop) {
  const { membership_plan } = await shop.admin("membership-plans", {
    ...{ name: "Four a week", handle: PLAN, kind: "membership", audience: "individual", status: "active" },
    ...{ currency_codes: ["eur"], billing: { type: "recurring", interval: "week", interval_count: 1 } },
    entitlement: { type: "credits", credits: 4, per: "period", scope: "shared" },
  })
  const { price_chart } = await shop.admin(`membership-plans/${membership_plan.id}/price-charts`, {})
  const rows = [{ label: "Anybody", prices: [{ currency_code: "eur", amount: 20 }] }]
  await shop.admin(`price-charts/${price_chart.id}`, { rows })
  await shop.admin(`price-charts/${price_chart.id}/finalize`, {})
  await shop.admin(`price-charts/${price_chart.id}/publish`, {})
}

const householdsOf = (count) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ name: `Household ${at + 1}`, email: `household-${at + 1}@example.com` },
    ...{ wish: { seats: [{ classification_id: null, count: 1 }] }, card: CARDS[at - count + CARDS.length] },
  }))

/** One who is served after the other, by so many at once. */
async function eachOf(all, atOnce, serve) {
  const left = all.values()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of left) await serve(one)
    })
  )
}

export class Story {
  #now = STARTS_AT

  constructor({ client, fleet, schedules, card, wish, random }) {
    Object.assign(this, { client, fleet, schedules, wish, random })
    this.shop = new Shop(card)
  }

  async tell() {
    await this.#sell()
    const alone = await this.#serverAlone()
    const mended = await this.#newCards()
    await this.#aDayLater()
    const rounds = []
    for (let nth = 1; nth <= this.wish.rounds; nth++) rounds.push(await this.#round(nth))
    await this.#untilAllIsShown()
    return {
      memberships_sold: this.households.length * MEMBERSHIPS_EACH,
      weeks: Math.floor(this.#now.since(STARTS_AT).total("hours") / HOURS_A_WEEK),
      alone,
      rounds,
      mended,
      drift: await this.#ledgerDrift(),
      ...(await this.#deeds()),
    }
  }

  async #sell() {
    const { client, shop, fleet, wish } = this
    await Promise.all([fleet.startServer(), fleet.startWorker(), fleet.startWorker()])
    await shop.logIn()
    await shop.captures() // The bank makes its books when it is first asked.
    await installWitness(client)
    await this.#setClock(STARTS_AT)
    await offer(shop)
    this.households = householdsOf(wish.households)
    const began = performance.now()
    await eachOf(this.households, 4, async (household) => {
      household.person = await shop.welcome(household)
      await shop.buy({ household, person: household.person, plan: PLAN, count: MEMBERSHIPS_EACH })
      if (household.card) await shop.useCard({ person: household.person, card: household.card })
    })
    const seconds = Math.round((performance.now() - began) / 1000)
    console.log(`${wish.households * MEMBERSHIPS_EACH} memberships sold over HTTP in ${seconds} s`)
  }

  /** Both workers die, a week passes, and the server alone does nothing about it. Two others make up for it. */
  async #serverAlone() {
    const { fleet, schedules } = this
    const mark = await lastDeed(this.client)
    for (const name of [...fleet.workers.keys()]) await fleet.kill(name)
    await this.#pass({ weeks: 1 })
    await sleep(2000)
    const claimed = await deedsSince(this.client, "claimed", mark)
    const alone = { takers: await schedules.takers(), claimed, due: await this.#due() }
    await Promise.all([fleet.startWorker(), fleet.startWorker()])
    console.log(`The server alone: ${alone.due} due, none charged. Two workers begin.`)
    const [from, before] = [performance.now(), await lastDeed(this.client)]
    // Nobody rings: the schedule's own minute does it.
    await this.#until("the schedule's next minute", 90, () => this.#hasClaimed(before))
    const seconds = Math.round((performance.now() - from) / 1000)
    console.log(`The schedule itself took it up after ${seconds} s.`)
    await this.#quiet()
    return { ...alone, takers_after: await schedules.takers(), coming: await schedules.coming() }
  }

  async #round(nth) {
    const { client, fleet, random, schedules } = this
    const mark = await lastDeed(client)
    await this.#pass({ weeks: WEEKS_A_ROUND })
    await schedules.ring()
    await this.#until("the first claim of a round", 60, () => this.#hasClaimed(mark))
    // While one runs, the next minute's run is the other's.
    await schedules.ring()
    const after_ms = Math.floor(random() * KILL_WITHIN_MS)
    const victim = [...fleet.workers.keys()][Math.floor(random() * fleet.workers.size)]
    await sleep(after_ms)
    await fleet.kill(victim)
    const left = (await halfWay(client)).get(victim) ?? 0
    await Promise.all([fleet.startWorker(), this.#quiet()])
    const claimed = await deedsSince(client, "claimed", mark)
    console.log(
      `kill ${nth}: ${victim}, ${after_ms} ms after the first claim, ${left} charges half-way; claimed by ${tallied(claimed)}`
    )
    await this.#aDayLater()
    return { victim, after_ms, left, claimed }
  }

  /** What the dead had claimed is looked up or tried again; an hour later the bank that was silent then is asked. */
  async #aDayLater() {
    for (const hours of [25, 1]) {
      await this.#pass({ hours })
      await this.#quiet()
    }
  }

  /** Those whose card was declined hear of it, and use another one: the server takes it, and a worker hears of that. */
  async #newCards() {
    const declined = this.households.filter(({ card }) => card === "declined")
    const emails = declined.map(({ email }) => email)
    let told = []
    await this.#until("a worker's notices of declined cards", 60, async () => {
      await this.schedules.ring()
      const { notifications } = await this.shop.admin("notifications?limit=100&fields=to,template")
      const failed = notifications.filter(({ template }) => template === "membership-payment-failed")
      told = [...new Set(failed.map(({ to }) => to))]
      return emails.every((email) => told.includes(email))
    })
    for (const { person } of declined) await this.shop.useCard({ person, card: "paid_mastercard" })
    return { emails, told }
  }

  /** Whoever died while making orders keeps the others from it for half a minute. */
  async #untilAllIsShown() {
    const isOpen = "select count(*) from membership_charge where settled_at is null"
    if ((await this.#count(isOpen)) > 0) await this.#aDayLater()
    await this.#until("the last orders and notices", 90, async () => {
      await this.schedules.ring()
      const orders = await this.#count(
        "select count(*) from membership_charge where status = 'paid' and order_id is null"
      )
      return (
        orders + (await this.#count("select count(*) from membership_notice where send_at is not null")) === 0
      )
    })
    await this.#quiet()
  }

  /** @returns what a worker's nightly check has found, as the server shows it */
  async #ledgerDrift() {
    await this.schedules.ring([NIGHTLY_CHECK])
    let drift
    await this.#until("the nightly check in the server's metrics", 60, async () => {
      drift = /^membership_ledger_drift (\d+)$/m.exec(await this.shop.metrics())?.[1]
      return drift !== undefined
    })
    return Number(drift)
  }

  async #deeds() {
    const { client } = this
    const { rows } = await client.query(
      `select m.id, count(c.*)::int as charges, count(distinct c.period_key)::int as periods,
         count(*) filter (where c.status = 'paid')::int as paid, count(distinct c.order_id)::int as orders
       from membership m left join membership_charge c on c.membership_id = m.id group by 1`
    )
    const twice = await client.query(
      "select id, did from witness where did in ('made', 'settled') group by 1, 2 having count(*) > 1"
    )
    const deeds = {}
    for (const did of ["activated", "made", "claimed", "called", "settled", "ordered", "told"])
      deeds[did] = await deedsSince(client, did)
    return { memberships: rows, done_twice: twice.rows, deeds, most_calls: await mostCallsInASecond(client) }
  }

  /** Nobody alive is half-way while the clock moves: in a studio's own time no call takes weeks. */
  async #pass({ weeks = 0, hours = 0 }) {
    await this.#quiet()
    await this.#setClock(this.#now.add({ hours: hours + weeks * HOURS_A_WEEK }))
  }

  async #setClock(now) {
    this.#now = now
    await this.shop.setClock(now.toString())
  }

  /** Until what is due is claimed, and those who are alive have answered for what they claimed. */
  async #quiet() {
    if (this.fleet.workers.size === 0) return
    await this.#until("all that is due", 120, async () => {
      if ((await this.#due()) > 0) {
        await this.schedules.ring()
        return false
      }
      return [...(await halfWay(this.client)).keys()].every((name) => !this.fleet.workers.has(name))
    })
  }

  /** Memberships and charges that a worker should be at. */
  async #due() {
    return this.#count(
      `select (select count(*) from membership where charges_next_at <= $1)
         + (select count(*) from membership_charge where total_minor is null)
         + (select count(*) from membership_charge
            where act_at <= $1 and (lease_until is null or lease_until <= $1)) as count`,
      [this.#now.toString()]
    )
  }

  async #hasClaimed(since) {
    return Object.keys(await deedsSince(this.client, "claimed", since)).length > 0
  }

  async #count(statement, values) {
    const { rows } = await this.client.query(statement, values)
    return Number(rows[0].count)
  }

  async #until(what, seconds, look) {
    const until = performance.now() + seconds * 1000
    while (!(await look())) {
      if (performance.now() > until) throw new PlainFailure(`It took more than ${seconds} s: ${what}.`)
      await sleep(100)
    }
  }
}

const tallied = (counts) =>
  Object.entries(counts)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ")
