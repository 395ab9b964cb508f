/** Work that dates in the database make due, in the order in which it is done at one instant. */
export const DATED_WORK = [
  // Terms before whatever counts from them.
  "terms",
  // What follows an offer whose end is known now, before anything ends.
  "conversions",
  // What expires or rolls over, before the credits of the next period come with its payment.
  "credits",
  // The copies before what looks at them; a status that changes has its charges looked at.
  "statuses",
  "renewals",
  // Whoever takes a seat of a shared membership, after its period was charged to those who are there.
  "joins",
  "orders",
  // Whoever could not be charged, after what was due was tried.
  "cancellations",
  "reminders",
  "notices",
] as const
export type DatedWork = (typeof DATED_WORK)[number]

/** Staff are told at this local time of the studio's day, as the job wakes at it by the machine's. */
export const DAILY_AT = "04:30"

/** All that the studio's clock makes due (TIME-5), in the same order. */
export const LIVED_WORK = [...DATED_WORK, "daily"] as const
export type LivedWork = (typeof LIVED_WORK)[number]
