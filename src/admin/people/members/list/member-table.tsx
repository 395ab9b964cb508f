import { TablePage } from "../../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../../platform/address"
import { useText } from "../../../text/use-text"
import { useMembers } from "../../queries/members"
import { useColumns } from "./use-columns"
import { useFilters } from "./use-filters"

export function MemberTable() {
  const t = useText()
  const { limit, offset, q, one } = useAddress()
  const { data, error, isPending, refetch } = useMembers({
    limit,
    offset,
    q,
    is_customer: one("is_customer"),
  })
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("people.members.domain")}
      subHeading={t("people.members.subtitle")}
      actions={[
        { label: t("people.ageingOut.open"), to: "/memberships/members/ageing-out" },
        { label: t("actions.create"), to: "create" },
      ]}
      data={data?.members ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      filters={useFilters()}
      getRowId={(row) => row.id}
      rowHref={(row) => `/memberships/members/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{
        empty: { heading: t("people.members.none"), description: t("people.members.noneDetail") },
        filtered: {
          heading: t("people.members.filteredTitle"),
          description: t("people.members.filteredDetail"),
        },
      }}
    />
  )
}
