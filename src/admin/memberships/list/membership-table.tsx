import { DataTable } from "@medusajs/dashboard/components"
import { Container, Heading } from "@medusajs/ui"
import { LoadError } from "../../parts/load-error"
import { useText } from "../../text/use-text"
import { useMemberships } from "../queries/memberships"
import { useColumns } from "./use-columns"
import { useFilters } from "./use-filters"
import { PAGE_SIZE, useListQuery } from "./use-list-query"

export function MembershipTable() {
  const t = useText()
  const columns = useColumns()
  const filters = useFilters()
  const { data, error, isPending, refetch } = useMemberships(useListQuery())

  if (error && !data) {
    return (
      <Container className="divide-y p-0">
        <Heading className="px-6 py-4">{t("domain")}</Heading>
        <LoadError error={error} onRetry={refetch} />
      </Container>
    )
  }
  return (
    <Container className="p-0">
      <DataTable
        heading={t("domain")}
        subHeading={t("list.subtitle")}
        data={data?.memberships ?? []}
        rowCount={data?.count ?? 0}
        columns={columns}
        filters={filters}
        getRowId={(row) => row.id}
        rowHref={(row) => `/memberships/${row.id}`}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        emptyState={{
          empty: { heading: t("list.emptyTitle"), description: t("list.emptyDetail") },
          filtered: { heading: t("list.filteredTitle"), description: t("list.filteredDetail") },
        }}
      />
    </Container>
  )
}
