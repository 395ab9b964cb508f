import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../../src/modules/membership"
import { orderCharges } from "../../../src/workflows/billing/order-charges"
import { PaymentGateway } from "../../../src/workflows/billing/payment-gateway"
import { workOnCharges } from "../../../src/workflows/billing/work-on-charges"
import { sendNotices } from "../../../src/workflows/notices/send-notices"

/**
 * One run of the studio's renewals in a process of its own, which kills itself with SIGKILL when it comes to the point that
 * DIE_AT names (`kill-worker.spec.ts`). The points are put around the product's own parts from outside: nothing in `src`
 * knows of them.
 */
export default async function dyingWorker({ container }: ExecArgs): Promise<void> {
  const { DIE_AT, WITHOUT_ATTEMPTS } = process.env
  if (WITHOUT_ATTEMPTS) claimWithoutWriting(container)
  const arm = new Map(Object.entries(POINTS)).get(DIE_AT ?? "")
  if (!arm) throw new Error(`DIE_AT is none of ${Object.keys(POINTS).join(", ")}`)
  arm(container)
  await workOnCharges(container)
  await sendNotices(container)
  await orderCharges(container)
  throw new Error(`It lived through ${DIE_AT}`)
}

/** No exit handler, no rollback, no goodbye to the database. */
const die = () => process.kill(process.pid, "SIGKILL")

type Verb = (...args: unknown[]) => unknown
type Part = Record<string, unknown>

function before(part: unknown, verb: string, run: (input: unknown) => void): void {
  const own = (part as Part)[verb] as Verb
  ;(part as Part)[verb] = function (this: unknown, ...args: unknown[]) {
    run(args[0])
    return own.apply(this, args)
  }
}

function after(part: unknown, verb: string, run: (result: unknown) => void): void {
  const own = (part as Part)[verb] as Verb
  ;(part as Part)[verb] = async function (this: unknown, ...args: unknown[]) {
    const result = await own.apply(this, args)
    run(result)
    return result
  }
}

const facade = (container: MedusaContainer) => container.resolve(MEMBERSHIP_MODULE)
/** The services behind the facade's verbs, which work inside of their transactions. */
const inside = (container: MedusaContainer) =>
  (facade(container) as unknown as { areas: Record<string, unknown> }).areas
const payments = (container: MedusaContainer) =>
  container.resolve(Modules.PAYMENT) as unknown as Record<string, unknown>

/** Where a renewal can be cut off, in the order in which it comes there. */
const POINTS = {
  "its charges are made": (container: MedusaContainer) => after(facade(container), "enqueueCharges", die),
  "its charges are taxed": (container: MedusaContainer) => after(facade(container), "writeChargeTotals", die),
  "its claim is written and not committed": (container: MedusaContainer) =>
    after(inside(container).chargeClaimService, "claimBatch", die),
  "its attempts are committed": (container: MedusaContainer) => after(facade(container), "claimCharges", die),
  "it is about to call the bank": () => before(PaymentGateway.prototype, "charge", die),
  "the bank has taken the money": () =>
    after(PaymentGateway.prototype, "charge", (outcome) => {
      if ((outcome as { kind: string }).kind === "paid") die()
    }),
  "the answers are read and not written": (container: MedusaContainer) =>
    before(facade(container), "recordChargeAnswers", die),
  "the settlement is written and not committed": (container: MedusaContainer) =>
    after(inside(container).chargeAnswerService, "record", die),
  "the settlement is committed and nobody told": (container: MedusaContainer) =>
    after(facade(container), "recordChargeAnswers", die),
  "the notices are claimed and not sent": (container: MedusaContainer) =>
    after(facade(container), "claimNotices", die),
  "the orders are about to be made": (container: MedusaContainer) =>
    after(facade(container), "listUnorderedCharges", die),
  "the payments are made without their captures": (container: MedusaContainer) =>
    after(payments(container).paymentService_, "create", die),
  "the orders are made and not linked": (container: MedusaContainer) =>
    after(container.resolve(Modules.ORDER), "createOrders_", die),
  "the orders are linked and not told of": (container: MedusaContainer) =>
    before(container.resolve(Modules.EVENT_BUS), "emit", (events) => {
      if (JSON.stringify(events).includes("order.placed")) die()
    }),
  "the orders are told of and not written down": (container: MedusaContainer) =>
    before(facade(container), "writeChargeOrders", die),
} satisfies Record<string, (container: MedusaContainer) => void>

/** The negative control: as a worker would that calls the bank first and writes its attempt down afterwards. */
function claimWithoutWriting(container: MedusaContainer): void {
  class NotWritten extends Error {
    constructor(readonly batch: unknown) {
      super("This claim is not committed")
    }
  }
  after(inside(container).chargeClaimService, "claimBatch", (batch) => {
    const { tasks } = batch as { tasks: unknown[] }
    if (tasks.length > 0) throw new NotWritten(batch)
  })
  const module = facade(container) as unknown as Part
  const claim = module.claimCharges as Verb
  module.claimCharges = async function (this: unknown, ...args: unknown[]) {
    try {
      return await claim.apply(this, args)
    } catch (error) {
      if (error instanceof NotWritten) return error.batch
      throw error
    }
  }
}
