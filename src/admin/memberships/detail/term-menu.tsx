import { Calendar, PencilSquare } from "@medusajs/icons"
import { ActionMenu } from "../../parts/action-menu"
import { useText } from "../../text/use-text"
import { useSeatOptions } from "../queries/seats"
import type { Membership } from "../types"

/** What staff can do with the term (TERM-5): give it more time, or move a start that lies ahead. */
export function TermMenu({ membership: { id, status, starts_on, ends_on, sold_ends_on } }: { membership: Membership }) {
  const t = useText()
  const { data: options } = useSeatOptions(id)
  if (!options || status === "void") return null
  const actions = [
    ...(ends_on === null || sold_ends_on === null ? [] : [{ icon: <Calendar />, label: t("seating.action.extend"), to: "seats/extend" }]),
    ...(starts_on === null || starts_on <= options.today ? [] : [{ icon: <PencilSquare />, label: t("seating.action.start"), to: "seats/start" }]),
  ]
  if (actions.length === 0) return null
  return <ActionMenu label={t("seating.menuTerm")} groups={[{ actions }]} />
}
