import { z } from "@medusajs/framework/zod"
import type { SeatVerb } from "../../domain/seats/decide"
import { amount, calendarDate, text } from "./shapes"

/** Of every verb: tell what it would do, and do nothing. */
const preview = z.boolean().default(false)
const reason = text.max(1000).nullish()

const Way = z.discriminatedUnion("at", [
  z.strictObject({ at: z.literal("renewal") }),
  z.strictObject({ at: z.literal("now") }),
  z.strictObject({ at: z.literal("date"), on: calendarDate }),
])

const hold = { starts_on: calendarDate, resumes_on: calendarDate.nullish(), reason, preview }
const resume = { resumes_on: calendarDate.nullish(), preview }
const cancel = { way: Way, reason, preview }
const assign = { member_id: z.string(), replaces_member_id: z.string().nullish(), preview }
const order = z
  .array(z.strictObject({ seat_id: z.string(), member_id: z.string().nullable() }))
  .min(1, "Name at least one seat.")
  .max(1000)
  .refine(
    (seats) => new Set(seats.map(({ seat_id }) => seat_id)).size === seats.length,
    "Name each seat once."
  )

/** What customers send. Policies bind them, so they give no fee and merge nothing. */
export const StoreSeatBodies = {
  hold: z.strictObject(hold),
  resume: z.strictObject(resume),
  cancel: z.strictObject(cancel),
  uncancel: z.strictObject({ preview }),
  reorder: z.strictObject({ order, preview }),
  assign: z.strictObject(assign),
  unassign: z.strictObject({ preview }),
  payer: z.strictObject({ preview }),
}

/** What staff send: a reason goes past a policy and is kept in the history. */
export const AdminSeatBodies = {
  hold: z.strictObject({
    ...hold,
    kind: z.enum(["hold", "payment_holiday"]).default("hold"),
    fee: amount.nullish(),
    merge: z.boolean().default(false),
  }),
  resume: z.strictObject({ ...resume, reason }),
  cancel: z.strictObject(cancel),
  uncancel: z.strictObject({ reason, preview }),
  reorder: z.strictObject({ order, reason, preview }),
  assign: z.strictObject({ ...assign, reason }),
  unassign: z.strictObject({ reason, preview }),
  payer: z.strictObject({ payer_customer_id: z.string(), reason, preview }),
  payers: z.strictObject({
    seat_ids: z.array(z.string()).min(1, "Name at least one seat.").max(1000),
    payer_customer_id: z.string(),
    ...{ reason, preview },
  }),
  extend: z.strictObject({ ends_on: calendarDate, reason, preview }),
  start: z.strictObject({ starts_on: calendarDate, reason, preview }),
}

type Bodies = typeof AdminSeatBodies
export type SeatVerbName = keyof Bodies
type Body<Name extends SeatVerbName> = z.infer<Bodies[Name]>

/** Everything that a body of any verb may say; what its schema lets through decides what it does. */
export type SeatBody = Partial<
  Body<"hold"> &
    Body<"resume"> &
    Omit<Body<"cancel">, "reason"> &
    Body<"reorder"> &
    Body<"assign"> &
    Body<"payers">
> &
  Partial<Body<"extend"> & Body<"start">>

/** A body as the domain's verb. @param seat_id null is the whole membership */
export function verbOf(name: SeatVerbName, body: SeatBody, seat_id: string | null): SeatVerb {
  const { resumes_on = null, reason: why = null } = body
  switch (name) {
    case "hold": {
      const { starts_on, kind = "hold", fee = null, merge = false } = body
      return { verb: "hold", seat_id, starts_on: starts_on!, resumes_on, kind, fee, merge, reason: why }
    }
    case "resume":
      return { verb: "resume", seat_id, resumes_on }
    case "cancel":
      return { verb: "cancel", seat_id, way: body.way!, reason: why }
    case "uncancel":
      return { verb: "uncancel", seat_id }
    case "reorder":
      return { verb: "reorder", order: body.order! }
    case "assign": {
      const { member_id, replaces_member_id = null } = body
      return { verb: "assign", seat_id: seat_id!, member_id: member_id!, replaces_member_id }
    }
    case "unassign":
      return { verb: "unassign", seat_id: seat_id! }
    case "payer":
      return { verb: "change_payer", seat_ids: [seat_id!], payer_customer_id: body.payer_customer_id! }
    case "payers":
      return { verb: "change_payer", seat_ids: body.seat_ids!, payer_customer_id: body.payer_customer_id! }
    case "extend":
      return { verb: "extend_term", ends_on: body.ends_on! }
    case "start":
      return { verb: "change_start", starts_on: body.starts_on! }
  }
}

interface SeatRoute {
  readonly name: SeatVerbName
  /** Below `/memberships/:id`. */
  readonly path: string
  readonly summary: string
}

const ofSeat = (name: SeatVerbName, summary: string): SeatRoute => ({
  ...{ name, path: `/seats/:seat_id/${name}`, summary },
})
const ofWhole = (name: SeatVerbName, path: string, summary: string): SeatRoute => ({ name, path, summary })

/** The verbs that staff and customers share. */
export const SEAT_ROUTES: readonly SeatRoute[] = [
  ofWhole("hold", "/hold", "Put the whole membership on hold"),
  ofWhole("resume", "/resume", "End the hold of the whole membership"),
  ofWhole("cancel", "/cancel", "Cancel the whole membership"),
  ofWhole("uncancel", "/uncancel", "Take the cancellation of the whole membership back"),
  ofWhole("reorder", "/reorder", "Move members between seats, all or nothing"),
  ofSeat("assign", "Give a seat to a member"),
  ofSeat("unassign", "Leave a seat empty"),
  ofSeat("hold", "Put a seat on hold"),
  ofSeat("resume", "End the hold of a seat"),
  ofSeat("cancel", "Cancel a seat"),
  ofSeat("uncancel", "Take the cancellation of a seat back"),
  ofSeat("payer", "Say who pays for a seat from its next charge on"),
]
