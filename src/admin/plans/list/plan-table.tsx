import type { DataTableRowSelectionState } from "@medusajs/ui"
import { useState } from "react"
import { EmptyList } from "../../parts/empty-list"
import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE } from "../../platform/address"
import { useText } from "../../text/use-text"
import { usePlans } from "../queries/plans"
import { CategorizePlans } from "./categorize-plans"
import { useColumns } from "./use-columns"
import { useFilters } from "./use-filters"
import { useListQuery } from "./use-list-query"

export function PlanTable() {
  const t = useText()
  const { data, error, isPending, refetch } = usePlans(useListQuery())
  const [selection, setSelection] = useState<DataTableRowSelectionState>({})
  const create = { label: t("plans.list.create"), to: "create" }
  return (
    <>
      <TablePage
        error={data ? null : error}
        onRetry={refetch}
        heading={t("plans.title")}
        subHeading={t("plans.list.subtitle")}
        data={data?.membership_plans ?? []}
        rowCount={data?.count ?? 0}
        columns={useColumns()}
        filters={useFilters()}
        getRowId={(row) => row.id}
        rowHref={(row) => `/memberships/plans/${row.id}`}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        rowSelection={{ state: selection, onRowSelectionChange: setSelection }}
        action={create}
        emptyState={{
          empty: {
            custom: (
              <EmptyList
                heading={t("plans.list.emptyTitle")}
                description={t("plans.list.emptyDetail")}
                action={create}
              />
            ),
          },
          filtered: { heading: t("plans.list.filteredTitle"), description: t("plans.list.filteredDetail") },
        }}
      />
      <CategorizePlans ids={Object.keys(selection)} onDone={() => setSelection({})} />
    </>
  )
}
