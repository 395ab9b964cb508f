import { handle } from "../../../../http/handler"
import { type JoinBody, joinMembership, joinPage } from "../../../../http/join"
import type { JoinOptionsQuery } from "../../join-routes"
import { membershipOf } from "../../with-status"

const staff = (reason: string | null = null) => ({ type: "staff", reason }) as const

export const GET = handle(async (req, res) => {
  const { membership_id } = req.validatedQuery as JoinOptionsQuery
  res.json({ join: await joinPage(req, staff(), membership_id) })
})

export const POST = handle<JoinBody>(async (req, res) => {
  const join = await joinMembership(req, staff(req.validatedBody.reason), false)
  res.json({ membership: await membershipOf(req, req.params.id!), join })
})
