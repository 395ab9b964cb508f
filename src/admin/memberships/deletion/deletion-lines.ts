import type { Format } from "../../text/use-format"
import type { Text } from "../../text/use-text"
import type { DeletionEffect, PersonDeletionEffect } from "../types"
import { type EffectGroup, effectGroups } from "./effect-groups"

export interface DeletionWords {
  t: Text
  format: Format
  /** Of who is deleted. */
  name: string
}

/** The effects of a deletion as sentences. */
export function deletionGroups(effects: readonly DeletionEffect[], words: DeletionWords): EffectGroup[] {
  const { t, format, name } = words
  const names = { member: () => name, payer: () => t("deletion.purchaser") }
  return effectGroups<PersonDeletionEffect>(effects, {
    ...{ t, format, names },
    personLine: (effect) => personLine(effect, words),
  })
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
