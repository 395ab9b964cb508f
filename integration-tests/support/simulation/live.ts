import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { ChargeEvent } from "../../../src/domain/billing/attempt-types"
import { DomainError } from "../../../src/domain/errors"
import type { SeatVerb } from "../../../src/domain/seats/decide"
import { addDays } from "../../../src/domain/time/calendar"
import { MEMBERSHIP_MODULE } from "../../../src/modules/membership"
import { ACTOR, MONTHLY, sellCredits } from "../../../src/modules/membership/__tests__/credit-sale"
import { SandboxBank } from "../../../src/providers/payment-sandbox"
import { orderCharges } from "../../../src/workflows/billing/order-charges"
import { nextDueAt } from "../books"
import { saveCard } from "../renewing"
import { type Act, type Card, OUTAGES, type Story } from "./story"
import type { Worker } from "./workers"

const FIRST_DAY = "2027-01-01"
/** Nobody works then: the studio was offline (BILL-3). */
const OFFLINE = [
  [100, 103],
  [400, 421],
] as const

/** A charge as two lives of the same story can be compared by it. */
export interface LivedCharge {
  readonly period_index: number
  readonly payer: string
  readonly status: string
  readonly attempt: number
  readonly total_minor: number
  readonly paid_by: string | null
  readonly failure_code: string | null
  /** Each with its day and what the provider said. */
  readonly attempts: readonly string[]
}

/** What became of a story. */
export interface Life {
  readonly seed: number
  readonly status: string
  readonly ends_on: string | null
  /** Each act, with the refusal's code or "done". */
  readonly acts: readonly string[]
  readonly charges: readonly LivedCharge[]
}

interface Member {
  readonly story: Story
  readonly membership_id: string
  readonly customer_ids: readonly [string, string]
  readonly acts: string[]
  /** The cards whose bank is away for a while. */
  readonly outages: string[]
}

interface Living {
  readonly days: number
  readonly worker: (day: number) => Worker
}

/** Lives stories side by side, day by day, on the studio's clock; days on which nothing is to be done are passed over. */
export async function live(
  container: MedusaContainer,
  stories: readonly Story[],
  { days, worker }: Living
): Promise<Life[]> {
  const module = container.resolve(MEMBERSHIP_MODULE)
  const members: Member[] = []
  let due_at: string | null = null
  for (let day = 0; day < days; day += 1) {
    const now = `${addDays(FIRST_DAY, day)}T11:00:00.000Z`
    const sold = stories.filter(({ sold_on }) => sold_on === day)
    const acting = members.flatMap((member) =>
      member.story.acts.filter((act) => act.day === day).map((act) => ({ member, act }))
    )
    const is_idle = sold.length + acting.length === 0 && (due_at === null || due_at > now)
    if (is_idle && day % 30 !== 0) continue
    await module.adjustStudioClock({ now, actor: ACTOR })
    for (const story of sold) members.push(await sell(container, story))
    for (const { member, act } of acting)
      member.acts.push(`${day} ${act.do}: ${await told(async () => doIt(container, member, act, now))}`)
    if (!OFFLINE.some(([from, to]) => from <= day && day < to)) {
      await endOutages(container, members, now)
      await worker(day)(container)
      if (day % 30 === 0) await orderCharges(container)
    }
    due_at = await nextDueAt(container)
  }
  await orderCharges(container)
  await endAllOutages(container)
  return Promise.all(members.map(async (member) => lifeOf(container, member)))
}

/** The bank is back, so long after it was first asked and did not answer: the same card goes on as a good one. */
async function endOutages(
  container: MedusaContainer,
  members: readonly Member[],
  now: string
): Promise<void> {
  const cards = members.flatMap(({ outages, story: { outage_days } }) =>
    outages.map((method_id) => ({ method_id, outage_days }))
  )
  if (cards.length === 0) return
  await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `update payment_sandbox_method m set card = 'paid'
     from jsonb_to_recordset(?::jsonb) as v(method_id text, outage_days integer)
     where m.id = v.method_id and m.card <> 'paid' and exists (
       select from membership_charge_attempt a
       where a.payment_method_id = m.id and a.started_at <= ?::timestamptz - v.outage_days * interval '1 day')`,
    [JSON.stringify(cards), now]
  )
}

/** After the last day no bank is away any more, or there would always be somebody's payment that nobody knows of yet. */
async function endAllOutages(container: MedusaContainer): Promise<void> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database("payment_sandbox_method").whereIn("card", OUTAGES).update({ card: "paid" })
}

/** A refusal of the rules is part of the story; anything else is a fault. */
async function told(act: () => Promise<string>): Promise<string> {
  try {
    return await act()
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

let people = 0

async function sell(container: MedusaContainer, story: Story): Promise<Member> {
  const module = container.resolve(MEMBERSHIP_MODULE)
  people += 1
  const customer_ids = [`cus_sim_${people}_0`, `cus_sim_${people}_1`] as const
  const { interval, interval_count } = story.interval
  const membership_id = await sellCredits(
    module,
    {
      ...MONTHLY,
      ...{ name: `Simulated ${people}`, handle: `simulated-${people}` },
      ...{ billing: { type: "recurring", ...story.interval }, renewal: { mode: "period_end" } },
      validity: { unit: interval, count: interval_count },
    },
    { values: story.payers.map(() => 10_000) }
  )
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  await database("membership").where({ id: membership_id }).update({ customer_id: customer_ids[0] })
  const seats = await module.listMembershipSeats({ membership_id }, { order: { position: "ASC" } })
  for (const [index, { id }] of seats.entries())
    await database("membership_seat")
      .where({ id })
      .update({ payer_customer_id: customer_ids[story.payers[index]!] })
  const member = { story, membership_id, customer_ids, acts: [], outages: [] }
  for (const payer of [0, 1] as const) await useCard(container, member, payer, story.cards[payer])
  return member
}

async function doIt(container: MedusaContainer, member: Member, act: Act, now: string): Promise<string> {
  switch (act.do) {
    case "use_card":
      await useCard(container, member, act.payer, act.card)
      return tell(container, member, ["failed"], { type: "retried" })
    case "hold": {
      const starts_on = addDays(now.slice(0, 10), 1)
      const resumes_on = act.days === null ? null : addDays(starts_on, act.days)
      return change(container, member, {
        ...{ verb: "hold", seat_id: null, starts_on, resumes_on, kind: "hold" },
        ...{ fee: null, merge: false, reason: "Away" },
      })
    }
    case "resume":
      return change(container, member, { verb: "resume", seat_id: null, resumes_on: null })
    case "cancel":
      return change(container, member, {
        ...{ verb: "cancel", seat_id: null, way: { at: act.at }, reason: null },
      })
    case "uncancel":
      return change(container, member, { verb: "uncancel", seat_id: null })
    case "pay_by_hand":
      return tell(container, member, ["failed", "parked", "requires_action"], { type: "paid_by_hand" })
    case "waive":
      return tell(container, member, ["failed", "parked"], { type: "waived" })
    case "retry":
      return tell(container, member, ["failed", "parked", "unknown"], { type: "retried" })
    case "confirm_payment":
      return confirmPayments(container, member)
  }
}

async function change(
  container: MedusaContainer,
  { membership_id }: Member,
  verb: SeatVerb
): Promise<string> {
  const asker = { type: "staff", reason: "Simulated" } as const
  await container
    .resolve(MEMBERSHIP_MODULE)
    .changeSeats({ membership_id, verb, asker, actor: ACTOR, preview: false })
  return "done"
}

/** As staff do with charges in such a state. */
async function tell(
  container: MedusaContainer,
  { membership_id }: Member,
  status: string[],
  event: ChargeEvent
): Promise<string> {
  const module = container.resolve(MEMBERSHIP_MODULE)
  const charges = await module.listMembershipCharges({ membership_id, status }, { take: 100 })
  if (charges.length === 0) return "none"
  const { refused } = await module.recordChargeAnswers(
    charges.map(({ id: charge_id }) => ({ charge_id, membership_id, event, paid_by: "manual" as const }))
  )
  return refused.length === 0 ? "done" : refused.map(({ code }) => code).join(" ")
}

async function useCard(
  container: MedusaContainer,
  { customer_ids, outages }: Pick<Member, "customer_ids" | "outages">,
  payer: 0 | 1,
  name: Card
): Promise<void> {
  const method_id = await saveCard(container, customer_ids[payer], name)
  if (OUTAGES.includes(name)) outages.push(method_id)
}

/** The holder says yes on the bank's page; the webhook is lost (BILL-5). */
async function confirmPayments(container: MedusaContainer, { membership_id }: Member): Promise<string> {
  const database = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const waiting = await database("membership_charge_attempt as a")
    .join("membership_charge as c", "c.id", "a.charge_id")
    .whereRaw("a.number = c.attempt")
    .where({ "c.membership_id": membership_id, "c.status": "requires_action" })
    .orderBy("c.period_index")
    .select<{ provider_reference: string }[]>("a.provider_reference")
  const bank = new SandboxBank(database)
  for (const { provider_reference } of waiting) await bank.decide(provider_reference, "confirm")
  return `${waiting.length} confirmed`
}

async function lifeOf(container: MedusaContainer, member: Member): Promise<Life> {
  const { membership_id: id, story, customer_ids, acts } = member
  const module = container.resolve(MEMBERSHIP_MODULE)
  const { status, ends_on } = await module.retrieveMembership(id)
  const charges = await module.listMembershipCharges(
    { membership_id: id },
    { order: { period_index: "ASC", payer_key: "ASC" }, take: 1000 }
  )
  const attempts = await module.listMembershipChargeAttempts(
    { charge_id: charges.map((charge) => charge.id) },
    { order: { number: "ASC" }, take: null }
  )
  return {
    ...{ seed: story.seed, status, ends_on, acts },
    charges: charges.map((charge) => ({
      ...{ period_index: charge.period_index, status: charge.status, attempt: charge.attempt },
      ...{ paid_by: charge.paid_by, failure_code: charge.failure_code },
      payer: `payer ${customer_ids.indexOf(charge.payer_key)}`,
      total_minor: Number(charge.total_minor),
      attempts: attempts
        .filter(({ charge_id }) => charge_id === charge.id)
        .map(({ started_at, outcome, code }) => [started_at.toISOString(), outcome, code].join(" ")),
    })),
  }
}
