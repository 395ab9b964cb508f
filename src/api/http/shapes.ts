import { z } from "@medusajs/framework/zod"

/** Shapes that many bodies share. Messages say what to do. */
export const name = z.string().trim().min(1, "Give it a name.").max(200)
export const text = z.string().trim().max(20_000)
export const age = z.int().min(0).max(130)
/** A calendar date; whether such a day exists is the domain's to say. */
export const calendarDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "Write a date as YYYY-MM-DD.")
export const currencyCode = z
  .string()
  .length(3)
  .transform((code) => code.toLowerCase())
/** A decimal in the currency's major unit. */
export const amount = z.number().min(0)
export const price = z.strictObject({ currency_code: currencyCode, amount })
export const ids = z.union([z.string(), z.array(z.string())])
export const handle = z
  .string()
  .trim()
  .regex(
    /^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u,
    "Use lower-case letters, digits and single dashes."
  )
  .max(200)
const localTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "Write a time as HH:MM.")
export const timeWindows = z.array(
  z.strictObject({
    weekdays: z.array(z.int().min(1).max(7)),
    from: localTime,
    until: localTime.nullable(),
  })
)
