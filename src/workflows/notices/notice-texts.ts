import type {
  AgeingOut,
  DoubleCover,
  EmptySeats,
  RefusedMove,
  ToldChange,
} from "../../modules/membership/types"
import type { StaffNotice } from "../steps/put-into-feed"

const CHANGES: Record<ToldChange["notice"]["code"], { title: string; what: string }> = {
  customer_canceled: { title: "A customer canceled", what: "was canceled" },
  customer_took_back: { title: "A customer took a cancellation back", what: "goes on" },
  customer_emptied_seat: { title: "A customer left a seat empty", what: "has a seat that is empty now" },
  required_seat_empty: {
    title: "A required seat is empty",
    what: "has a required seat that is empty and paid for all the same",
  },
}

export function changeNotice({ entry_id, membership_id, notice, ...of }: ToldChange): StaffNotice {
  const { title, what } = CHANGES[notice.code]
  const until = notice.code === "customer_canceled" ? `; the last day is ${notice.last_on}` : ""
  return {
    key: `membership-changed:${entry_id}`,
    ...{ title, description: `${nameOf(of)} ${what}${until}.` },
    ...{ trigger_type: "membership.changed", resource_type: "membership", resource_id: membership_id },
  }
}

/** Once for each person and seat, without the name: the feed keeps what it is told. */
export function ageingOutNotice({
  member,
  seat_id,
  membership_id,
  seat_label,
  ...of
}: AgeingOut): StaffNotice {
  const name = nameOf({ display_id: of.membership_display_id, plan_name: of.plan.name })
  const when = of.qualifies_now ? `from ${of.stops_qualifying_on} on` : "already"
  return {
    key: `membership-ageing-out:${member.id}:${seat_id}`,
    title: "Somebody stops qualifying for their seat",
    description: `${name}: whoever holds “${seat_label}” does not qualify for it ${when}. Look under Members, Ages out.`,
    ...{ trigger_type: "membership.ageing_out", resource_type: "membership", resource_id: membership_id },
  }
}

export function refusedMoveNotice({ entry_id, membership_id, action, ...of }: RefusedMove): StaffNotice {
  if (action === "refuse-plan-change")
    return {
      key: `membership-plan-change-refused:${entry_id}`,
      title: "A new plan did not fit a membership",
      description: `${nameOf(of)} could not be changed as it was planned, because something else has changed since then. It stays on its plan.`,
      ...{ trigger_type: "membership.plan_change", resource_type: "membership", resource_id: membership_id },
    }
  if (action === "refuse-conversion")
    return {
      key: `membership-conversion-refused:${entry_id}`,
      title: "An introductory offer cannot go on as agreed",
      description: `${nameOf(of)} was to go on as another plan, and that plan does not fit it any more. It ends by itself, unless it gets another plan before.`,
      ...{ trigger_type: "membership.plan_change", resource_type: "membership", resource_id: membership_id },
    }
  return {
    key: `membership-price-move-refused:${entry_id}`,
    title: "New prices did not fit a membership",
    description: `${nameOf(of)} has changed since it was moved, and the version has no rows for it now. It keeps its prices.`,
    ...{ trigger_type: "membership.price_move", resource_type: "membership", resource_id: membership_id },
  }
}

/** Told once for the same memberships (BILL-11). */
export function doubleCoverNotice({
  member_id,
  plan_name,
  membership_ids,
  display_ids,
}: DoubleCover): StaffNotice {
  const numbers = display_ids.map((number) => `#${number}`).join(" and ")
  return {
    key: `membership-double-cover:${member_id}:${[...membership_ids].sort().join(":")}`,
    title: "Somebody has the same plan twice",
    description: `${numbers}: one person sits in both, and ${plan_name} is charged for twice. End one of them, or give the seat to somebody else.`,
    ...{
      trigger_type: "membership.double_cover",
      resource_type: "membership",
      resource_id: membership_ids[0]!,
    },
  }
}

export function emptySeatsNotice({ membership_id, seats, ...of }: EmptySeats): StaffNotice {
  const what = seats === 1 ? "a seat that nobody has held yet" : `${seats} seats that nobody has held yet`
  return {
    key: `membership-empty-seats:${membership_id}`,
    title: "Seats are still empty",
    description: `${nameOf(of)} began more than a week ago and has ${what}.`,
    ...{ trigger_type: "membership.seats_empty", resource_type: "membership", resource_id: membership_id },
  }
}

const nameOf = ({ display_id, plan_name }: { readonly display_id: number; readonly plan_name: string }) =>
  `${plan_name} #${display_id}`
