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
export const ids = z.union([z.string(), z.array(z.string())])
