import type { AuthenticatedMedusaRequest } from "@medusajs/framework/http"
import { handle } from "../../../../http/handler"
import { type JoinBody, joinMembership, joinPage, ownJoin, ownOptions } from "../../../../http/join"
import { ownMembership } from "../../own"

const asker = ({ auth_context }: AuthenticatedMedusaRequest) =>
  ({ type: "customer", customer_id: auth_context.actor_id }) as const

export const GET = handle(async (req, res) => {
  res.json({ join: ownOptions(await joinPage(req, asker(req))) })
})

export const POST = handle<JoinBody>(async (req, res) => {
  const join = ownJoin(await joinMembership(req, asker(req), false))
  res.json({ membership: await ownMembership(req, req.params.id!), join })
})
