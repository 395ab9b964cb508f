import type { Format } from "../../../text/use-format"
import type { Text } from "../../../text/use-text"
import { type EffectGroup, effectGroups } from "../../../memberships/deletion/effect-groups"
import { ApiError } from "../../../platform/api-error"
import type { CoveredTwice, MergeEffect, PersonMergeEffect } from "./types"

export interface MergeWords {
  t: Text
  format: Format
  /** Of the duplicate, and of who stays. */
  name: string
  into: string
}

const isNotice = ({ code }: MergeEffect) => code === "already_covered" || code === "date_of_birth_differs"

/** What a merge does as sentences; what has to be confirmed is asked beside them. */
export function mergeGroups(effects: readonly MergeEffect[], words: MergeWords): EffectGroup[] {
  const { t, format, name, into } = words
  return effectGroups<PersonMergeEffect>(
    effects.filter((effect) => !isNotice(effect)),
    {
      ...{ t, format },
      // Of those who are talked about, only the duplicate leaves a seat.
      names: { member: (id) => (seatsOf(effects).has(id) ? into : name), payer: () => into },
      personLine: (effect) => personLine(effect, words),
      membershipLine: ({ code }) =>
        code === "purchaser_changes" ? t("merge.effect.purchaser_changes", { into }) : null,
    }
  )
}

/** Who gets a seat, by member id. */
const seatsOf = (effects: readonly MergeEffect[]) =>
  new Set(effects.flatMap((effect) => (effect.code === "member_seated" ? [effect.member_id] : [])))

function personLine(effect: PersonMergeEffect, { t, name, into }: MergeWords): string {
  const names = { name, into }
  switch (effect.code) {
    case "facts_taken":
    case "facts_given_up": {
      const fields = effect.fields.map((field) => t(`people.members.form.${field}`)).join(", ")
      return t(`merge.effect.${effect.code}`, { ...names, fields })
    }
    case "household_taken":
      return t("merge.effect.household_taken", { ...names, household: effect.household_name })
    case "household_dissolved":
      return t("deletion.household_dissolved", { household: effect.household_name })
    case "purchases_move":
    case "charges_move":
    case "planned_payments_move":
    case "visits_move":
    case "proofs_move":
    case "proofs_removed":
    case "codes_move":
    case "invitations_move":
      return t(`merge.effect.${effect.code}`, { ...names, count: effect.count })
    case "already_covered":
    case "date_of_birth_differs":
      return ""
    default:
      return t(`merge.effect.${effect.code}`, names)
  }
}

/** "Yoga #7 + #8" of each pair that is paid for twice. */
export function coveredText(effects: readonly MergeEffect[], t: Text): string {
  const pairs = effects.filter((effect): effect is CoveredTwice => effect.code === "already_covered")
  return pairs
    .map(({ plan_name: plan, display_ids }) =>
      t("merge.confirm.pair", { plan, numbers: display_ids.map((id) => `#${id}`).join(" + ") })
    )
    .join(", ")
}

interface Waiting {
  membership_display_id: number
}

/** One code stands for several conflicts: which one it is, its details tell; null is told by its code. */
export function mergeRefusal(error: Error, { t, name }: Pick<MergeWords, "t" | "name">): string | null {
  if (!(error instanceof ApiError) || error.code !== "conflict") return null
  if (error.details.household_ids) return t("merge.households", { name })
  const charges = error.details.charges as Waiting[] | undefined
  if (!charges) return null
  const numbers = [...new Set(charges.map(({ membership_display_id: number }) => `#${number}`))].join(", ")
  return t("merge.charges", { numbers })
}
