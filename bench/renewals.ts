import { readFileSync, writeFileSync } from "node:fs"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"
import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { orderCharges } from "../src/workflows/billing/order-charges"
import { workOnCharges } from "../src/workflows/billing/work-on-charges"
import type { BenchBank } from "./bank"
import { measureClaims } from "./claims"
import { cartEach, renewByOrders } from "./order-loop"
import { BANK, type Numbers, openRenewingStudio, type RenewingStudio } from "./renewing-studio"
import { countTraffic, type Traffic } from "../integration-tests/support/traffic"

const ROUNDS = 3
/** Renewals of a round. */
const OURS = 2000
const BY_ORDERS = 30
const AT_A_LIMIT = 500

/** What is measured in one process; the numbers are those of the memberships that are sold for it. */
interface Parts {
  readonly money: MoneyFigures
  readonly limiter: LimiterFigures
  readonly memory: MemoryFigures
  readonly claims: Awaited<ReturnType<typeof measureClaims>>
}

export interface MoneyFigures {
  /** Renewals in a second, in each round. */
  readonly money: number[]
  readonly with_orders: number[]
  readonly by_orders: number[]
  /** For each renewal. */
  readonly traffic: Traffic
  readonly orders_traffic: Traffic
  readonly by_orders_traffic: Traffic
}

export interface LimiterFigures {
  readonly calls: number
  readonly per_second: number
  /** The most calls that the provider saw begin in any second. */
  readonly most_in_a_second: number
}

export interface MemoryFigures {
  readonly few: number
  readonly many: number
  /** After each, in MB. */
  readonly heap: readonly [number, number]
  readonly rss: readonly [number, number]
  readonly per_second: number
}

/** `medusa exec`: measures the part that BENCH_PART names, and adds it to the file FIGURES. */
export default async function benchRenewals({ container }: Pick<ExecArgs, "container">): Promise<void> {
  const { BENCH_PART: part, FIGURES: file } = process.env
  const studio = await openRenewingStudio(container)
  const measure = { money, limiter, memory, claims: measureClaims }[part as keyof Parts]
  const figures = JSON.parse(readFileSync(file!, "utf8")) as Partial<Parts>
  writeFileSync(file!, JSON.stringify({ ...figures, [part!]: await measure(container, studio) }))
}

async function money(container: MedusaContainer, studio: RenewingStudio): Promise<MoneyFigures> {
  const numbers = numbersFrom(1)
  const some = async (count: number) => {
    const sold = numbers(count)
    await studio.sell(sold)
    return sold
  }
  const due = async (count: number) => studio.becomeDue(await some(count))
  const carted = async (count: number) => cartEach(container, studio, await some(count))
  const collect = () => renewed(workOnCharges(container))
  const order = () => orderCharges(container)

  await due(300)
  await collect()
  await order()
  await renewByOrders(container, await carted(5))

  const rounds = { money: [] as number[], with_orders: [] as number[], by_orders: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const carts = await carted(BY_ORDERS)
    rounds.by_orders.push(BY_ORDERS / (await seconds(() => renewByOrders(container, carts))))
    await due(OURS)
    const for_money = await seconds(collect)
    const for_orders = await seconds(order)
    rounds.money.push(OURS / for_money)
    rounds.with_orders.push(OURS / (for_money + for_orders))
  }
  await due(OURS)
  const traffic = each(await countTraffic(collect), OURS)
  const orders_traffic = each(await countTraffic(order), OURS)
  const carts = await carted(BY_ORDERS)
  const by_orders_traffic = each(await countTraffic(() => renewByOrders(container, carts)), BY_ORDERS)
  await mustBeRenewedOnce(studio)
  return { ...rounds, traffic, orders_traffic, by_orders_traffic }
}

async function limiter(container: MedusaContainer, studio: RenewingStudio): Promise<LimiterFigures> {
  const numbers = numbersFrom(1_000_001)
  const sold = numbers(AT_A_LIMIT)
  await studio.sell(sold)
  await studio.becomeDue(sold)
  await workOnCharges(container)
  const { begun } = bankOf(container)
  const took = (begun.at(-1)! - begun[0]!) / 1000
  return {
    calls: begun.length,
    per_second: (begun.length - 1) / took,
    most_in_a_second: mostInASecond(begun),
  }
}

async function memory(container: MedusaContainer, studio: RenewingStudio): Promise<MemoryFigures> {
  const many = Number(process.env.RENEWALS)
  const few = Math.min(10_000, many / 2)
  const numbers = numbersFrom(2_000_001)
  const renew = async (count: number) => {
    for (let left = count; left > 0; left -= SOLD_AT_A_TIME) {
      const sold = numbers(Math.min(left, SOLD_AT_A_TIME))
      await studio.sell(sold)
      await studio.becomeDue(sold)
    }
    return seconds(() => renewed(workOnCharges(container)))
  }
  await renew(few)
  const before = used()
  const took = await renew(many - few)
  const after = used()
  return {
    ...{ few, many, per_second: (many - few) / took },
    ...{ heap: [before.heap, after.heap], rss: [before.rss, after.rss] },
  }
}

const SOLD_AT_A_TIME = 50_000

/** In MB, once what nobody needs is collected. */
function used() {
  setFlagsFromString("--expose-gc")
  const collect = runInNewContext("gc") as () => void
  for (let time = 0; time < 3; time++) collect()
  const { heapUsed, rss } = process.memoryUsage()
  return { heap: heapUsed / 2 ** 20, rss: rss / 2 ** 20 }
}

async function renewed(work: ReturnType<typeof workOnCharges>): Promise<void> {
  const { refused } = await work
  if (refused.length > 0) throw new Error(`${refused.length} answers were refused`)
}

/** A fast way that charges twice, or not, would be no way. */
async function mustBeRenewedOnce({ sql }: RenewingStudio): Promise<void> {
  const wrong = await sql(
    `select m.id from membership m
     left join membership_charge c on c.membership_id = m.id and c.status = 'paid' and c.order_id is not null
     left join membership_credit_grant g on g.membership_id = m.id and g.period_index = 1 and g.available = 4
     where m.charges_next_at is not null and m.ends_on > to_char(now() at time zone m.time_zone, 'YYYY-MM-DD')
     group by m.id having count(c.id) <> 1 or count(g.id) <> 1`
  )
  if (wrong.length > 0) throw new Error(`${wrong.length} memberships were not renewed exactly once`)
}

const bankOf = (container: MedusaContainer) => {
  const payments = container.resolve(Modules.PAYMENT) as unknown as {
    paymentProviderService_: { retrieveProvider: (id: string) => BenchBank }
  }
  return payments.paymentProviderService_.retrieveProvider(BANK)
}

function mostInASecond(begun: readonly number[]): number {
  let first = 0
  return Math.max(
    ...begun.map((at, last) => {
      while (at - begun[first]! >= 1000) first += 1
      return last - first + 1
    })
  )
}

function numbersFrom(first: number): (count: number) => Numbers {
  let next = first
  return (count) => {
    const from = next
    next += count
    return { from, to: next - 1 }
  }
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return (performance.now() - began) / 1000
}

const each = ({ statements, commits }: Traffic, renewals: number): Traffic => ({
  statements: statements / renewals,
  commits: commits / renewals,
})
