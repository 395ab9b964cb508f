import type { NoticeKind } from "../../../domain/billing/charge-notices"

/** What a notice can say, in the reader's language where it is a date or an amount. */
interface NoticeFacts {
  /** Its name, or the visit that a fine is for. */
  readonly plan: string
  /** With its currency; null where nothing is to be paid now. */
  readonly amount: string | null
  readonly reason: string | null
  readonly next_try: string | null
  /** Of a charge to come. */
  readonly due_on: string | null
  readonly has_method: boolean
  readonly method: string | null
  /** Where the payer confirms it, or changes their card; null where the studio has told no address. */
  readonly link: string | null
}

interface NoticeText {
  readonly subject: string
  readonly text: string
}

/** A language. */
export interface NoticeTexts {
  readonly locale: string
  /** The provider's codes in plain words. */
  readonly reasons: Readonly<Record<string, string>>
  readonly otherReason: string
  /** What a fine is for, where the sentence has the plan otherwise. */
  readonly missedVisit: (service: string) => string
  readonly write: Readonly<Record<Exclude<NoticeKind, "charge_parked">, (facts: NoticeFacts) => NoticeText>>
}

/** Sentences that are there, as one paragraph. */
export const sentences = (...parts: readonly (string | null | false)[]): string =>
  parts.filter(Boolean).join(" ")
