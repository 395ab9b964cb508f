import type { CreditTake } from "../../../domain/credits/choose-grants"
import type { EntryInput } from "../../../domain/credits/use-credits"
import type { Instant } from "../../../domain/time/types"
import { newEntityId } from "../ids"

/** A take out of one grant, as part of a statement that writes more. */
export interface SingleDebit extends EntryInput {
  readonly take: CreditTake
  /** When the visit is. */
  readonly used_at: Instant
}

/**
 * The steps `locked`, `written` and `moved` of a statement that redeems from one grant (CREDIT-3), where `after` has a
 * row. The grant is locked before it is looked at; it gives only what leaves something, because more follows from the
 * last credit (CREDIT-6). What the credits are worth is as `valueOf` says (CREDIT-10).
 */
export const redeemSteps = (after: string): string => `
  locked as materialized (
    select g.id as grant_id, g.membership_id, take.credits,
      (g.available_value_minor / g.available) * take.credits
        + least(take.credits, g.available_value_minor % g.available) as value
    from membership_credit_grant g, (values (?::integer, ?::timestamptz, ?::timestamptz)) as take(credits, used_at, at)
    where g.id = ? and exists (select from ${after}) and g.granted_at is not null and g.available > take.credits
      and (g.starts_at is null or g.starts_at <= take.used_at)
      and (g.expires_at is null or g.expires_at > greatest(take.used_at, take.at))
      and (g.revokes_at is null or g.revokes_at > greatest(take.used_at, take.at))
    for update of g
  ), written as (
    insert into membership_credit_entry (id, idempotency_key, at, cause_type, cause_id, actor_type, actor_id, reason,
      kind, grant_id, membership_id, available, reserved, available_value_minor, reserved_value_minor)
    select ?, ?, ?::timestamptz, ?, ?, ?, ?, ?, 'redeem', grant_id, membership_id, -credits, 0, -value, 0
    from locked
    on conflict do nothing
    returning grant_id, available, available_value_minor
  ), moved as (
    update membership_credit_grant g
    set available = g.available + w.available,
        available_value_minor = g.available_value_minor + w.available_value_minor, updated_at = now()
    from written w where g.id = w.grant_id
    returning g.id
  )`

export const redeemBindings = ({ take, used_at, at, key, cause, actor, reason }: SingleDebit): unknown[] => [
  ...[take.credits, used_at, at, take.grant_id],
  ...[newEntityId("mcen"), key, at, cause.type, cause.id, actor.type, actor.id, reason],
]
