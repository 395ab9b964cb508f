import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import { effectLines } from "../seats/effect-lines"
import type { SeatNames } from "../seats/seat-names"
import type { MembershipDeletionEffect } from "../types"

export interface GroupWords<PersonEffect> {
  t: Text
  format: Format
  names: Pick<SeatNames, "member" | "payer">
  /** What is no membership's. */
  personLine: (effect: PersonEffect) => string
  /** Of what is told of a membership in words of its own; null leaves it to those of every verb. */
  membershipLine?: (effect: MembershipDeletionEffect) => string | null
}

/** What deleting or merging somebody does to one membership, or, without one, to the person. */
export interface EffectGroup {
  key: string
  membership: { id: string; title: string } | null
  lines: string[]
}

/** The effects as sentences, each membership by itself, the person last. */
export function effectGroups<PersonEffect extends { code: string }>(
  effects: readonly (MembershipDeletionEffect | PersonEffect)[],
  words: GroupWords<PersonEffect>
): EffectGroup[] {
  const ofMemberships = new Map<string, MembershipDeletionEffect[]>()
  const lines: string[] = []
  for (const effect of effects) {
    if ("membership_id" in effect) {
      const { membership_id: id } = effect
      ofMemberships.set(id, [...(ofMemberships.get(id) ?? []), effect])
    } else lines.push(words.personLine(effect))
  }
  const groups = [...ofMemberships].map(([id, [first, ...rest]]) => groupOf(id, [first!, ...rest], words))
  return lines.length ? [...groups, { key: "person", membership: null, lines }] : groups
}

function groupOf<PersonEffect>(
  id: string,
  effects: [MembershipDeletionEffect, ...MembershipDeletionEffect[]],
  { t, format, names, membershipLine = () => null }: GroupWords<PersonEffect>
): EffectGroup {
  const [{ plan_name: plan, membership_display_id: number, currency_code }] = effects
  const labels = new Map(
    effects.map((effect) => ["seat_id" in effect ? effect.seat_id : "", labelOf(effect, t)])
  )
  const seat = (seat_id: string) => labels.get(seat_id) ?? t("seats.seat")
  const own = effects.filter((effect) => membershipLine(effect) === null).map(withoutMembership)
  return {
    key: id,
    membership: { id, title: t("deletion.membership", { plan, number }) },
    lines: [
      ...effects.flatMap((effect) => membershipLine(effect) ?? []),
      ...effectLines(own, { t, format, names: { ...names, seat, seatWith: seat }, currency_code }),
    ],
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
