import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import { effectLines } from "../seats/effect-lines"
import type { DeletionEffect, MembershipDeletionEffect, PersonDeletionEffect } from "../types"

export interface DeletionWords {
  t: Text
  format: Format
  /** Of who is deleted. */
  name: string
}

/** What a deletion does to one membership, or, without one, to the person. */
export interface DeletionGroup {
  key: string
  membership: { id: string; title: string } | null
  lines: string[]
}

/** The effects of a deletion as sentences, each membership by itself, the person last. */
export function deletionGroups(effects: readonly DeletionEffect[], words: DeletionWords): DeletionGroup[] {
  const ofMemberships = new Map<string, MembershipDeletionEffect[]>()
  const lines: string[] = []
  for (const effect of effects) {
    if ("membership_id" in effect) {
      const { membership_id: id } = effect
      ofMemberships.set(id, [...(ofMemberships.get(id) ?? []), effect])
    } else lines.push(personLine(effect, words))
  }
  const groups = [...ofMemberships].map(([id, [first, ...rest]]) => groupOf(id, [first!, ...rest], words))
  return lines.length ? [...groups, { key: "person", membership: null, lines }] : groups
}

function groupOf(
  id: string,
  effects: [MembershipDeletionEffect, ...MembershipDeletionEffect[]],
  { t, format, name }: DeletionWords
): DeletionGroup {
  const [{ plan_name: plan, membership_display_id: number, currency_code }] = effects
  const labels = new Map(effects.map((effect) => ["seat_id" in effect ? effect.seat_id : "", labelOf(effect, t)]))
  const seat = (seat_id: string) => labels.get(seat_id) ?? t("seats.seat")
  const names = { seat, seatWith: seat, member: () => name, payer: () => t("deletion.purchaser") }
  const own = effects.map(withoutMembership)
  return {
    key: id,
    membership: { id, title: t("deletion.membership", { plan, number }) },
    lines: effectLines(own, { t, format, names, currency_code }),
  }
}

function labelOf({ seat_label: label, seat_sequence: sequence }: MembershipDeletionEffect, t: Text): string {
  if (label === undefined) return t("seats.seat")
  return sequence ? t("seats.nth", { name: label, sequence }) : label
}

/** The same thing that happens to several seats is told once: what only names the seat must not part them. */
function withoutMembership(effect: MembershipDeletionEffect) {
  const { seat_label: _label, seat_sequence: _sequence, ...own } = effect
  return own
}

function personLine(effect: PersonDeletionEffect, { t, name }: DeletionWords): string {
  switch (effect.code) {
    case "proofs_removed":
    case "invitations_revoked":
    case "guests_erased":
    case "purchaser_erased":
    case "charges_stopped":
    case "plan_changes_taken_back":
      return t(`deletion.${effect.code}`, { count: effect.count, name })
    case "household_left":
    case "household_dissolved":
    case "household_without_guardian":
      return t(`deletion.${effect.code}`, { household: effect.household_name, name })
    case "member_erased":
      return t("deletion.member_erased", { name })
  }
}
