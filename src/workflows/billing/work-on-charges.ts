import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AttemptOutcome } from "../../domain/billing/attempt-types"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type {
  AttemptRequest,
  ChargeAnswer,
  ClaimedCharge,
  EnqueuedBatch,
  RecordedAnswers,
  RefusedAnswer,
  SpecialCharge,
} from "../../modules/membership/types"
import { PaymentGateway, type PaymentRequest } from "./payment-gateway"
import type { ProviderOutcome } from "./provider-outcome"
import { taxCharges } from "./tax-charges"
import { tellPaidBeside } from "./tell-paid-beside"

/** How much is taken at a time; each batch is committed by itself. */
const BATCH = 100
/** Longer than providers usually take. Where one takes longer it is looked up meanwhile, and its late answer is fenced off. */
const LEASE_SECONDS = 300
/** Tasks under way at once; how many of them may call a provider is for its limiter to say. */
const AT_ONCE = 50

export interface ChargesWorkedOn {
  readonly enqueued: number
  readonly paid: number
  /** Money that was taken for what is settled otherwise: staff give it back. */
  readonly refused: readonly RefusedAnswer[]
}

/**
 * Makes the charges that are due and takes the money for them (BILL-1, BILL-3): as late, as often and in as many workers
 * as it comes. A worker that dies leaves what it had claimed to the next one, who asks the provider first (BILL-4).
 */
export async function workOnCharges(container: MedusaContainer): Promise<ChargesWorkedOn> {
  // What is there already is collected and looked up, whatever keeps others from being made.
  const made = await makeCharges(container).catch((error: unknown) => ({ error }))
  const done = await collectCharges(container)
  if ("error" in made) throw made.error
  return { ...made, ...done }
}

async function makeCharges(container: MedusaContainer): Promise<Pick<ChargesWorkedOn, "enqueued">> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const periods = await enqueueAll(container, () => membership.enqueueCharges(BATCH))
  const packs = await enqueueAll(container, () => membership.enqueueRepurchases(BATCH))
  await taxAll(container)
  return { enqueued: periods + packs }
}

/** Batch by batch until none is full. @returns how many charges were made */
async function enqueueAll(container: MedusaContainer, next: () => Promise<EnqueuedBatch>): Promise<number> {
  let enqueued = 0
  for (let looked_at = BATCH; looked_at === BATCH;) {
    const { memberships, charges, failed } = await next()
    looked_at = memberships
    enqueued += charges
    for (const { id, message } of failed)
      logOf(container).error(`The charges of the membership ${id} cannot be made yet: ${message}`)
  }
  return enqueued
}

/** What charges come to is known afterwards. */
export async function taxAll(container: MedusaContainer): Promise<void> {
  while ((await taxCharges(container, BATCH)) === BATCH);
}

/** Takes the money for the charges that were just made of one membership, for whoever waits for it. */
export async function collectScheduled(container: MedusaContainer, membership_id: string): Promise<void> {
  await taxAll(container)
  const charges = await container
    .resolve(MEMBERSHIP_MODULE)
    .listMembershipCharges({ membership_id, status: ["scheduled"] }, { select: ["id"] })
  for (const { id } of charges) await collectCharges(container, id)
}

/**
 * Takes the money for what is due, or finds out what became of it.
 * @param charge_id only for this one, for whom somebody waits
 */
export async function collectCharges(
  container: MedusaContainer,
  charge_id?: string
): Promise<Omit<ChargesWorkedOn, "enqueued">> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  const gateway = new PaymentGateway(container)
  const done = { paid: 0, refused: [] as RefusedAnswer[] }
  const urgent = charge_id !== undefined
  const which = {
    limit: BATCH,
    lease_seconds: LEASE_SECONDS,
    ...(charge_id === undefined ? {} : { charge_id }),
  }
  for (;;) {
    const claimed = await membership.claimCharges(which)
    const { tasks, free, without_method } = claimed
    const special = [...free.map(settledFree), ...without_method.map(cannotBeCharged)]
    if (tasks.length + special.length === 0) return done
    const ids = tasks.map(({ task }) => task.request.account_holder_id)
    const holders = await accountHolders(container, ids)
    const answers = await inParallel(tasks, async (claimed) =>
      answerOf(gateway, claimed, { holders, urgent })
    )
    const recorded = await record(container, [...special, ...answers])
    done.paid += recorded.paid.length
    done.refused.push(...recorded.refused)
    await tellPaidBeside(container, recorded.refused)
  }
}

/** One that cannot be written down must not lose what the others were told: a batch that has it is written one by one. */
async function record(
  container: MedusaContainer,
  answers: readonly ChargeAnswer[]
): Promise<RecordedAnswers> {
  try {
    return await container.resolve(MEMBERSHIP_MODULE).recordChargeAnswers(answers)
  } catch (error) {
    if (answers.length > 1) {
      const each: RecordedAnswers[] = []
      for (const answer of answers) each.push(await record(container, [answer]))
      return { paid: each.flatMap(({ paid }) => paid), refused: each.flatMap(({ refused }) => refused) }
    }
    const { message } = error as Error
    logOf(container).error(
      `What became of the charge ${answers[0]!.charge_id} cannot be written down; it is looked up later: ${message}`
    )
    return { paid: [], refused: [] }
  }
}

const logOf = (container: MedusaContainer) => container.resolve(ContainerRegistrationKeys.LOGGER)

interface Holder {
  readonly data: Record<string, unknown>
}
type Holders = ReadonlyMap<string, Holder>

/** As whom providers know payers, by the ids of their account holders. */
export async function accountHolders(
  container: MedusaContainer,
  ids: readonly string[]
): Promise<Map<string, Holder>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "account_holder",
    fields: ["id", "data"],
    filters: { id: [...new Set(ids)] },
  })
  return new Map((data as { id: string; data: Record<string, unknown> }[]).map((each) => [each.id, each]))
}

async function answerOf(
  gateway: PaymentGateway,
  { id: charge_id, membership_id, token, attempt, task, asked_at }: ClaimedCharge,
  { holders, urgent }: { readonly holders: Holders; readonly urgent: boolean }
): Promise<ChargeAnswer> {
  const answer = (event: ChargeAnswer["event"], outcome: ProviderOutcome | null): ChargeAnswer => ({
    ...{ charge_id, membership_id, event, paid_by: "provider" },
    ...(outcome ? { result: resultOf(attempt, outcome) } : {}),
    action_url: outcome?.kind === "requires_action" ? outcome.url : null,
  })
  if (task.do === "send") {
    const outcome = await gateway.charge(requestOf(task.request, holders), { urgent })
    return answer({ type: "answered", token, attempt, outcome: attemptOutcome(outcome) }, outcome)
  }
  const account_holder = holderOf(holders, task.request)
  const { found, outcome } = await gateway.lookUp({ ...task, ...task.request, account_holder }, { urgent })
  return answer({ type: "looked_up", attempt, asked_at, found }, outcome)
}

function requestOf(
  { charge_id, membership_id, ...request }: AttemptRequest,
  holders: Holders
): PaymentRequest {
  return { ...request, account_holder: holderOf(holders, request), metadata: { charge_id, membership_id } }
}

const holderOf = (holders: Holders, { account_holder_id }: { readonly account_holder_id: string }): Holder =>
  holders.get(account_holder_id) ?? { data: {} }

function attemptOutcome(outcome: ProviderOutcome): AttemptOutcome {
  return outcome.kind === "declined" ? { result: "declined", code: outcome.code } : { result: outcome.kind }
}

export const resultOf = (number: number, outcome: ProviderOutcome): ChargeAnswer["result"] => ({
  ...{ number, outcome: outcome.kind },
  code: outcome.kind === "declined" ? outcome.code : null,
  message: "message" in outcome ? outcome.message : null,
  provider_reference: "reference" in outcome ? outcome.reference : null,
})

/** Settled as one that was paid by hand, without a hand. */
const settledFree = ({ id: charge_id, membership_id }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "paid_by_hand" }, paid_by: "nothing" },
})

const cannotBeCharged = ({ id: charge_id, membership_id, token }: SpecialCharge): ChargeAnswer => ({
  ...{ charge_id, membership_id, event: { type: "payment_method_missing", token } },
})

/** In the order of the items, so many at once. */
async function inParallel<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>
): Promise<Result[]> {
  const results: Result[] = []
  const left = items.entries()
  const worker = async () => {
    for (const [index, item] of left) results[index] = await work(item)
  }
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker))
  return results
}
