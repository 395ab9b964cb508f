import { z } from "@medusajs/framework/zod"
import type { RequestedSeats } from "../../workflows/selling/types"
import { calendarDate } from "./shapes"

const seats = z
  .array(z.strictObject({ classification_id: z.string().nullable(), count: z.int().min(0).max(1000) }))
  .min(1, "Ask for at least one seat.")
  .max(100)

const proof = z.strictObject({
  classification_id: z.string(),
  expires_on: calendarDate.nullable().default(null),
})

const people = z
  .array(
    z.union([
      z.strictObject({ member_id: z.string() }),
      z.strictObject({ date_of_birth: calendarDate, proofs: z.array(proof).max(20).optional() }),
    ])
  )
  .min(1, "Name at least one person.")
  .max(1000)

/** A strict body that asks for seats, by count or by people, beside other fields. */
export const seatWish = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z
    .strictObject({ ...shape, seats: seats.optional(), people: people.optional() })
    .superRefine((body: { seats?: unknown; people?: unknown }, context) => {
      if ((body.seats === undefined) !== (body.people === undefined)) return
      const message = "Pass either seats (counts by classification) or people, not both."
      context.addIssue({ code: "custom", path: ["seats"], message })
    })

interface WishBody {
  readonly seats?: z.infer<typeof seats> | undefined
  readonly people?: z.infer<typeof people> | undefined
}

/** The wish of a body that `seatWish` has checked. */
export function wishOf({ seats: counts, people: persons }: WishBody): RequestedSeats {
  if (!persons) return { seats: counts ?? [] }
  return {
    people: persons.map((person) => {
      if ("member_id" in person) return { member_id: person.member_id }
      return { date_of_birth: person.date_of_birth, proofs: person.proofs ?? [] }
    }),
  }
}
