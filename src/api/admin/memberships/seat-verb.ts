import { actorOf, handle } from "../../http/handler"
import { effectsOf } from "../../http/seat-effects"
import { type SeatBody, type SeatVerbName, verbOf } from "../../http/seat-verbs"
import { changeSeatsWorkflow } from "../../../workflows/seats/change-seats"
import { membershipOf } from "./with-status"

/** A verb on a membership, or on the seat that the path names, by staff. */
export const seatVerb = (name: SeatVerbName) =>
  handle<SeatBody>(async (req, res) => {
    const { preview = false, reason = null } = req.validatedBody
    const membership_id = req.params.id!
    const verb = verbOf(name, req.validatedBody, req.params.seat_id ?? null)
    const asker = { type: "staff", reason } as const
    const input = { membership_id, verb, asker, preview, actor: actorOf(req) }
    const { result } = await changeSeatsWorkflow(req.scope).run({ input })
    const effects = effectsOf(result)
    res.json(
      preview ? { preview: { effects } } : { membership: await membershipOf(req, membership_id), effects }
    )
  })
