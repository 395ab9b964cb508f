import "../words"
import { useState } from "react"
import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useText } from "../../text/use-text"
import { type DeviceWithToken, useDevices } from "./devices"
import { TokenDrawer } from "./token-drawer"
import { useColumns } from "./use-columns"

export function DeviceTable() {
  const t = useText()
  const { limit, offset, q } = useAddress()
  const { data, error, isPending, refetch } = useDevices({ limit, offset, q })
  const [renewed, setRenewed] = useState<DeviceWithToken | null>(null)
  return (
    <>
      <TablePage
        error={data ? null : error}
        onRetry={refetch}
        heading={t("studio.devices")}
        subHeading={t("frontDesk.devices.subtitle")}
        actions={[{ label: t("frontDesk.devices.create"), to: "create" }]}
        data={data?.front_desk_devices ?? []}
        rowCount={data?.count ?? 0}
        columns={useColumns(setRenewed)}
        getRowId={(row) => row.id}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        emptyState={{
          empty: {
            heading: t("frontDesk.devices.emptyTitle"),
            description: t("frontDesk.devices.emptyDetail"),
          },
          filtered: {
            heading: t("frontDesk.devices.filteredTitle"),
            description: t("frontDesk.devices.filteredDetail"),
          },
        }}
      />
      <TokenDrawer shown={renewed} onClose={() => setRenewed(null)} />
    </>
  )
}
