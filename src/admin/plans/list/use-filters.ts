import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { AUDIENCES, KINDS } from "../../memberships/types"
import { useStudio } from "../../platform/studio"
import { type Text, useText } from "../../text/use-text"
import { PLAN_STATUSES, type PlanRow } from "../types"

const helper = createDataTableFilterHelper<PlanRow>()

export function useFilters(): DataTableFilter[] {
  const t = useText()
  const { data: studio } = useStudio()
  return useMemo(
    () => [
      ...filtersOfWords(t),
      helper.custom({
        id: "location_id",
        type: "radio",
        label: t("plans.list.location"),
        options: (studio?.locations ?? []).map(({ id, name }) => ({ value: id, label: name })),
      }),
      helper.custom({
        id: "revenue_category",
        type: "multiselect",
        label: t("plans.list.category"),
        options: (studio?.revenue_categories ?? []).map((value) => ({ value, label: value })),
      }),
    ],
    [t, studio]
  )
}

/** Those whose choices are always the same. */
const filtersOfWords = (t: Text): DataTableFilter[] => [
  helper.accessor("status", {
    type: "multiselect",
    label: t("fields.status"),
    options: PLAN_STATUSES.map((value) => ({ value, label: t(`plans.status.${value}`) })),
  }),
  helper.accessor("kind", {
    type: "radio",
    label: t("fields.kind"),
    options: KINDS.map((value) => ({ value, label: t(`kind.${value}`) })),
  }),
  helper.accessor("audience", {
    type: "multiselect",
    label: t("fields.audience"),
    options: AUDIENCES.map((value) => ({ value, label: t(`audience.${value}`) })),
  }),
  helper.custom({
    id: "recurring",
    type: "radio",
    label: t("plans.list.recurring"),
    options: [
      { value: "true", label: t("plans.list.recurringYes") },
      { value: "false", label: t("plans.list.recurringNo") },
    ],
  }),
]
