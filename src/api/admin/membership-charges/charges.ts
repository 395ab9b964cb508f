import type { MedusaRequest } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { CHARGE_FIELDS, chargeOf, type ChargeRow, columnsOf } from "../../http/charges"
import { membershipModule } from "../../http/handler"
import { listOf, oneOf } from "../../http/read"
import { namesOf } from "../memberships/people-names"
import { chargeFilters } from "./filters"
import type { ListChargesQuery } from "./routes"

/** A page of charges for staff, those due last first unless the request orders them. */
export async function chargePage(req: MedusaRequest, filters: Record<string, unknown> = {}) {
  const query = req.filterableFields as ListChargesQuery
  req.filterableFields = await chargeFilters(req, query)
  req.queryConfig.pagination.order ??= { due_at: "DESC", id: "DESC" }
  req.queryConfig.fields = columnsOf(req.queryConfig.fields)
  const { rows, ...page } = await listOf(req, "membership_charge", filters)
  return { rows: await namedCharges(req, rows as ChargeRow[]), ...page }
}

/** The last charges of a membership, for its own page. */
export async function lastCharges(req: MedusaRequest, membership_id: string, take: number) {
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "membership_charge",
    fields: columnsOf(CHARGE_FIELDS),
    filters: { membership_id },
    pagination: { skip: 0, take, order: { due_at: "DESC", id: "DESC" } },
  })
  return namedCharges(req, data as ChargeRow[])
}

/** One charge with everything that was tried for it, in order. @throws DomainError `not_found` */
export async function chargeWithAttempts(req: MedusaRequest, id: string): Promise<Record<string, unknown>> {
  req.queryConfig.fields = columnsOf(req.queryConfig.fields)
  const row = (await oneOf(req, "membership_charge", id)) as ChargeRow
  const attempts = await membershipModule(req).listMembershipChargeAttempts(
    { charge_id: id },
    { order: { number: "ASC" }, take: null }
  )
  const [charge] = await namedCharges(req, [row])
  return {
    ...charge,
    attempts: attempts.map(({ number, started_at, finished_at, outcome, code, message, ...attempt }) => ({
      ...{ number, started_at, finished_at, outcome, code, message },
      ...{ provider_id: attempt.provider_id, provider_reference: attempt.provider_reference },
    })),
  }
}

interface MembershipRow {
  readonly id: string
  readonly customer_name: string | null
  readonly customer_email: string | null
}

/** Who pays, for what membership, and by which saved method: one question for each, however many charges there are. */
export async function namedCharges(
  req: MedusaRequest,
  rows: readonly ChargeRow[]
): Promise<Record<string, unknown>[]> {
  const payers = [...new Set(rows.flatMap(({ payer_customer_id }) => payer_customer_id ?? []))]
  const [memberships, payer, methods] = await Promise.all([
    membershipsOf(req, rows),
    namesOf(req, "customer", payers),
    methodsOf(req, payers),
  ])
  return rows.map((row) => {
    const { payer_customer_id } = row
    const { customer_name, customer_email, ...membership } = memberships.get(row.membership_id) ?? {}
    const guest = { name: customer_name ?? null, email: customer_email ?? null }
    const { name, email } = payer_customer_id === null ? guest : payer(payer_customer_id)
    return {
      ...chargeOf(row),
      ...{ payer_name: name, payer_email: email, membership },
      payment_method: methods.get(payer_customer_id ?? "") ?? null,
    }
  })
}

async function membershipsOf(
  req: MedusaRequest,
  rows: readonly ChargeRow[]
): Promise<Map<string, Partial<MembershipRow>>> {
  const ids = [...new Set(rows.map(({ membership_id }) => membership_id))]
  if (ids.length === 0) return new Map()
  const { data } = await req.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "membership",
    fields: [
      ...["id", "display_id", "status", "time_zone", "customer_name", "customer_email"],
      ...["plan.id", "plan.name"],
    ],
    filters: { id: ids },
  })
  return new Map((data as MembershipRow[]).map((row) => [row.id, row]))
}

async function methodsOf(req: MedusaRequest, customer_ids: readonly string[]) {
  if (customer_ids.length === 0) return new Map<string, object>()
  const methods = await membershipModule(req).listMembershipPaymentMethods({ customer_id: [...customer_ids] })
  return new Map(
    methods.map(({ customer_id, provider_id, label, expires_on }) => [
      customer_id,
      { provider_id, label, expires_on },
    ])
  )
}
