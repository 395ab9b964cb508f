import type { MembershipStatus } from "./types"

/** A membership in one of these is over, or never was. All others are live: they have begun, will begin, or wait. */
export const ENDED_STATUSES = [
  "exhausted",
  "expired",
  "canceled",
  "void",
] as const satisfies readonly MembershipStatus[]
