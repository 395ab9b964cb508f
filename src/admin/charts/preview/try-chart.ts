import { priceRows } from "../../../domain/charts/price-rows"
import type { ChartRow, ChartRowDraft, SeatCount } from "../../../domain/charts/types"
import { draftProblems } from "../../../domain/charts/validate-draft"
import { DomainError } from "../../../domain/errors"
import type { Classification } from "../../../domain/people/types"
import type { PlanAudience } from "../../../domain/plans/types"
import { chooseSeats, type ChosenSeats, type SeatWish } from "../../../domain/selling/choose-seats"
import type { CalendarDate } from "../../../domain/time/types"
import { bornAt, type TriedPerson } from "./people"

export type Choice = { readonly seats: readonly SeatCount[] } | { readonly people: readonly TriedPerson[] }

export interface TryInput {
  readonly priced: PricedDraft
  readonly audience: PlanAudience
  readonly classifications: readonly Classification[]
  readonly today: CalendarDate
  readonly choice: Choice
}

/** A draft in one currency, as complete as it is. */
export interface PricedDraft {
  /** A row without a price counts as zero. */
  readonly rows: readonly ChartRow[]
  /** Positions of the rows that have no price in the currency. */
  readonly unpriced: readonly number[]
  /** Positions of the rows that cannot be saved as they are; nothing is priced then. */
  readonly broken: readonly number[]
}

export type Outcome =
  | { readonly kind: "seated"; readonly chosen: ChosenSeats; readonly total_minor: number }
  | { readonly kind: "refused"; readonly refusal: DomainError }

/**
 * Fills in what a draft does not say yet, so that the rest of it can be tried.
 * @param unnamed the label of a row without one, by its position
 */
export function priceDraft(
  drafts: readonly ChartRowDraft[],
  draft: { currency_code: string; audience: PlanAudience; unnamed: (position: number) => string }
): PricedDraft {
  const { currency_code, audience, unnamed } = draft
  const broken = new Set(draftProblems(drafts, { audience }).flatMap(({ row }) => row ?? []))
  const hasPrice = ({ prices }: ChartRowDraft) =>
    prices.some((price) => price.currency_code.toLowerCase() === currency_code.toLowerCase())
  const unpriced = drafts.flatMap((row, index) => (hasPrice(row) ? [] : [index + 1]))
  if (broken.size > 0) return { rows: [], unpriced, broken: [...broken] }
  const filled = drafts.map((row, index) => ({
    ...row,
    label: row.label?.trim() ? row.label : index < 2 ? null : unnamed(index + 1),
    prices: hasPrice(row) ? row.prices : [{ currency_code, amount: 0 }],
  }))
  return { rows: priceRows(filled, currency_code), unpriced, broken: [] }
}

/** Seats the choice as a sale would: the people's keys come back as `member_id` of their seats. */
export function tryChart({ priced, audience, classifications, today, choice }: TryInput): Outcome {
  try {
    const wish = wishOf(choice, priced.rows, today)
    const known = withUnknown(classifications, priced.rows)
    const chosen = chooseSeats({ wish, audience, rows: priced.rows, classifications: known, on_date: today })
    const total_minor = chosen.seats.reduce((sum, seat) => sum + seat.price_minor, 0)
    return { kind: "seated", chosen, total_minor }
  } catch (error) {
    if (error instanceof DomainError) return { kind: "refused", refusal: error }
    throw error
  }
}

/** Counts of classifications that the chart has no row of any more are left out: there is no counter for them. */
function wishOf(choice: Choice, rows: readonly ChartRow[], today: CalendarDate): SeatWish {
  if ("people" in choice)
    return {
      people: choice.people.map(({ key, age, proofs }) => ({
        member_id: key,
        // They are tried as people of one household.
        household_id: "tried",
        date_of_birth: bornAt(age, today),
        proofs: proofs.map((classification_id) => ({ classification_id, expires_on: null })),
      })),
    }
  const sold = new Set(rows.map((row) => row.classification_id))
  return { seats: choice.seats.filter(({ classification_id }) => sold.has(classification_id)) }
}

/** A classification that somebody has just added elsewhere is not known here yet; anybody may sit there until it is. */
function withUnknown(
  classifications: readonly Classification[],
  rows: readonly ChartRow[]
): Classification[] {
  const known = new Set<string | null>([null, ...classifications.map(({ id }) => id)])
  const unknown = new Set(rows.map((row) => row.classification_id).filter((id) => !known.has(id)))
  const open = { min_age: null, max_age: null, requires_proof: false }
  return [...classifications, ...[...unknown].map((id) => ({ ...open, id: id ?? "", name: id ?? "" }))]
}
