import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useText } from "../../text/use-text"
import { useLocationRows } from "../queries/locations"
import type { LocationRow } from "../types"
import { useLocationColumns } from "./use-location-columns"

const words = (q: string | undefined) => (q ?? "").toLowerCase().split(/\s+/).filter(Boolean)

/** All locations are there at once, so that the page searches and turns its pages by itself. */
function matching(rows: LocationRow[], q: string | undefined): LocationRow[] {
  return rows.filter(({ name, time_zone }) => {
    const text = `${name} ${time_zone.replaceAll("_", " ")}`.toLowerCase()
    return words(q).every((word) => text.includes(word))
  })
}

export function LocationTable() {
  const t = useText()
  const { q, offset } = useAddress()
  const { rows, studio, error, refetch } = useLocationRows()
  const found = matching(rows ?? [], q)
  return (
    <TablePage
      error={rows ? null : error}
      onRetry={refetch}
      heading={t("studio.locations.title")}
      subHeading={t("studio.locations.subtitle")}
      data={found.slice(offset, offset + PAGE_SIZE)}
      rowCount={found.length}
      columns={useLocationColumns(studio)}
      actions={[{ label: t("studio.locations.toStockLocations"), to: "/settings/locations" }]}
      getRowId={(row) => row.id}
      rowHref={(row) => `/settings/membership-locations/edit/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={!rows}
      emptyState={{
        empty: { heading: t("studio.locations.emptyTitle"), description: t("studio.locations.emptyDetail") },
        filtered: {
          heading: t("studio.locations.filteredTitle"),
          description: t("studio.locations.filteredDetail"),
        },
      }}
    />
  )
}
