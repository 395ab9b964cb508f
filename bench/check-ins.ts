import { readFileSync, writeFileSync } from "node:fs"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Pool } from "@medusajs/framework/pg"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { BusyStudio } from "../integration-tests/support/busy-studio"
import { SYSTEM } from "../src/domain/actor"
import { redeemBindings, redeemSteps } from "../src/modules/membership/services/credit-debit"
import { CreditLedgerService } from "../src/modules/membership/services/credit-ledger"
import type { Tx } from "../src/modules/membership/types"
import { record, type Recorded } from "./recorder"

const ROUNDS = 3
const WARM_UP = 300
const CHECK_INS = 600
const HTTP_CHECK_INS = 2400
const DEBITS = 2000
const HOT_SERVICES = 20

/** How many of each a second, in each round; what is compared takes turns, so that the machine's other work slows both. */
export interface Compared {
  readonly ours: number[]
  readonly other: number[]
}

/** What `npm run bench` prints of the service calls, and what it needs for the calls over HTTP. */
export interface CheckInFigures {
  readonly statements: { readonly service: number; readonly http: number }
  readonly check_in: Compared
  readonly hot_balance: Compared
  /** The debit of the check-in against the ledger's, which takes from any number of grants. */
  readonly debits: Compared
  /** Members for the server to check in, and for the bare one the statements of others. */
  readonly http: { readonly member_ids: string[]; readonly bare: Recorded[][] }
}

/** `medusa exec`: in the studio of the file BUSY_STUDIO; leaves the figures in the file FIGURES. */
export default async function benchCheckIns({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const busy = JSON.parse(readFileSync(process.env.BUSY_STUDIO!, "utf8")) as BusyStudio
  const figures = await measureCheckIns(container, busy)
  writeFileSync(process.env.FIGURES!, JSON.stringify(figures))
}

async function measureCheckIns(container: MedusaContainer, busy: BusyStudio): Promise<CheckInFigures> {
  const membership = container.resolve("membership")
  const visitors = busy.visitors.values()
  const some = (count: number) => Array.from({ length: count }, () => visitors.next().value!)
  const checkIn = async (member_id: string, service_id = busy.service_ids[0]!): Promise<void> => {
    const { location_id, device } = busy
    const actor = { type: "device" as const, id: device.id }
    const place = { location_id, service_id, device_id: device.id }
    const { visit } = await membership.checkIn({ member_id, ...place, actor, key: null })
    if (!visit.decision.allowed)
      throw new Error(`${member_id} was not let in: ${visit.decision.reasons[0]?.code}`)
  }
  const noted = (member_ids: string[]) => inTurn(member_ids, (id) => record(() => checkIn(id)))

  await inParallel(8, some(WARM_UP), (id) => checkIn(id))
  const [device] = await record(() => membership.findFrontDeskDevice(busy.device))

  const check_in = await compare(async (pool) => {
    const statements = await noted(some(CHECK_INS))
    return {
      ours: () => rate(8, some(CHECK_INS), (id) => checkIn(id)),
      other: () => rate(8, statements, replay(pool)),
    }
  }, 8)

  const companies = busy.companies.values()
  const classes = busy.service_ids.slice(0, HOT_SERVICES)
  const hot_balance = await compare(async (pool) => {
    const [colleagues, others] = [companies.next().value!, companies.next().value!]
    const days = await inTurn(others, (id) =>
      inTurn(classes, async (service_id, visits) =>
        afterVisits(await record(() => checkIn(id, service_id)), visits)
      )
    )
    const allDay = (rate: number) => rate * classes.length
    return {
      ours: async () =>
        allDay(await rate(32, colleagues, (id) => inTurn(classes, (service_id) => checkIn(id, service_id)))),
      other: async () => allDay(await rate(32, days, (day) => inTurn(day, replay(pool)))),
    }
  }, 32)

  let nth = 0
  const debits = await compare(async (pool) => {
    const [first, second] = [some(DEBITS / 20), some(DEBITS / 20)]
    const all = await Promise.all(
      [first, second].map((ids) => Promise.all(ids.map((id) => grantOf(pool, id))))
    )
    const [ones, others] = all.map((grants) =>
      Array.from({ length: DEBITS }, (_, at) => debitOf(grants[at % grants.length]!, `debit-${nth++}`))
    )
    await pool.query(
      `update membership_credit_grant set available = 1000, available_value_minor = 100000 where id = any($1)`,
      [all.flat()]
    )
    const ledger = new CreditLedgerService()
    const tx = bareTx(pool)
    return {
      ours: () => rate(8, ones!, (debit) => pool.query(scalar(debit))),
      other: () =>
        rate(8, others!, ({ take, ...debit }) =>
          ledger.debit({ ...debit, kind: "redeem", takes: [take] }, tx)
        ),
    }
  }, 8)

  const bare = (await noted(some(HTTP_CHECK_INS))).map((statements) => [device!, ...statements])
  return {
    statements: { service: bare[0]!.length - 1, http: bare[0]!.length },
    ...{ check_in, hot_balance, debits },
    http: { member_ids: some(HTTP_CHECK_INS), bare },
  }

  async function compare(
    prepare: (pool: Pool) => Promise<{ ours: () => Promise<number>; other: () => Promise<number> }>,
    clients: number
  ): Promise<Compared> {
    const { databaseUrl: connectionString } = container.resolve(
      ContainerRegistrationKeys.CONFIG_MODULE
    ).projectConfig
    const pool = new Pool({ connectionString, max: clients })
    const compared: Compared = { ours: [], other: [] }
    for (let round = 0; round < ROUNDS; round++) {
      const { ours, other } = await prepare(pool)
      compared.other.push(await other())
      compared.ours.push(await ours())
    }
    await pool.end()
    return compared
  }
}

/** Sends what was noted of one check-in, and sees that the visit is written. */
const replay = (pool: Pool) => async (statements: readonly Recorded[]) => {
  const results = await inTurn(statements, (one) => pool.query({ ...one, values: [...one.values] }))
  if (results.at(-1)!.rows.length !== 1) throw new Error("A replayed check-in was not written.")
}

/** What was noted of a check-in, for somebody who will have been here so many times more by then. */
function afterVisits(statements: readonly Recorded[], visits: number): Recorded[] {
  const [member_id, revision, ...rest] = statements.at(-1)!.values
  const written = { ...statements.at(-1)!, values: [member_id, Number(revision) + visits, ...rest] }
  return [...statements.slice(0, -1), written]
}

type Debit = Parameters<typeof redeemBindings>[0]

function debitOf(grant_id: string, key: string): Debit {
  const now = new Date().toISOString()
  return {
    ...{ take: { grant_id, credits: 1 }, used_at: now, at: now, key },
    ...{ cause: { type: "bench", id: null }, actor: SYSTEM, reason: null },
  }
}

const numbered = (statement: string): string => {
  let n = 0
  return statement.replace(/\?/g, () => `$${++n}`)
}
const SCALAR = numbered(`with asked as (select 1), ${redeemSteps("asked")} select id from moved`)
const scalar = (debit: Debit) => ({ name: "scalar", text: SCALAR, values: redeemBindings(debit) })

/** Runs a service's statements by nothing but the driver, each planned once. */
function bareTx(pool: Pool): Tx {
  const names = new Map<string, string>()
  const execute = async (statement: string, values: unknown[]) => {
    if (!names.has(statement)) names.set(statement, `bare_${names.size}`)
    return (await pool.query({ name: names.get(statement)!, text: numbered(statement), values }))
      .rows as unknown
  }
  return { transactionManager: { execute } } as unknown as Tx
}

async function grantOf(pool: Pool, member_id: string): Promise<string> {
  const { rows } = await pool.query<{ id: string }>(
    `select g.id from membership_credit_grant g join membership_seat_holder h on h.membership_id = g.membership_id
     where h.member_id = $1`,
    [member_id]
  )
  return rows[0]!.id
}

async function inTurn<T, R>(all: readonly T[], work: (each: T, at: number) => Promise<R>): Promise<R[]> {
  const done: R[] = []
  for (const [at, each] of all.entries()) done.push(await work(each, at))
  return done
}

async function inParallel<T>(clients: number, all: readonly T[], work: (each: T) => Promise<unknown>) {
  const left = all.values()
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (const each of left) await work(each)
    })
  )
}

/** How many a second. */
async function rate<T>(
  clients: number,
  all: readonly T[],
  work: (each: T) => Promise<unknown>
): Promise<number> {
  const began = performance.now()
  await inParallel(clients, all, work)
  return (all.length / (performance.now() - began)) * 1000
}
