import { type AssignmentRefusal, assignmentRefusal } from "../../../domain/seats/assign-seat"
import { liveSeats } from "../../../domain/seats/live-seats"
import type { Seat, SeatedMembership } from "../../../domain/seats/types"
import { localDate } from "../../../domain/time/calendar"
import { ENDED_STATUSES } from "../../../domain/memberships/ended"
import type { Instant } from "../../../domain/time/types"
import { execute, textArray } from "../sql"
import type { Tx } from "../types"
import type { ClockService } from "./clock"
import { soleMember } from "./join-places"
import type { OwnHouseholdService } from "./own-household"
import { type LoadedPerson, loadPeople } from "./people-loading"
import type { NextSeatService } from "./next-seats"
import type { SeatAsker, SeatChangeService } from "./seat-changes"
import { loadClassifications, type LoadedMembership, loadMembership, loadSeats } from "./seat-loading"

export interface JoinOptionsInput {
  readonly membership_id: string
  /** Left out: those of the same people. Staff may look at any other. */
  readonly to_membership_id?: string | undefined
  readonly asker: SeatAsker
}

/** A seat that is empty, one that they hold already, or one more of a classification. */
export interface JoinSeatOption {
  /** null: a new one. */
  readonly seat_id: string | null
  readonly classification_id: string | null
  readonly label: string
  /** Of a seat that is there; null of a new one. */
  readonly sequence: number | null
  /** Each period, as a decimal; null: the chart has no further row. */
  readonly amount: number | null
  /** Nothing is charged for it. */
  readonly is_paid_for: boolean
  /** Whoever asks for sits there. */
  readonly is_theirs: boolean
  readonly refusal: AssignmentRefusal | null
}

export interface JoinOption {
  readonly membership_id: string
  readonly display_id: number
  readonly plan_name: string
  readonly currency_code: string
  readonly purchaser_name: string | null
  readonly seats: readonly JoinSeatOption[]
  /** Who may be asked to pay for a new seat; first whoever bought the membership. */
  readonly payers: readonly { readonly customer_id: string; readonly name: string | null }[]
}

export interface JoinOptions {
  readonly member_id: string
  readonly options: readonly JoinOption[]
}

interface Dependencies {
  clockService: ClockService
  ownHouseholdService: OwnHouseholdService
  nextSeatService: NextSeatService
  seatChangeService: SeatChangeService
}

const SHOWN = 10

/** Those that somebody bought, those of a family for one household, and those in which somebody has a seat. */
const THEIRS = `
  select id from membership where customer_id = ?
  union select own.id from membership own join membership_plan of on of.id = own.plan_id and of.audience = 'household'
    where own.customer_id in (
      select customer_id from membership_member where household_id = ? and deleted_at is null)
  union select membership_id from membership_seat_holder
    where member_id = ? and held_until is null and deleted_at is null`

/** Where somebody with a plan of their own could take a seat (BILL-10). */
export class JoinOptionService {
  private readonly clock: ClockService
  private readonly households: OwnHouseholdService
  private readonly next: NextSeatService
  private readonly seats: SeatChangeService

  constructor(dependencies: Dependencies) {
    this.clock = dependencies.clockService
    this.households = dependencies.ownHouseholdService
    this.next = dependencies.nextSeatService
    this.seats = dependencies.seatChangeService
  }

  /** @throws DomainError `not_found`, `not_your_seat`; `not_eligible` where nobody sits there */
  async list(input: JoinOptionsInput, tx: Tx): Promise<JoinOptions> {
    const { membership_id, asker } = input
    const left = await loadMembership(membership_id, { lock: false }, tx)
    await this.seats.assertManagesAll(asker, { loaded: left, before: await loadSeats(left, tx) }, tx)
    const now = await this.clock.now(tx)
    const { member_id } = await soleMember(left, now, tx)
    const person = (await loadPeople([member_id], tx)).get(member_id)
    if (!person || left.audience !== "individual") return { member_id, options: [] }
    const ids = await this.idsFor(input, left, person, tx)
    const names = await namesOf([membership_id, ...ids], tx)
    const options: JoinOption[] = []
    for (const id of ids) {
      const loaded = await loadMembership(id, { lock: false }, tx)
      const payers = asker.type === "staff" ? payersOf([loaded, left], names) : []
      const { display_id, plan_name, currency_code } = loaded
      options.push({
        ...{ membership_id: id, display_id, plan_name, currency_code, payers },
        purchaser_name: names.get(id) ?? null,
        seats: await this.seatsOf(loaded, person, { now, asker }, tx),
      })
    }
    return { member_id, options }
  }

  /** Customers see those that they manage, and those in which whoever is to leave has a seat (PEOPLE-6). */
  private async idsFor(
    { asker, to_membership_id }: JoinOptionsInput,
    { currency_code }: LoadedMembership,
    { member_id, customer_id, household_id }: LoadedPerson,
    tx: Tx
  ): Promise<string[]> {
    const place = asker.type === "customer" ? await this.households.placeOf(asker.customer_id, tx) : null
    const buyer = asker.type === "customer" ? asker.customer_id : customer_id
    const guarded = place?.is_guardian ? place.household_id : null
    const family = asker.type === "customer" ? guarded : household_id
    const chosen = asker.type === "staff" ? to_membership_id : undefined
    const rows = await execute<{ id: string }>(
      tx,
      `select m.id from membership m join membership_plan p on p.id = m.plan_id
       where m.id in (${chosen === undefined ? THEIRS : "?"})
         and p.audience <> 'individual' and p.is_recurring and p.kind = 'membership' and m.currency_code = ?
         and m.activated_at is not null and m.status <> all(?) and m.deleted_at is null
       order by m.display_id desc limit ${SHOWN}`,
      [
        ...(chosen === undefined ? [buyer, family, member_id] : [chosen]),
        ...[currency_code, textArray(ENDED_STATUSES)],
      ]
    )
    return rows.map(({ id }) => id)
  }

  /** Their own first, then those that are empty, then one more of each classification. */
  private async seatsOf(
    loaded: LoadedMembership,
    person: LoadedPerson,
    { now, asker }: { readonly now: Instant; readonly asker: SeatAsker },
    tx: Tx
  ): Promise<JoinSeatOption[]> {
    const before = await loadSeats(loaded, tx)
    const today = localDate(now, loaded.time_zone)
    const live = liveSeats(before, today)
    const own = live.find(({ member_id }) => member_id === person.member_id)
    if (own) return [{ ...seatOption(own, null), is_theirs: true }]
    if (asker.type === "customer" && !(await this.manages(asker, loaded, before, tx))) return []
    const next = await this.next.nextPrices(loaded.id, tx)
    const empty = live.filter(({ member_id, cancellation }) => member_id === null && cancellation === null)
    const classifications = await loadClassifications([...empty, ...next], tx)
    const facts = { people: new Map([[person.member_id, person]]), classifications, today }
    const { household_id } = loaded
    const refusalOf = (seat: Seat) =>
      assignmentRefusal(seat, { ...facts, membership: before, candidate: person, household_id })
    return [
      ...empty.map((seat) => seatOption(seat, refusalOf(seat))),
      ...next.flatMap(({ classification_id, label, amount }): JoinSeatOption[] =>
        label === null
          ? []
          : [
              {
                ...{ seat_id: null, classification_id, label, sequence: null, amount },
                ...{ is_paid_for: false, is_theirs: false },
                refusal: refusalOf({ ...NOBODYS, classification_id, label }),
              },
            ]
      ),
    ]
  }

  private async manages(
    asker: SeatAsker,
    loaded: LoadedMembership,
    before: SeatedMembership,
    tx: Tx
  ): Promise<boolean> {
    return this.seats.assertManagesAll(asker, { loaded, before }, tx).then(
      () => true,
      () => false
    )
  }
}

const NOBODYS: Seat = {
  ...{ id: "", position: 0, row_position: 0, classification_id: null, label: "", sequence: 0 },
  ...{ required: false, price_minor: 0, tax_rate: null, payer_customer_id: null, starts_on: null },
  ...{ cancellation: null, member_id: null, holds: [] },
}

const seatOption = (
  { id: seat_id, classification_id, label, sequence }: Seat,
  refusal: AssignmentRefusal | null
): JoinSeatOption => ({
  ...{ seat_id, classification_id, label, sequence, amount: null },
  ...{ is_paid_for: true, is_theirs: false, refusal },
})

function payersOf(
  memberships: readonly LoadedMembership[],
  names: ReadonlyMap<string, string | null>
): JoinOption["payers"] {
  const known = memberships.flatMap(({ id, customer_id }) =>
    customer_id === null ? [] : [{ customer_id, name: names.get(id) ?? null }]
  )
  return known.filter(
    ({ customer_id }, at) => known.findIndex((each) => each.customer_id === customer_id) === at
  )
}

async function namesOf(ids: readonly string[], tx: Tx): Promise<Map<string, string | null>> {
  const rows = await execute<{ id: string; name: string | null }>(
    tx,
    `select id, coalesce(customer_name, customer_email) as name from membership where id = any(?)`,
    [textArray(ids)]
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}
