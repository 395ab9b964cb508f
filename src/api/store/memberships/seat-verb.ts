import { actorOf, handle } from "../../http/handler"
import { effectsOf } from "../../http/seat-effects"
import { type SeatBody, type SeatVerbName, verbOf } from "../../http/seat-verbs"
import { changeSeatsWorkflow } from "../../../workflows/seats/change-seats"
import { ownMembership } from "./own"

/** The same verbs by a customer, on what is theirs and within the plan's policies. They pay only for themselves (SEAT-4). */
export const seatVerb = (name: SeatVerbName) =>
  handle<SeatBody>(async (req, res) => {
    const customer_id = req.auth_context.actor_id
    const { preview = false } = req.validatedBody
    const membership_id = req.params.id!
    const body = { ...req.validatedBody, payer_customer_id: customer_id }
    const verb = verbOf(name, body, req.params.seat_id ?? null)
    const asker = { type: "customer", customer_id } as const
    const input = { membership_id, verb, asker, preview, actor: actorOf(req) }
    const { result } = await changeSeatsWorkflow(req.scope).run({ input })
    const effects = effectsOf(result)
    res.json(
      preview ? { preview: { effects } } : { membership: await ownMembership(req, membership_id), effects }
    )
  })
