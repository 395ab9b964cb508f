import { InlineTip } from "@medusajs/ui"
import { useText } from "../../text/use-text"
import type { Plan } from "../types"

interface SoldNoteProps {
  plan: Plan
  children: string
}

/** What a change does to those who have bought the plan; nothing while nobody has. */
export function SoldNote({ plan, children }: SoldNoteProps) {
  const t = useText()
  if (plan.membership_counts.total === 0) return null
  return <InlineTip label={t("plans.edit.soldLabel")}>{children}</InlineTip>
}
