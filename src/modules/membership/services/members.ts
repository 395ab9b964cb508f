import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { validateDateOfBirth } from "../../../domain/people/date-of-birth"
import type { CalendarDate } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute, lockRow } from "../sql"
import type { Row, Store, Tx } from "../types"
import type { AuditService } from "./audit"
import type { HouseholdService, NewHouseholdMember } from "./households"
import type { LocationService } from "./locations"
import { lockMember } from "./people-loading"

type Member = Row<"MembershipMember">

export interface MemberFields {
  readonly first_name: string
  readonly last_name?: string | null
  readonly date_of_birth?: CalendarDate | null
  readonly email?: string | null
  readonly phone?: string | null
  readonly photo_url?: string | null
  readonly notes?: string | null
  readonly customer_id?: string | null
  readonly household_id?: string | null
}

export interface CreateMemberInput extends MemberFields {
  readonly actor: Actor
}

export interface UpdateMemberInput extends Partial<MemberFields> {
  readonly id: string
  /** With a `household_id`: takes the member out of the household they live in now. */
  readonly move?: boolean
  readonly actor: Actor
}

export interface EnsureMemberInput {
  readonly customer_id: string
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string | null
  readonly phone: string | null
  readonly actor: Actor
}

interface Dependencies {
  membershipMemberService: Store<"MembershipMember">
  auditService: AuditService
  householdService: HouseholdService
  locationService: LocationService
}

/** People who can hold a seat (PEOPLE-1). */
export class MemberService {
  private readonly members: Store<"MembershipMember">
  private readonly audit: AuditService
  private readonly households: HouseholdService
  private readonly locations: LocationService

  constructor(dependencies: Dependencies) {
    this.members = dependencies.membershipMemberService
    this.audit = dependencies.auditService
    this.households = dependencies.householdService
    this.locations = dependencies.locationService
  }

  async create({ actor, ...given }: CreateMemberInput, tx: Tx): Promise<string> {
    const fields = await this.validated(given, tx)
    if (given.household_id && !(await lockRow(tx, "membership_household", given.household_id))) {
      const details = { field: "household_id", id: given.household_id }
      throw new DomainError("not_found", `There is no household with the id ${given.household_id}.`, details)
    }
    const id = await insert(fields, tx)
    if (id === null) throw customerTaken(given.customer_id ?? null)
    const subject = { type: "member", id }
    await this.audit.record({ actor, action: "create-member", subject, changes: forAudit(fields) }, tx)
    return id
  }

  /** The people who come with a new household; a refusal names the one that it is about. */
  async createForHousehold(people: readonly NewHouseholdMember[], actor: Actor, tx: Tx): Promise<string[]> {
    const ids: string[] = []
    for (const [index, person] of people.entries()) {
      try {
        ids.push(await this.create({ ...person, actor }, tx))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        const field = `new_members.${index}.${String(error.details.field)}`
        throw new DomainError(error.code, error.message, { ...error.details, field })
      }
    }
    return ids
  }

  async update({ id, actor, household_id, move, ...given }: UpdateMemberInput, tx: Tx): Promise<void> {
    if (household_id !== undefined)
      await this.households.place({ member_id: id, household_id, move, actor }, tx)
    const before = await this.lock(id, tx)
    const fields = await this.validated(given, tx)
    if (fields.customer_id === null && before.is_guardian) {
      throw new DomainError(
        "household_needs_guardian",
        "A guardian is a customer. Name another guardian first.",
        {
          field: "customer_id",
        }
      )
    }
    if (fields.customer_id) await this.assertCustomerFree(fields.customer_id, id, tx)
    await this.members.update({ id, ...fields }, tx)
    const subject = { type: "member", id }
    await this.audit.record({ actor, action: "update-member", subject, changes: forAudit(fields) }, tx)
  }

  /** The member of a customer, made on first need. Of two calls at once one makes it, and both get it. */
  async ensureOfCustomer({ actor, ...customer }: EnsureMemberInput, tx: Tx): Promise<string> {
    const { customer_id } = customer
    const known = await memberOf(customer_id, tx)
    if (known) return known
    const first_name = firstFilled([customer.first_name, customer.email?.split("@")[0]], "Member")
    const fields = { ...customer, first_name, email: customer.email?.toLowerCase() ?? null }
    const id = await insert(fields, tx)
    if (id === null) {
      const theirs = await memberOf(customer_id, tx)
      if (theirs) return theirs
      throw customerTaken(customer_id)
    }
    await this.audit.record(
      { actor, action: "create-member", subject: { type: "member", id }, changes: forAudit(fields) },
      tx
    )
    return id
  }

  private async lock(id: string, tx: Tx): Promise<Member> {
    const locked = await lockMember(id, tx)
    const [member] = locked ? await this.members.list({ id }, {}, tx) : []
    if (!member) throw new DomainError("not_found", `There is no member with the id ${id}.`, { id })
    return member
  }

  private async validated<Fields extends Partial<MemberFields>>(given: Fields, tx: Tx): Promise<Fields> {
    if (given.date_of_birth) await this.assertDateOfBirth(given.date_of_birth, tx)
    return given.email ? { ...given, email: given.email.toLowerCase() } : given
  }

  /** The refusal of a date that no calendar has is written anew, because it would repeat the date (PEOPLE-6). */
  private async assertDateOfBirth(date_of_birth: CalendarDate, tx: Tx): Promise<void> {
    const today = await this.locations.today(null, tx)
    try {
      validateDateOfBirth(date_of_birth, today)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== "date_invalid") throw error
      const details = { field: "date_of_birth", latest_on: today }
      throw new DomainError(
        "date_of_birth_invalid",
        "The calendar has no such day. Check the date of birth.",
        details
      )
    }
  }

  private async assertCustomerFree(customer_id: string, exceptId: string, tx: Tx): Promise<void> {
    const holder = await memberOf(customer_id, tx)
    if (holder && holder !== exceptId) throw customerTaken(customer_id)
  }
}

/** @returns null when the customer already has a member */
async function insert(fields: MemberFields, tx: Tx): Promise<string | null> {
  const rows = await execute<{ id: string }>(
    tx,
    `insert into membership_member
       (id, first_name, last_name, date_of_birth, email, phone, photo_url, notes, customer_id, household_id)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (customer_id) where customer_id is not null and deleted_at is null do nothing
     returning id`,
    [
      newEntityId("mmemb"),
      fields.first_name,
      fields.last_name ?? null,
      fields.date_of_birth ?? null,
      fields.email ?? null,
      fields.phone ?? null,
      fields.photo_url ?? null,
      fields.notes ?? null,
      fields.customer_id ?? null,
      fields.household_id ?? null,
    ]
  )
  return rows[0]?.id ?? null
}

async function memberOf(customer_id: string, tx: Tx): Promise<string | null> {
  const statement = `select id from membership_member where customer_id = ? and deleted_at is null`
  const [member] = await execute<{ id: string }>(tx, statement, [customer_id])
  return member?.id ?? null
}

function customerTaken(customer_id: string | null): DomainError {
  const details = { field: "customer_id", customer_id }
  return new DomainError("conflict", "This customer is already linked to a member. Use that member.", details)
}

/** What tells who somebody is. */
const PERSONAL = new Set(["first_name", "last_name", "date_of_birth", "email", "phone", "photo_url", "notes"])

/**
 * The trail says what of a person was written, never what: it cannot be edited, and names of deleted people must not
 * stand in it (PEOPLE-6, SAFE-2).
 */
function forAudit(fields: Partial<MemberFields>): Record<string, unknown> {
  const written = Object.entries<unknown>({ ...fields }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(written.map(([field, value]) => [field, PERSONAL.has(field) ? "changed" : value]))
}

/** The first text with something in it: names of customers may be missing or blank. */
export function firstFilled(texts: readonly (string | null | undefined)[], otherwise: string): string {
  return texts.map((text) => text?.trim() ?? "").find((text) => text !== "") ?? otherwise
}
