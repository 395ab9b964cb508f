import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { MEMBERSHIP_MODULE } from "../../modules/membership"
import type { NoticeOutcome, NoticeToSend } from "../../modules/membership/types"
import { putIntoFeed } from "../steps/put-into-feed"
import { chargeNotice, parkedNotice, type Reader } from "./charge-notice"

const BATCH = 100

/**
 * Sends what payers are to be told of their charges, and staff of those that are parked (BILL-3, REMIND-2). Occasions are
 * committed with what caused them; a sender that dies leaves them to the next one, and the Notification Module sends none
 * twice. Where it has no provider for e-mails, or that fails, they are tried again for a day.
 * @returns how many were sent
 */
export async function sendNotices(container: MedusaContainer): Promise<number> {
  const membership = container.resolve(MEMBERSHIP_MODULE)
  let sent = 0
  for (;;) {
    const notices = await membership.claimNotices(BATCH)
    if (notices.length === 0) return sent
    const readers = await readersOf(container, notices)
    const outcomes: NoticeOutcome[] = []
    for (const notice of notices) outcomes.push(await send(container, notice, readers.get(notice.id) ?? null))
    await membership.settleNotices(outcomes)
    sent += outcomes.filter(({ error }) => error === null).length
  }
}

async function send(
  container: MedusaContainer,
  notice: NoticeToSend,
  reader: Reader | null
): Promise<NoticeOutcome> {
  const { id, kind } = notice
  if (kind === "charge_parked") {
    await putIntoFeed(container, [parkedNotice(notice)])
    return { id, error: null }
  }
  if (!reader) return { id, error: "Nobody to tell: the payer has no e-mail address." }
  try {
    await container.resolve(Modules.NOTIFICATION).createNotifications(chargeNotice(notice, reader))
    return { id, error: null }
  } catch (error) {
    const { message } = error as Error
    container
      .resolve(ContainerRegistrationKeys.LOGGER)
      .warn(`A customer was not told of a charge: ${message}`)
    return { id, error: message }
  }
}

/** Who is told, in the language of the order that sold the membership. */
async function readersOf(
  container: MedusaContainer,
  notices: readonly NoticeToSend[]
): Promise<Map<string, Reader>> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const idsOf = (field: "customer_id" | "order_id") => [
    ...new Set(notices.flatMap((notice) => notice[field] ?? [])),
  ]
  const [customers, orders] = await Promise.all([
    query.graph({ entity: "customer", fields: ["id", "email"], filters: { id: idsOf("customer_id") } }),
    query.graph({ entity: "order", fields: ["id", "locale"], filters: { id: idsOf("order_id") } }),
  ])
  const emails = new Map(
    (customers.data as { id: string; email: string | null }[]).map((each) => [each.id, each.email])
  )
  const locales = new Map(
    (orders.data as { id: string; locale?: string | null }[]).map((each) => [each.id, each.locale])
  )
  return new Map(
    notices.flatMap(({ id, customer_id, guest_email, order_id }) => {
      const email = customer_id === null ? guest_email : emails.get(customer_id)
      const locale = locales.get(order_id ?? "") ?? null
      return email ? [[id, { email, customer_id, locale }] as const] : []
    })
  )
}
