import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { useText } from "../../text/use-text"
import { useStudio } from "../../platform/studio"
import { AUDIENCES, KINDS, type MembershipRow, STATUSES } from "../types"

const helper = createDataTableFilterHelper<MembershipRow>()

export function useFilters(): DataTableFilter[] {
  const t = useText()
  const { data: studio } = useStudio()
  return useMemo(
    () => [
      helper.accessor("status", {
        type: "multiselect",
        label: t("fields.status"),
        options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
      }),
      helper.custom({
        id: "plan_id",
        type: "multiselect",
        label: t("fields.plan"),
        options: (studio?.plans ?? []).map(({ id, name }) => ({ value: id, label: name })),
      }),
      helper.custom({
        id: "kind",
        type: "radio",
        label: t("fields.kind"),
        options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
      }),
      helper.custom({
        id: "audience",
        type: "multiselect",
        label: t("fields.audience"),
        options: AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })),
      }),
    ],
    [t, studio]
  )
}
