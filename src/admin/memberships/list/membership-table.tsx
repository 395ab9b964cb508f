import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE } from "../../platform/address"
import { useText } from "../../text/use-text"
import { useMemberships } from "../queries/memberships"
import { useColumns } from "./use-columns"
import { useFilters } from "./use-filters"
import { useListQuery } from "./use-list-query"

export function MembershipTable() {
  const t = useText()
  const { data, error, isPending, refetch } = useMemberships(useListQuery())
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("domain")}
      subHeading={t("list.subtitle")}
      data={data?.memberships ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      filters={useFilters()}
      getRowId={(row) => row.id}
      rowHref={(row) => `/memberships/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      action={{ label: t("selling.action"), to: "sell" }}
      emptyState={{
        empty: { heading: t("list.emptyTitle"), description: t("list.emptyDetail") },
        filtered: { heading: t("list.filteredTitle"), description: t("list.filteredDetail") },
      }}
    />
  )
}
