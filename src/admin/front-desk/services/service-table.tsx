import "../words"
import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useText } from "../../text/use-text"
import { useServices } from "./services"
import { useColumns } from "./use-columns"

export function ServiceTable() {
  const t = useText()
  const { limit, offset, q } = useAddress()
  const { data, error, isPending, refetch } = useServices({ limit, offset, q })
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("studio.services")}
      subHeading={t("frontDesk.services.subtitle")}
      actions={[{ label: t("frontDesk.services.create"), to: "create" }]}
      data={data?.membership_services ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      getRowId={(row) => row.id}
      rowHref={(row) => `/settings/membership-services/edit/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{
        empty: {
          heading: t("frontDesk.services.emptyTitle"),
          description: t("frontDesk.services.emptyDetail"),
        },
        filtered: {
          heading: t("frontDesk.services.filteredTitle"),
          description: t("frontDesk.services.filteredDetail"),
        },
      }}
    />
  )
}
