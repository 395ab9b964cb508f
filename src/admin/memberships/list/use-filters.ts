import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { type Studio, useStudio } from "../../platform/studio"
import { type Text, useText } from "../../text/use-text"
import { AUDIENCES, KINDS, type MembershipListRow, STATUSES } from "../types"

const helper = createDataTableFilterHelper<MembershipListRow>()

/** What the plugin's own words name. */
function fixedFilters(t: Text): DataTableFilter[] {
  return [
    helper.accessor("status", {
      type: "multiselect",
      label: t("fields.status"),
      options: STATUSES.map((value) => ({ value, label: t(`status.${value}`) })),
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
    helper.custom({
      id: "recurring",
      type: "radio",
      label: t("fields.billing"),
      options: [
        { value: "true", label: t("list.recurring") },
        { value: "false", label: t("list.once") },
      ],
    }),
  ]
}

type Names = Pick<Studio, "plans" | "locations" | "revenue_categories">

/** What the studio named itself. */
function studioFilters({ plans, locations, revenue_categories }: Names, t: Text): DataTableFilter[] {
  return [
    helper.custom({
      id: "plan_id",
      type: "multiselect",
      label: t("fields.plan"),
      searchable: true,
      options: plans.map(({ id, name }) => ({ value: id, label: name })),
    }),
    helper.custom({
      id: "location_id",
      type: "multiselect",
      label: t("fields.location"),
      options: locations.map(({ id, name }) => ({ value: id, label: name })),
    }),
    helper.custom({
      id: "revenue_category",
      type: "multiselect",
      label: t("fields.revenueCategory"),
      options: revenue_categories.map((category) => ({ value: category, label: category })),
    }),
  ]
}

const NO_NAMES: Names = { plans: [], locations: [], revenue_categories: [] }

/** Also before the names are there, so that a filter of the address is kept meanwhile. */
export function useFilters(): DataTableFilter[] {
  const t = useText()
  const { data: studio = NO_NAMES } = useStudio()
  return useMemo(() => [...fixedFilters(t), ...studioFilters(studio, t)], [t, studio])
}
