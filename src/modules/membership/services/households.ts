import type { Actor } from "../../../domain/actor"
import { DomainError } from "../../../domain/errors"
import {
  decideHousehold,
  type HouseholdPerson,
  type HouseholdPlan,
  type HouseholdWish,
  type Leaving,
  leavingOf,
  staysGuarded,
} from "../../../domain/people/households"
import type { CalendarDate } from "../../../domain/time/types"
import { newEntityId } from "../ids"
import { execute, lockRow, lockRows, textArray } from "../sql"
import type { Tx } from "../types"
import type { AuditService } from "./audit"

/** Somebody who is made a member with their household, as a child is. */
export interface NewHouseholdMember {
  readonly first_name: string
  readonly last_name?: string | null
  readonly date_of_birth?: CalendarDate | null
}

export interface CreateHouseholdInput {
  readonly name: string
  readonly guardian_ids: readonly string[]
  readonly member_ids?: readonly string[]
  /** People who are no members yet. */
  readonly new_members?: readonly NewHouseholdMember[]
  /** Takes members out of the household they live in now. */
  readonly move?: boolean
  readonly actor: Actor
}

/** Each list, when given, replaces the former one; `member_ids` names everybody who lives there besides the guardians. */
export interface UpdateHouseholdInput extends Partial<Omit<CreateHouseholdInput, "actor" | "new_members">> {
  readonly id: string
  readonly actor: Actor
}

export interface DeleteHouseholdInput {
  readonly id: string
  readonly actor: Actor
}

export interface PlaceMemberInput {
  readonly member_id: string
  /** null: lives in none. */
  readonly household_id: string | null
  readonly move?: boolean
  readonly actor: Actor
}

interface Dependencies {
  auditService: AuditService
}

/**
 * Who lives with whom (PEOPLE-2). The one column on the member's row makes a second household impossible; the
 * locks, households before members and each in the order of their ids, keep its last guardian from leaving unseen.
 */
export class HouseholdService {
  private readonly audit: AuditService

  constructor({ auditService }: Dependencies) {
    this.audit = auditService
  }

  async create(
    { actor, name, guardian_ids, member_ids = [], move = false }: Omit<CreateHouseholdInput, "new_members">,
    tx: Tx
  ): Promise<string> {
    const wish: HouseholdWish = { household_id: null, guardian_ids, member_ids, move }
    const plan = decideHousehold(wish, await this.lockPeople(wish, tx))
    const id = newEntityId("mhous")
    await execute(tx, `insert into membership_household (id, name) values (?, ?)`, [id, name])
    await this.apply(id, plan, tx)
    const changes = { guardian_ids: plan.guardian_ids, member_ids: plan.member_ids, moved: plan.moved }
    await this.audit.record(
      { actor, action: "create-household", subject: { type: "household", id }, changes },
      tx
    )
    return id
  }

  async update({ id, actor, name, move = false, ...lists }: UpdateHouseholdInput, tx: Tx): Promise<void> {
    const named = { guardian_ids: lists.guardian_ids ?? [], member_ids: lists.member_ids ?? [], move }
    const before = await this.lockHousehold(id, named, tx)
    if (name !== undefined) {
      await execute(tx, `update membership_household set name = ?, updated_at = now() where id = ?`, [
        name,
        id,
      ])
    }
    const guardian_ids = lists.guardian_ids ?? idsOf(before.filter((person) => person.is_guardian))
    const member_ids = lists.member_ids ?? idsOf(before)
    // A guardian who is dropped by `member_ids` alone is one no longer.
    const staying = lists.guardian_ids
      ? guardian_ids
      : guardian_ids.filter((guardian) => member_ids.includes(guardian))
    const wish = { household_id: id, guardian_ids: staying, member_ids, move }
    const plan = decideHousehold(wish, await peopleAround(wish, tx))
    await this.apply(id, plan, tx)
    const changes = {
      // Mostly a family name, which the trail does not keep (PEOPLE-6).
      ...(name === undefined ? {} : { name: "changed" }),
      ...lists,
      moved: plan.moved,
      left: plan.leaving_ids,
    }
    await this.audit.record(
      { actor, action: "update-household", subject: { type: "household", id }, changes },
      tx
    )
  }

  /** The household is no more; its members stay members, of none. */
  async delete({ id, actor }: DeleteHouseholdInput, tx: Tx): Promise<void> {
    const before = await this.lockHousehold(id, { guardian_ids: [], member_ids: [], move: false }, tx)
    await leave(idsOf(before), tx)
    await remove([id], tx)
    const changes = { member_ids: idsOf(before) }
    await this.audit.record(
      { actor, action: "delete-household", subject: { type: "household", id }, changes },
      tx
    )
  }

  /** Puts one member into a household, or out of theirs. */
  async place({ member_id, household_id, move = false, actor }: PlaceMemberInput, tx: Tx): Promise<void> {
    if (household_id === null) {
      await this.leave(member_id, tx)
    } else {
      const named = { guardian_ids: [], member_ids: [member_id], move }
      const before = await this.lockHousehold(household_id, named, tx)
      const guardian_ids = idsOf(before.filter((person) => person.is_guardian))
      const wish = { household_id, guardian_ids, member_ids: [...idsOf(before), member_id], move }
      await this.apply(household_id, decideHousehold(wish, await peopleAround(wish, tx)), tx)
    }
    const subject = { type: "member", id: member_id }
    await this.audit.record({ actor, action: "place-member", subject, changes: { household_id } }, tx)
  }

  /** Takes a member out of their household; refused for the last guardian of others (PEOPLE-2). */
  async leave(member_id: string, tx: Tx): Promise<void> {
    await this.applyLeaving(await this.leaving(member_id, { is_forced: false }, tx), tx)
  }

  /**
   * What a member's leaving means for their household, which is locked; null where they live in none.
   * @param how.is_forced also where people are left without a guardian: nobody can be asked any more
   * @throws DomainError `household_needs_guardian`
   */
  async leaving(member_id: string, how: { readonly is_forced: boolean }, tx: Tx): Promise<Leaving | null> {
    const people = await this.lockTogether([member_id], tx)
    const leaving = leavingOf(people, member_id)
    if (leaving?.is_unguarded && !how.is_forced) staysGuarded(people, leaving.household_id, [member_id])
    return leaving
  }

  async applyLeaving(leaving: Leaving | null, tx: Tx): Promise<void> {
    if (leaving === null) return
    await leave([leaving.member_id], tx)
    await remove(leaving.is_emptied ? [leaving.household_id] : [], tx)
  }

  /** These members and everybody who lives with one of them, with their households locked. @throws DomainError `conflict` */
  async lockTogether(member_ids: readonly string[], tx: Tx): Promise<HouseholdPerson[]> {
    return this.lockPeople({ household_id: null, guardian_ids: [], member_ids, move: true }, tx)
  }

  /** Somebody else is there in their place, or they lived there alone and it is dissolved. */
  async leaveFor(member_id: string, dissolved_id: string | null, tx: Tx): Promise<void> {
    await leave([member_id], tx)
    await remove(dissolved_id === null ? [] : [dissolved_id], tx)
  }

  /** @returns who lives there @throws DomainError `not_found` */
  private async lockHousehold(id: string, others: Omit<HouseholdWish, "household_id">, tx: Tx) {
    const people = await this.lockPeople({ ...others, household_id: id }, tx)
    if (!(await lockRow(tx, "membership_household", id))) {
      throw new DomainError("not_found", `There is no household with the id ${id}.`, { id })
    }
    return people.filter((person) => person.household_id === id)
  }

  /** @throws DomainError `conflict` when somebody to be moved moved meanwhile */
  private async lockPeople(wish: HouseholdWish, tx: Tx): Promise<HouseholdPerson[]> {
    const households = householdsOf(await peopleAround(wish, tx), wish)
    await lockRows(tx, "membership_household", households)
    await lockRows(tx, "membership_member", [...new Set([...wish.guardian_ids, ...wish.member_ids])])
    const people = await peopleAround(wish, tx)
    if (wish.move && householdsOf(people, wish).some((id) => !households.includes(id))) {
      throw new DomainError(
        "conflict",
        "Somebody was just moved into another household. Look again and repeat."
      )
    }
    return people
  }

  private async apply(household_id: string, plan: HouseholdPlan, tx: Tx): Promise<void> {
    await execute(
      tx,
      `update membership_member set household_id = ?, is_guardian = id = any(?), updated_at = now()
       where id = any(?)`,
      [household_id, textArray(plan.guardian_ids), textArray(plan.member_ids)]
    )
    await leave(plan.leaving_ids, tx)
    await remove(plan.emptied_ids, tx)
  }
}

/** The members that a wish names, and everybody who lives with one of them or in the household now. */
async function peopleAround(wish: HouseholdWish, tx: Tx): Promise<HouseholdPerson[]> {
  const wished = [...wish.guardian_ids, ...wish.member_ids]
  return execute<HouseholdPerson>(
    tx,
    `select member.id, concat_ws(' ', member.first_name, member.last_name) as name, member.customer_id,
            member.household_id, household.name as household_name, member.is_guardian
     from membership_member member
     left join membership_household household on household.id = member.household_id
     where member.deleted_at is null and member.erased_at is null
       and (member.id = any(?) or member.household_id = ? or member.household_id in (
         select household_id from membership_member where id = any(?) and deleted_at is null))
     order by member.id`,
    [textArray(wished), wish.household_id, textArray(wished)]
  )
}

async function leave(member_ids: readonly string[], tx: Tx): Promise<void> {
  if (member_ids.length === 0) return
  await execute(
    tx,
    `update membership_member set household_id = null, is_guardian = false, updated_at = now() where id = any(?)`,
    [textArray(member_ids)]
  )
}

async function remove(household_ids: readonly string[], tx: Tx): Promise<void> {
  if (household_ids.length === 0) return
  await execute(tx, `update membership_household set deleted_at = now() where id = any(?)`, [
    textArray(household_ids),
  ])
}

function householdsOf(people: readonly HouseholdPerson[], { household_id }: HouseholdWish): string[] {
  const ids = new Set([household_id, ...people.map((person) => person.household_id)])
  return [...ids].filter((id) => id !== null)
}

const idsOf = (people: readonly HouseholdPerson[]): string[] => people.map((person) => person.id)
