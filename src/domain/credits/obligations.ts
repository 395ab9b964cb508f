import { compareInstants } from "../time/calendar"
import type { Instant } from "../time/types"
import { outstanding, outstandingValue } from "./ledger"
import type { CreditEntry, CreditEntryKind } from "./types"

/** In credits and in money. */
export interface Owed {
  readonly credits: number
  readonly value_minor: number
}

/** REPORT-2: opening + granted − used − expired − revoked = closing. */
export interface Obligations {
  readonly opening: Owed
  readonly granted: Owed
  readonly used: Owed
  readonly expired: Owed
  readonly revoked: Owed
  readonly closing: Owed
}

type Heading = "granted" | "used" | "expired" | "revoked"

/**
 * What each kind of entry means for what is owed. What comes and what goes of a correction, and of credits that change
 * hands or service, stand apart: gifts are granted, corrections downwards revoked. Moves between grants of what is
 * reported cancel each other out, but for an exchange that is not one for one.
 */
const HEADINGS: Readonly<Record<CreditEntryKind, Heading | "by_sign" | "moved">> = {
  grant: "granted",
  // Nothing is owed more or less for a booking.
  reserve: "used",
  redeem: "used",
  // Of a booking nothing; of an undone visit what it had used.
  release: "used",
  expire: "expired",
  revoke: "revoked",
  adjust: "by_sign",
  roll_over: "moved",
  transfer: "moved",
  exchange: "moved",
}

const NOTHING: Owed = { credits: 0, value_minor: 0 }

/** What entries come to before they are put under the report's headings; each with its sign. */
export interface Movements {
  readonly opening: Owed
  readonly granted: Owed
  readonly used: Owed
  readonly expired: Owed
  readonly revoked: Owed
  readonly adjusted_up: Owed
  readonly adjusted_down: Owed
  readonly moved: Owed
}

/**
 * REPORT-2: what is owed to members in visits and money, from entries of whatever is reported: one membership or the
 * whole studio, of one currency.
 * @param range half-open `[from, until)`; opening is what was owed before `from`
 */
export function obligations(
  entries: readonly CreditEntry[],
  { from, until }: { readonly from: Instant; readonly until: Instant }
): Obligations {
  const before = entries.filter(({ at }) => compareInstants(at, from) < 0)
  const within = entries.filter(({ at }) => compareInstants(from, at) <= 0 && compareInstants(at, until) < 0)
  const of = (heading: (typeof HEADINGS)[CreditEntryKind]) =>
    within.filter(({ kind }) => HEADINGS[kind] === heading).map(owed)
  return fold({
    opening: sum(before.map(owed)),
    granted: sum(of("granted")),
    used: sum(of("used")),
    expired: sum(of("expired")),
    revoked: sum(of("revoked")),
    adjusted_up: sum(of("by_sign").map(up)),
    adjusted_down: sum(of("by_sign").map(down)),
    moved: sum(of("moved")),
  })
}

/** The headings of the report: what comes is granted, what goes revoked, of corrections and moves as well. */
export function fold(all: Movements): Obligations {
  const { opening, used, expired, moved } = all
  const granted = sum([all.granted, all.adjusted_up, up(moved)])
  const revoked = sum([all.revoked, all.adjusted_down, down(moved)])
  return {
    ...{ opening, granted },
    ...{ used: less(used), expired: less(expired), revoked: less(revoked) },
    closing: sum([opening, granted, used, expired, revoked]),
  }
}

const up = ({ credits, value_minor }: Owed): Owed => ({
  credits: Math.max(0, credits),
  value_minor: Math.max(0, value_minor),
})

const down = ({ credits, value_minor }: Owed): Owed => ({
  credits: Math.min(0, credits),
  value_minor: Math.min(0, value_minor),
})

const owed = (entry: CreditEntry): Owed => ({
  credits: outstanding(entry),
  value_minor: outstandingValue(entry),
})

const sum = (all: readonly Owed[]): Owed =>
  all.reduce(
    (total, { credits, value_minor }) => ({
      credits: total.credits + credits,
      value_minor: total.value_minor + value_minor,
    }),
    NOTHING
  )

const less = ({ credits, value_minor }: Owed): Owed => ({
  credits: 0 - credits,
  value_minor: 0 - value_minor,
})
