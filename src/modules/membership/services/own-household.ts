import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import { execute, lockRow } from "../sql"
import type { Tx } from "../types"
import type { HouseholdService } from "./households"
import { type EnsureMemberInput, firstFilled, type MemberFields, type MemberService } from "./members"

/** What a customer may say about somebody of their household. Notes and links are the staff's. */
export type DependentFields = Pick<
  MemberFields,
  "first_name" | "last_name" | "date_of_birth" | "email" | "phone"
>

export interface AddDependentInput extends DependentFields {
  readonly customer: Omit<EnsureMemberInput, "actor">
  readonly actor: Actor
}

export interface UpdateDependentInput extends Partial<DependentFields> {
  readonly id: string
  readonly customer_id: string
  readonly actor: Actor
}

export interface ActFor {
  readonly customer_id: string
  readonly member_id: string
}

/** The place of a customer among the members. */
export interface OwnPlace {
  readonly member_id: string
  readonly household_id: string | null
  readonly is_guardian: boolean
}

interface Dependencies {
  memberService: MemberService
  householdService: HouseholdService
}

/** What a customer sees of, and does in, their own household (PEOPLE-2, PEOPLE-6). */
export class OwnHouseholdService {
  private readonly members: MemberService
  private readonly households: HouseholdService

  constructor({ memberService, householdService }: Dependencies) {
    this.members = memberService
    this.households = householdService
  }

  async placeOf(customer_id: string, tx: Tx): Promise<OwnPlace | null> {
    const [own] = await execute<OwnPlace>(
      tx,
      `select id as member_id, household_id, is_guardian from membership_member
       where customer_id = ? and deleted_at is null`,
      [customer_id]
    )
    return own ?? null
  }

  /**
   * A guardian adds somebody without a login. A customer without a household becomes the guardian of a new one.
   * @throws DomainError `not_eligible` for a member who is no guardian
   */
  async addDependent({ customer, actor, ...fields }: AddDependentInput, tx: Tx): Promise<string> {
    const member_id = await this.members.ensureOfCustomer({ ...customer, actor }, tx)
    const household_id = await this.householdOf(member_id, customer, actor, tx)
    await lockRow(tx, "membership_household", household_id)
    const own = await this.placeOf(customer.customer_id, tx)
    if (own?.household_id !== household_id || !own.is_guardian) {
      throw new DomainError(
        "not_eligible",
        "Only a guardian of the household can add members. Ask one of them."
      )
    }
    return this.members.create({ ...fields, household_id, actor }, tx)
  }

  /** @throws DomainError `not_found` for everybody whom the customer is no guardian of */
  async updateDependent({ customer_id, id, ...rest }: UpdateDependentInput, tx: Tx): Promise<void> {
    const [theirs] = await execute(
      tx,
      `select member.id from membership_member member
       join membership_member guardian on guardian.household_id = member.household_id
       where member.id = ? and member.deleted_at is null
         and guardian.customer_id = ? and guardian.is_guardian and guardian.deleted_at is null`,
      [id, customer_id]
    )
    if (!theirs) throw new DomainError("not_found", `There is no member with the id ${id}.`, { id })
    await this.members.update({ id, ...rest }, tx)
  }

  /** @throws DomainError `not_found` for everybody but oneself and those whom one is a guardian of (PEOPLE-6) */
  async assertMayActFor({ customer_id, member_id }: ActFor, tx: Tx): Promise<void> {
    const [theirs] = await execute(
      tx,
      `select member.id from membership_member member
       where member.id = ? and member.deleted_at is null and member.erased_at is null
         and (member.customer_id = ? or exists (
           select from membership_member guardian
           where guardian.household_id = member.household_id and guardian.is_guardian
             and guardian.customer_id = ? and guardian.deleted_at is null))`,
      [member_id, customer_id, customer_id]
    )
    if (theirs) return
    throw new DomainError("not_found", `There is no member with the id ${member_id}.`, { id: member_id })
  }

  private async householdOf(
    member_id: string,
    customer: AddDependentInput["customer"],
    actor: Actor,
    tx: Tx
  ): Promise<string> {
    const before = await this.placeOf(customer.customer_id, tx)
    if (before?.household_id) return before.household_id
    // Of two first calls at once, one makes the household.
    await lockRow(tx, "membership_member", member_id)
    const now = await this.placeOf(customer.customer_id, tx)
    if (now?.household_id) return now.household_id
    const name = firstFilled([customer.last_name, customer.first_name], "Household")
    return this.households.create({ name, guardian_ids: [member_id], actor }, tx)
  }
}
