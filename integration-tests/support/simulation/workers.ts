import type { MedusaContainer } from "@medusajs/framework/types"
import { MEMBERSHIP_MODULE } from "../../../src/modules/membership"
import type { AttemptRequest, ClaimedCharge } from "../../../src/modules/membership/types"
import { PaymentGateway } from "../../../src/workflows/billing/payment-gateway"
import { workOnCharges } from "../../../src/workflows/billing/work-on-charges"
import { accountHolder } from "../renewing"

/** A day's work. */
export type Worker = (container: MedusaContainer) => Promise<unknown>

const CLAIM = { limit: 10_000, lease_seconds: 300 }

const racing: Worker = async (container) =>
  Promise.all([workOnCharges(container), workOnCharges(container), workOnCharges(container)])

/** Claims all that is due, and dies. */
const diesBefore: Worker = async (container) => container.resolve(MEMBERSHIP_MODULE).claimCharges(CLAIM)

/** Claims all that is due, has the provider take the money, and dies before it can write that down. */
const diesAfter: Worker = async (container) => {
  const { tasks } = await container.resolve(MEMBERSHIP_MODULE).claimCharges(CLAIM)
  const gateway = new PaymentGateway(container)
  await Promise.all(
    tasks.filter(isSent).map(async ({ task }) => gateway.charge(await requestOf(container, task.request)))
  )
}

/** What goes wrong goes wrong on the same days in every life. */
export function workerOf(day: number): Worker {
  if (day % 17 === 5) return diesBefore
  if (day % 13 === 7) return diesAfter
  return day % 11 === 3 ? racing : workOnCharges
}

/** The negative control: what it does not know it charges again, under a key of its own. */
export const blind: Worker = async (container) => {
  const module = container.resolve(MEMBERSHIP_MODULE)
  const gateway = new PaymentGateway(container)
  await workOnCharges(container)
  const now = await module.now()
  await module.adjustStudioClock({ now: now.replace("T11", "T15"), actor: { type: "user", id: "user_1" } })
  const { tasks } = await module.claimCharges(CLAIM)
  for (const { task } of tasks) {
    const request = await requestOf(container, task.request)
    await gateway.charge({ ...request, idempotency_key: `${request.idempotency_key}:${now}` })
  }
}

const isSent = ({ task }: ClaimedCharge) => task.do === "send"

async function requestOf(
  container: MedusaContainer,
  { charge_id, membership_id, ...request }: AttemptRequest
) {
  const { data } = await accountHolder(container, request.account_holder_id)
  return { ...request, account_holder: { data }, metadata: { charge_id, membership_id } }
}
