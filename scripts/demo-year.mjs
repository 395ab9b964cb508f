// npm run demo:year -- --households 20 --months 12 --seed 1: a studio of its own sells its plans to households over HTTP, as a
// storefront does, and lives a year on its adjustable clock: renewals, retries, holds, cancellations, visits and refunds. Month
// by month the books are closed and held against the bank's. It ends with 1 where a cent or a credit differs; afterwards, as a
// negative control, books that were tampered with have to be found out. integration-tests/faults/demo-year.spec.ts runs a short one.
import { Temporal } from "@js-temporal/polyfill"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import path from "node:path"
import { parseArgs } from "node:util"
import { closeMonth, differences, NOTHING_YET, readStudio } from "./demo-year/books.mjs"
import { makeHouseholds } from "./demo-year/households.mjs"
import { Shop } from "./demo-year/shop.mjs"
import { headings, lineFor, total } from "./demo-year/statement.mjs"
import { PlainFailure, runScript } from "./lifetime.mjs"
import { freePort, startThrowAwayPostgres } from "./postgres.mjs"
import { artifacts } from "./project.mjs"
import { describeStudio, migrate, seed as fill, serveSources } from "./studio.mjs"

const ZONE = "Europe/Berlin"
const FIRST_DAY = Temporal.PlainDate.from("2027-01-01")
const folder = path.join(artifacts, "demo-year")

function wishedFor() {
  const options = { households: { type: "string" }, months: { type: "string" }, seed: { type: "string" } }
  const { values } = parseArgs({ options })
  const { households = "20", months = "12", seed = "1" } = values
  const wish = { households: Number(households), months: Number(months), seed: Number(seed) }
  if (!Object.values(wish).every((number) => Number.isInteger(number) && number > 0))
    throw new PlainFailure("npm run demo:year -- --households 20 --months 12 --seed 1")
  return wish
}

const at = (day, { hour = 0, minute = 0 } = {}) =>
  day.toZonedDateTime({ timeZone: ZONE, plainTime: { hour, minute } }).toInstant()

async function openStudio(lifetime) {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const postgres = await startThrowAwayPostgres()
  lifetime.onEnd(postgres.stop)
  await postgres.createDatabase("year")
  const databaseUrl = postgres.url("year")
  const described = describeStudio({ databaseUrl, port: await freePort(), folder })
  const given = { STUDIO_CLOCK: "adjustable", PAYMENT_SANDBOX: "true", PAYMENT_SANDBOX_TIMEOUT_MS: "20" }
  const studio = { ...described, env: { ...described.env, ...given, DISABLE_ADMIN: "true" } }
  await migrate(lifetime, studio)
  await fill(lifetime, studio)
  await serveSources(lifetime, studio)
  const shop = new Shop({ ...JSON.parse(readFileSync(studio.card, "utf8")), base_url: studio.url })
  await shop.logIn()
  return { shop, databaseUrl }
}

/** What one household does; each adds to what was paid and given back this month. */
const ACTS = {
  buy: async (shop, { household, person, act, day, told }) => {
    const { starts_after } = household
    const starts_on = starts_after ? day.add({ days: starts_after }).toString() : undefined
    told.sold += await shop.buy({ household, person, plan: act.plan, starts_on })
  },
  use_card: (shop, { person, act }) => shop.useCard({ person, card: act.card }),
  check_in: async (shop, { person, act, counts }) => {
    const isAllowed = await shop.checkIn({ person, service: act.service })
    counts[isAllowed ? "visits" : "denied"] += 1
  },
  hold: (shop, { person, act, day }) => {
    const starts_on = day.add({ days: 1 })
    const resumes_on = starts_on.add({ days: act.days }).toString()
    return shop.hold({ person, starts_on: starts_on.toString(), resumes_on })
  },
  cancel: (shop, { person }) => shop.cancel({ person }),
  confirm: (shop, { person }) => shop.confirm({ person }),
  refund_renewal: async (shop, { person, act, told }) => {
    told.refunded += await shop.refundRenewal({ person, share: act.share })
  },
  refund_sale: async (shop, { person, told }) => {
    told.refunded += await shop.refundSale({ person })
  },
}

/** All acts in the order of their days; on one day the households come one after the other. */
function agendaOf(households) {
  return households
    .flatMap((household, nth) => household.acts.map((act) => ({ household, nth, act })))
    .sort((a, b) => a.act.day - b.act.day || a.nth - b.nth)
}

await runScript(async (lifetime) => {
  const wish = wishedFor()
  const end = FIRST_DAY.add({ months: wish.months })
  const days = FIRST_DAY.until(end).days
  const households = makeHouseholds({ count: wish.households, seed: wish.seed, days })
  const { shop, databaseUrl } = await openStudio(lifetime)
  const { default: pg } = await import("@medusajs/framework/pg")
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on("error", () => {})
  await client.connect()
  lifetime.onEnd(() => client.end())
  // E-mails go into the server's log. First of all: the platform remembers for as long as it runs which channels it has.
  await client.query("update notification_provider set channels = array['feed', 'email']")

  await shop.setClock(at(FIRST_DAY, { hour: 8 }).toString())
  const people = new Map()
  const agenda = agendaOf(households)
  const counts = { visits: 0, denied: 0 }
  const [rows, found, did] = [[], [], {}]
  const note = (done) => {
    for (const [work, count] of Object.entries(done)) did[work] = (did[work] ?? 0) + count
  }
  let before = NOTHING_YET
  console.log(`${wish.households} households, ${wish.months} months, seed ${wish.seed}\n\n${headings()}`)

  for (let month = FIRST_DAY; Temporal.PlainDate.compare(month, end) < 0; month = month.add({ months: 1 })) {
    const next = month.add({ months: 1 })
    const told = { sold: 0, refunded: 0 }
    while (agenda.length > 0 && agenda[0].act.day < FIRST_DAY.until(next).days) {
      const { household, nth, act } = agenda.shift()
      const day = FIRST_DAY.add({ days: act.day })
      // One minute after the other, from ten in the morning; the studio is open.
      note(await shop.liveUntil(at(day, { hour: 10, minute: nth % 60 }).toString()))
      if (!people.has(household)) people.set(household, await shop.welcome(household))
      await ACTS[act.do](shop, { household, person: people.get(household), act, day, told, counts })
    }
    note(await shop.liveUntil(at(next.subtract({ days: 3 }), { hour: 12 }).toString()))
    await shop.settleParked()
    // Just before midnight: what begins with the month belongs to it.
    note(await shop.liveUntil(at(next).subtract({ seconds: 1 }).toString()))
    const studio = await readStudio(client)
    const bank = await shop.captures()
    const row = closeMonth({
      ...{ month: month.toString().slice(0, 7), studio, bank, told, before },
      ...{ from: new Date(at(month).toString()), until: new Date(at(next).toString()) },
    })
    rows.push(row)
    found.push(...differences({ row, before, studio, bank }))
    console.log(lineFor(row))
    before = row
  }
  console.log(`${lineFor(total(rows))}\n`)
  const done = Object.entries(did).map(([work, count]) => `${count} ${work}`)
  console.log(`On the way: ${done.join(", ")}; ${counts.visits} visits, ${counts.denied} denied.`)

  const control = await tamperedBooks({ client, shop, row: rows.at(-1), before: rows.at(-2) ?? NOTHING_YET })
  const report = { ...wish, rows, found, control, did, counts }
  writeFileSync(path.join(folder, "report.json"), JSON.stringify(report, null, 2))
  for (const sentence of found) console.error(`DIFFERS: ${sentence}`)
  if (found.length === 0)
    console.log("Every month adds up, to the cent and the credit, and agrees with the bank.")
  const isTrusted = control.every((isFound) => isFound)
  console.log(`Control: books that were tampered with are ${isTrusted ? "found out" : "NOT found out"}.`)
  return found.length === 0 && isTrusted ? 0 : 1
})

/**
 * A cent more on a charge that was paid, and a credit that no entry gave: each has to be found, and is taken back. A month
 * alone has no such charge yet.
 */
async function tamperedBooks({ client, shop, row, before }) {
  const bank = await shop.captures()
  const tricks = [
    "update membership_charge set total_minor = total_minor + 1 where id = (select min(id) from membership_charge where paid_by = 'provider')",
    "update membership_credit_grant set available = available + 1 where id = (select min(id) from membership_credit_grant where granted_at is not null)",
  ]
  const told = []
  for (const trick of tricks) {
    await client.query("begin")
    // Past the triggers, which refuse it.
    await client.query("set local session_replication_role = replica")
    const { rowCount } = await client.query(trick)
    const studio = await readStudio(client)
    await client.query("rollback")
    const isFound = differences({ row, before, studio, bank }).length > 0
    if (rowCount > 0) told.push(isFound)
  }
  return told
}
