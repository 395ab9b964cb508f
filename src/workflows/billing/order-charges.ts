import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MessageAggregator, Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { UnorderedCharge } from "../../modules/membership/types"
import { idsOf, orderOf, paymentOf } from "./order-of-charge"
import { loadPayers } from "./payers"

const BATCH = 100

const LOCK = "membership-order-charges"
/** Renewed for as long as a worker is at it: orders wait no longer for one that died. */
const LOCK_SECONDS = 30
const WAIT_SECONDS = 1

/**
 * Makes the orders that show what was paid (BILL-2): after the money, in batches, as late and as often as it comes. Each row
 * has an id made from the charge's, so that none is made twice, and a run that died is continued. The lock only keeps
 * workers from getting in each other's way.
 * @returns how many charges have got their order; 0 where somebody else is at it
 */
export async function orderCharges(container: MedusaContainer): Promise<number> {
  const locking = container.resolve(Modules.LOCKING)
  const turn = { has_come: false }
  const work = async () => {
    turn.has_come = true
    return orderAll(container)
  }
  try {
    return await locking.execute(LOCK, work, { timeout: WAIT_SECONDS, expire: LOCK_SECONDS })
  } catch (error) {
    if (turn.has_come) throw error
    return 0
  }
}

async function orderAll(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let ordered = 0
  let after: UnorderedCharge | null = null
  let before: Promise<number> = Promise.resolve(0)
  for (;;) {
    const charges: UnorderedCharge[] = await membership.listUnorderedCharges(BATCH, after)
    // The database works for one batch while the next one is put together.
    const batch = charges.length > 0 ? orderBatch(container, charges) : null
    ordered += await before
    if (batch === null) return ordered
    before = batch
    after = charges.at(-1)!
  }
}

/** One that cannot be made must not keep the others: the batch that has it is made one by one. */
async function orderBatch(container: MedusaContainer, charges: readonly UnorderedCharge[]): Promise<number> {
  try {
    await makeOrders(container, charges)
    return charges.length
  } catch (error) {
    if (charges.length > 1) {
      let ordered = 0
      for (const charge of charges) ordered += await orderBatch(container, [charge])
      return ordered
    }
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .error(`The charge ${charges[0]!.id} is paid, but its order cannot be made yet: ${message}`)
    return 0
  }
}

/** The payment first, then the order that names it, then the link; the charge last, by which all of it is known to be there. */
async function makeOrders(container: MedusaContainer, charges: readonly UnorderedCharge[]): Promise<void> {
  const payers = await loadPayers(container, charges)
  await makePayments(container, charges)
  const module = container.resolve(Modules.ORDER)
  const ids = charges.map((charge) => idsOf(charge).order)
  const there = await module.listOrders({ id: ids }, { select: ["id"], take: ids.length })
  const known = new Set(there.map(({ id }) => id))
  const missing = charges.filter((charge) => !known.has(idsOf(charge).order))
  if (missing.length > 0)
    await createOrders(
      container,
      missing.map((charge) => orderOf(charge, payers.get(charge.id)!))
    )
  await linkPayments(container, charges)
  const events = charges.map((charge) => ({
    name: "order.placed",
    data: { id: idsOf(charge).order, membership_charge_id: charge.id },
  }))
  await container.resolve(Modules.EVENT_BUS).emit(events)
  await container
    .resolve(MEMBERSHIP_MODULE)
    .writeChargeOrders(charges.map((charge) => ({ id: charge.id, order_id: idsOf(charge).order })))
}

/** What the order module makes orders with, as part of a verb that reads all of them again. See ADR 0007. */
interface OrderMaker {
  createOrders_: (orders: object[], context: { messageAggregator: MessageAggregator }) => Promise<unknown>
}

/** Without reading each again, whole, which takes the platform as long as making it. Whoever indexes orders is told all the same. */
async function createOrders(container: MedusaContainer, orders: object[]): Promise<void> {
  const messages = new MessageAggregator()
  const module = container.resolve(Modules.ORDER) as unknown as OrderMaker
  await module.createOrders_(orders, { messageAggregator: messages })
  const told = Object.values(messages.getMessages()).flat()
  if (told.length > 0) await container.resolve(Modules.EVENT_BUS).emit(told, { internal: true })
}

/** What the payment module keeps its rows with. It is not part of its interface: see ADR 0007. */
interface PaymentRows {
  paymentCollectionService_: Rows
  paymentSessionService_: Rows
  paymentService_: Rows
  captureService_: Rows
}

interface Rows {
  list: (filters: object, config: object) => Promise<{ id: string }[]>
  create: (data: object[]) => Promise<unknown>
}

async function makePayments(container: MedusaContainer, charges: readonly UnorderedCharge[]): Promise<void> {
  const rows = container.resolve(Modules.PAYMENT) as unknown as PaymentRows
  const paid = charges.flatMap((charge) => paymentOf(charge) ?? [])
  const made = [
    [rows.paymentCollectionService_, paid.map(({ collection }) => collection)],
    [rows.paymentSessionService_, paid.map(({ session }) => session)],
    [rows.paymentService_, paid.map(({ payment }) => payment)],
    [rows.captureService_, paid.map(({ capture }) => capture)],
  ] as const
  for (const [service, wanted] of made) await makeMissing(service, wanted)
}

async function makeMissing(service: Rows, wanted: readonly { readonly id: string }[]): Promise<void> {
  if (wanted.length === 0) return
  const ids = wanted.map(({ id }) => id)
  const there = await service.list({ id: ids }, { select: ["id"], take: ids.length })
  const known = new Set(there.map(({ id }) => id))
  const missing = wanted.filter(({ id }) => !known.has(id))
  if (missing.length > 0) await service.create(missing)
}

async function linkPayments(container: MedusaContainer, charges: readonly UnorderedCharge[]): Promise<void> {
  const links = charges
    .filter((charge) => paymentOf(charge) !== null)
    .map((charge) => ({
      [Modules.ORDER]: { order_id: idsOf(charge).order },
      [Modules.PAYMENT]: { payment_collection_id: idsOf(charge).collection },
    }))
  if (links.length > 0) await container.resolve(ContainerRegistrationKeys.LINK).create(links)
}
