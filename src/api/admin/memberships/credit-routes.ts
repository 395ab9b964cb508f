import { createFindParams } from "@medusajs/medusa/api/utils/validators"
import { AdjustCredits, ExchangeCredits, GiveCredits, TransferCredits } from "../../http/credits"
import type { RouteDefinition } from "../../http/route-table"

const path = "/admin/memberships/:id/credits"
const resource = "membership_credit"
const tag = "Credits"

const changes: Pick<RouteDefinition, "path" | "summary" | "body">[] = [
  {
    path: "/admin/credit-grants/:id/adjust",
    summary: "Add credits to a grant, or take some away, with a reason",
    body: AdjustCredits,
  },
  {
    path: `${path}/adjust`,
    summary: "Give credits beside what the plan gives, with a reason",
    body: GiveCredits,
  },
  { path: `${path}/transfer`, summary: "Give credits to the member on another seat", body: TransferCredits },
  {
    path: `${path}/exchange`,
    summary: "Exchange credits of one service for another's",
    body: ExchangeCredits,
  },
]

export const creditRoutes: RouteDefinition[] = [
  {
    method: "GET",
    path,
    tag,
    summary: "Balances, grants and the ledger of a membership, the newest entry first",
    query: createFindParams({ limit: 50 }).pick({ offset: true, limit: true }),
    fields: { defaults: [], isList: true, defaultLimit: 50 },
    policy: { resource, operation: "read" },
    answers: { credits: "MembershipCredits", entries: "CreditEntry" },
  },
  ...changes.map((change): RouteDefinition => ({
    ...{ ...change, method: "POST", tag },
    policy: { resource, operation: "update" },
    idempotent: true,
    previews: true,
    answers: { credits: "MembershipCredits", effects: "CreditEffect" },
  })),
]
