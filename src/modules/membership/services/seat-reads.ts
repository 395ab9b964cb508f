import { ageOn } from "../../../domain/people/age"
import { type AssignmentRefusal, assignmentRefusal } from "../../../domain/seats/assign-seat"
import { liveSeat } from "../../../domain/seats/live-seats"
import { type SeatOptions, seatOptions } from "../../../domain/seats/options"
import { containing, execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import type { NextSeat, NextSeatService } from "./next-seats"
import { type LoadedPerson, loadPeople } from "./people-loading"
import { factsOf, loadClassifications, loadMembership, loadSeats } from "./seat-loading"

export interface CandidatesInput {
  readonly membership_id: string
  readonly seat_id: string
  /** Words of a name, an e-mail or a phone number; finds people beside the household where the plan takes them. */
  readonly q: string
  /** Most people found beside the household. */
  readonly limit: number
}

/** Somebody who may take a seat, or why not (SEAT-2). */
export interface SeatCandidateRow {
  readonly member: {
    readonly id: string
    readonly first_name: string
    readonly last_name: string | null
    readonly photo_url: string | null
  }
  readonly age: number | null
  readonly in_household: boolean
  readonly refusal: AssignmentRefusal | null
}

/** What somebody is told before they choose; `next_seats` prices one more of each classification (SEAT-8). */
export interface MembershipSeatOptions extends SeatOptions {
  readonly currency_code: string
  readonly next_seats: readonly NextSeat[]
}

interface Dependencies {
  clockService: ClockService
  nextSeatService: NextSeatService
}

/** What choices on seats are made from. */
export class SeatReadService {
  private readonly clock: ClockService
  private readonly next: NextSeatService

  constructor({ clockService, nextSeatService }: Dependencies) {
    this.clock = clockService
    this.next = nextSeatService
  }

  /** @throws DomainError `not_found` */
  async options(membership_id: string, tx: Tx): Promise<MembershipSeatOptions> {
    const loaded = await loadMembership(membership_id, { lock: false }, tx)
    const facts = factsOf(loaded, await loadSeats(loaded, tx), await this.clock.now(tx))
    const next_seats = await this.next.nextPrices(membership_id, tx)
    return { ...seatOptions(facts), next_seats, currency_code: loaded.currency_code }
  }

  /** The household first, each with the reason that keeps them from the seat. @throws DomainError `not_found` */
  async candidates(
    { membership_id, seat_id, q, limit }: CandidatesInput,
    tx: Tx
  ): Promise<SeatCandidateRow[]> {
    const loaded = await loadMembership(membership_id, { lock: false }, tx)
    const facts = factsOf(loaded, await loadSeats(loaded, tx), await this.clock.now(tx))
    const { membership, today } = facts
    const seat = liveSeat(membership, seat_id, today)
    const { household_id } = loaded
    const named = await namesOf(
      { household_id, q, limit, only_household: loaded.audience === "household" },
      tx
    )
    const people = await loadPeople(
      named.map(({ id }) => id),
      tx
    )
    const classifications = await loadClassifications([seat], tx)
    const rows = named.flatMap(({ id, in_household, ...name }): SeatCandidateRow[] => {
      const candidate = people.get(id)
      if (!candidate) return []
      const refusal = assignmentRefusal(seat, {
        ...{ membership, candidate, household_id, people, classifications, today },
      })
      return [{ member: { id, ...name }, age: ageOf(candidate, today), in_household, refusal }]
    })
    return rows.sort(byFitness)
  }
}

interface Named {
  readonly id: string
  readonly first_name: string
  readonly last_name: string | null
  readonly photo_url: string | null
  readonly in_household: boolean
}

interface Search {
  readonly household_id: string | null
  readonly q: string
  readonly limit: number
  readonly only_household: boolean
}

async function namesOf({ household_id, q, limit, only_household }: Search, tx: Tx): Promise<Named[]> {
  const words = q.split(/\s+/).filter(Boolean).map(containing)
  const columns = `id, first_name, last_name, photo_url`
  const matches = words.map(() => `concat_ws(' ', first_name, last_name, email, phone) ilike ?`)
  const condition = ["deleted_at is null", "erased_at is null", ...matches].join(" and ")
  const household = await execute<Named>(
    tx,
    `select ${columns}, true as in_household from membership_member
     where household_id = ? and ${condition} order by first_name, last_name, id`,
    [household_id, ...words]
  )
  if (only_household || words.length === 0) return household
  const others = await execute<Named>(
    tx,
    `select ${columns}, false as in_household from membership_member
     where ${condition} and id <> all(?) order by first_name, last_name, id limit ?`,
    [...words, textArray(household.map(({ id }) => id)), limit]
  )
  return [...household, ...others]
}

const ageOf = ({ date_of_birth }: LoadedPerson, today: string) =>
  date_of_birth === null ? null : ageOn(date_of_birth, today)

/** The household before others, and who fits before who does not; else by name, as they came. */
function byFitness(a: SeatCandidateRow, b: SeatCandidateRow): number {
  return (
    Number(b.in_household) - Number(a.in_household) || Number(a.refusal !== null) - Number(b.refusal !== null)
  )
}
