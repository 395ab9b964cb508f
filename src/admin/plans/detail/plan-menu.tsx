import type { ActionGroup } from "@medusajs/dashboard/components"
import { ArchiveBox, ArrowPath, CurrencyDollar, Eye, PencilSquare, Trash } from "@medusajs/icons"
import { ActionMenu } from "../../parts/action-menu"
import { type Text, useText } from "../../text/use-text"
import type { Plan } from "../types"
import { type PlanEndings, usePlanEndings } from "./use-plan-endings"

const looking = (t: Text): ActionGroup => ({
  actions: [
    { icon: <PencilSquare />, label: t("actions.edit"), to: "edit-sale" },
    { icon: <CurrencyDollar />, label: t("plans.detail.prices"), to: "prices" },
    { icon: <Eye />, label: t("plans.detail.preview"), to: "preview" },
  ],
})

function ending({ status }: Plan, { archive, restore, remove }: PlanEndings, t: Text): ActionGroup[] {
  const change =
    status === "archived"
      ? { icon: <ArrowPath />, label: t("plans.detail.solve.restore"), onClick: () => void restore() }
      : { icon: <ArchiveBox />, label: t("plans.detail.archive"), onClick: () => void archive() }
  return [
    { actions: [change] },
    { actions: [{ icon: <Trash />, label: t("plans.detail.delete"), onClick: () => void remove() }] },
  ]
}

export function PlanMenu({ plan }: { plan: Plan }) {
  const t = useText()
  const endings = usePlanEndings(plan)
  return <ActionMenu label={t("plans.detail.menu")} groups={[looking(t), ...ending(plan, endings, t)]} />
}
