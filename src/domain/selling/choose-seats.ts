import { compileChart } from "../charts/compile"
import { seatablePeople } from "../charts/eligibility"
import { quoteSeats } from "../charts/quote"
import { bestSeating } from "../charts/seating"
import type { ChartRow, NextSeatPrice, QuotedSeat, SeatCount } from "../charts/types"
import { DomainError } from "../errors"
import type { Classification, Person } from "../people/types"
import type { PlanAudience } from "../plans/types"
import type { CalendarDate } from "../time/types"

/** Somebody who shall get a seat: a member, or only what decides where they may sit. */
export interface SalePerson extends Person {
  readonly member_id: string | null
  readonly household_id: string | null
}

/** What the buyer asks for: seats by count, or people to be seated the cheapest legal way (CHART-7, CHART-12). */
export type SeatWish = { readonly seats: readonly SeatCount[] } | { readonly people: readonly SalePerson[] }

export interface ChooseSeatsInput {
  readonly wish: SeatWish
  readonly audience: PlanAudience
  /** Rows of the published version, priced in the currency of the sale. */
  readonly rows: readonly ChartRow[]
  readonly classifications: readonly Classification[]
  /** The day on which ages count, in the location's calendar. */
  readonly on_date: CalendarDate
}

export interface ChosenSeat extends QuotedSeat {
  readonly member_id: string | null
}

export interface ChosenSeats {
  readonly seats: readonly ChosenSeat[]
  readonly next_seat_prices: readonly NextSeatPrice[]
}

/**
 * The seats that a sale takes.
 * @throws DomainError as `quoteSeats` and `bestSeating`; `household_only` when named people of a plan for one
 *   household live in several (PLAN-9)
 */
export function chooseSeats({
  wish,
  audience,
  rows,
  classifications,
  on_date,
}: ChooseSeatsInput): ChosenSeats {
  const chart = compileChart(rows)
  const names = new Map(classifications.map(({ id, name }) => [id, name]))
  if ("seats" in wish) {
    const { seats, next_seat_prices } = quoteSeats(chart, wish.seats, { audience, names })
    return { seats: seats.map((seat) => ({ ...seat, member_id: null })), next_seat_prices }
  }
  if (audience === "household") assertOneHousehold(wish.people)
  const by_id = new Map(classifications.map((classification) => [classification.id, classification]))
  const people = seatablePeople(chart, wish.people, { classifications: by_id, on_date })
  const { seats, next_seat_prices } = bestSeating(chart, people, { audience, names })
  const seated = seats.map(({ person_index, ...seat }) => ({
    ...seat,
    member_id: wish.people[person_index]?.member_id ?? null,
  }))
  return { seats: seated, next_seat_prices }
}

/** People who are only ages are taken at the buyer's word; their members are checked when they take the seat. */
function assertOneHousehold(people: readonly SalePerson[]): void {
  const named = people.filter((person) => person.member_id !== null)
  const households = new Set(named.map((person) => person.household_id))
  if (named.length > 1 && (households.size > 1 || households.has(null))) {
    throw new DomainError("household_only", "This plan is for the members of one household.", {
      field: "people",
    })
  }
}
