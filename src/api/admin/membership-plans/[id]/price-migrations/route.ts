import type { MedusaRequest } from "@medusajs/framework/http"
import type { MigratedPrices } from "../../../../../modules/membership/types"
import { migratePricesWorkflow } from "../../../../../workflows/charts/migrate-prices"
import { actorOf, handle, membershipModule } from "../../../../http/handler"
import { namesOf } from "../../../memberships/people-names"
import type { ListPriceMovesQuery, MigratePricesBody } from "../../../price-charts/routes"

const ROWS = 50

export const GET = handle(async (req, res) => {
  const query = req.validatedQuery as unknown as ListPriceMovesQuery
  const { to_price_chart_id = null, waiting: only_waiting = false, limit, offset } = query
  const { plan } = await membershipModule(req).loadSalePlan({ id_or_handle: req.params.id! })
  const wish = { plan_id: plan.id, to_price_chart_id, only_waiting, limit, offset }
  const { moves, count } = await membershipModule(req).listPriceMoves(wish)
  const nameOf = await namesOf(
    req,
    "user",
    moves.map(({ planned_by }) => planned_by)
  )
  const price_moves = moves.map((move) => {
    const { name, email } = nameOf(move.planned_by)
    return { ...move, planned_by_name: name ?? email }
  })
  res.json({ price_moves, count, offset, limit })
})

export const POST = handle<MigratePricesBody>(async (req, res) => {
  const { to_price_chart_id, preview = false, limit = ROWS, offset = 0, ...body } = req.validatedBody
  const { result } = await migratePricesWorkflow(req.scope).run({
    input: {
      ...{ plan_id: req.params.id!, to_price_chart_id, preview, limit, offset, actor: actorOf(req) },
      from_price_chart_id: body.from_price_chart_id ?? null,
      membership_ids: body.membership_ids ?? null,
      except_membership_ids: body.except_membership_ids ?? [],
      from_on: body.from_on ?? null,
      reason: body.reason ?? null,
    },
  })
  res.json({ price_migration: await withPayers(req, result) })
})

/** With the names of whoever pays; a purchaser without an account has only that of the membership. */
async function withPayers(req: MedusaRequest, { memberships, ...migrated }: MigratedPrices) {
  const ids = memberships.flatMap(({ payers }) => payers.map(({ payer_customer_id }) => payer_customer_id))
  const nameOf = await namesOf(req, "customer", ids)
  const named = memberships.map(({ payers, ...row }) => ({
    ...row,
    payers: payers.map((payer) => {
      const { name, email } = nameOf(payer.payer_customer_id)
      return { ...payer, payer_name: payer.payer_customer_id === null ? row.customer_name : (name ?? email) }
    }),
  }))
  return { ...migrated, memberships: named }
}
