import { z } from "@medusajs/framework/zod"

/** Parts that many answers share. */
export const id = z.string()
export const optionalText = z.string().nullable()
export const calendarDate = z.string().meta({ format: "date" })
export const instant = z.string().meta({ format: "date-time" })
export const stamps = { created_at: instant, updated_at: instant }
export const amount = z.number().meta({ description: "A decimal in the currency's major unit." })
export const currencyCode = z.string().meta({ description: "ISO 4217, lower case." })
export const price = z.object({ currency_code: currencyCode, amount })
export const anything = z.record(z.string(), z.unknown())
export const calendarInterval = z.object({ unit: z.enum(["day", "week", "month", "year"]), count: z.int() })
export const idsOrAll = z.array(id).nullable().meta({ description: "null is all." })
