import { Checkbox, createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { type Text as Words, useText } from "../../text/use-text"
import { PlanStatus } from "../detail/plan-status"
import { billingText } from "../detail/plan-words"
import type { PlanRow } from "../types"
import { SellabilityCell } from "./sellability-cell"

const helper = createDataTableColumnHelper<PlanRow>()

/** The platform's own boxes have no name for a screen reader. */
const selectColumn = (t: Words) =>
  helper.display({
    id: "select",
    header: ({ table }) => (
      <Checkbox
        aria-label={t("plans.list.selectAll")}
        checked={table.getIsSomePageRowsSelected() ? "indeterminate" : table.getIsAllPageRowsSelected()}
        onCheckedChange={(checked) => table.toggleAllPageRowsSelected(checked === true)}
      />
    ),
    cell: ({ row }) => (
      <Checkbox
        aria-label={t("plans.list.select", { name: row.original.name })}
        checked={row.getIsSelected()}
        onCheckedChange={(checked) => row.toggleSelected(checked === true)}
        onClick={(event) => event.stopPropagation()}
      />
    ),
  })

/** A link, so that the keyboard reaches the plan as well; the row itself follows the mouse only. */
const NameCell = ({ plan: { id, name, handle } }: { plan: PlanRow }) => (
  <div className="flex min-w-0 flex-col py-2">
    <Link
      to={`/memberships/plans/${id}`}
      title={name}
      onClick={(event) => event.stopPropagation()}
      className="txt-compact-small-plus text-ui-fg-base focus-visible:shadow-borders-focus truncate rounded outline-none"
    >
      {name}
    </Link>
    <Text size="xsmall" leading="compact" className="text-ui-fg-subtle truncate" title={handle}>
      {handle}
    </Text>
  </div>
)

export function useColumns() {
  const t = useText()
  return useMemo(
    () => [
      selectColumn(t),
      helper.accessor("name", {
        header: t("plans.list.name"),
        cell: ({ row }) => <NameCell plan={row.original} />,
        size: 220,
        maxSize: 220,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <PlanStatus status={getValue()} />,
      }),
      helper.display({
        id: "sellability",
        header: t("plans.list.sellable"),
        cell: ({ row }) => <SellabilityCell plan={row.original} />,
      }),
      helper.accessor("membership_counts.live", {
        header: t("plans.list.members"),
        cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
      }),
      helper.accessor("kind", { header: t("fields.kind"), cell: ({ getValue }) => t(`kind.${getValue()}`) }),
      helper.accessor("audience", {
        header: t("fields.audience"),
        cell: ({ getValue }) => t(`audience.${getValue()}`),
      }),
      helper.accessor("billing", {
        header: t("plans.list.billing"),
        cell: ({ getValue }) => billingText(getValue(), t),
      }),
      helper.accessor("revenue_category", {
        header: t("plans.list.category"),
        cell: ({ getValue }) => getValue() ?? t("none"),
        maxSize: 160,
      }),
    ],
    [t]
  )
}
