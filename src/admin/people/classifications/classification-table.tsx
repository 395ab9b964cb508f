import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useText } from "../../text/use-text"
import { useClassifications } from "./classifications"
import { useColumns } from "./use-columns"

export function ClassificationTable() {
  const t = useText()
  const { limit, offset, q } = useAddress()
  const { data, error, isPending, refetch } = useClassifications({ limit, offset, q })
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("people.classifications.title")}
      subHeading={t("people.classifications.subtitle")}
      actions={[{ label: t("people.classifications.create"), to: "create" }]}
      data={data?.membership_classifications ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      getRowId={(row) => row.id}
      rowHref={(row) => `/settings/membership-classifications/edit/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{
        empty: {
          heading: t("people.classifications.emptyTitle"),
          description: t("people.classifications.emptyDetail"),
        },
        filtered: {
          heading: t("people.classifications.filteredTitle"),
          description: t("people.classifications.filteredDetail"),
        },
      }}
    />
  )
}
