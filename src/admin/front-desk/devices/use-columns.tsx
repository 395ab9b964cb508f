import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { DeviceActions } from "./device-actions"
import type { Device, DeviceWithToken } from "./devices"

const helper = createDataTableColumnHelper<Device>()

export function useColumns(onToken: (renewed: DeviceWithToken) => void) {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("frontDesk.devices.name"),
        cell: ({ getValue }) => (
          <span className="block truncate" title={getValue()}>
            {getValue()}
          </span>
        ),
        maxSize: 260,
      }),
      helper.accessor((row) => row.location_name ?? row.location_id, {
        id: "location",
        header: t("frontDesk.devices.location"),
        maxSize: 240,
      }),
      helper.accessor("last_seen_at", {
        header: t("frontDesk.devices.lastSeen"),
        cell: ({ getValue }) => {
          const at = getValue()
          return at === null ? t("frontDesk.devices.never") : format.moment(at)
        },
        maxSize: 200,
      }),
      helper.accessor((row) => (row.revoked_at ? "revoked" : "active"), {
        id: "state",
        header: t("frontDesk.devices.state"),
        cell: ({ getValue }) => (
          <StatusBadge color={getValue() === "active" ? "green" : "grey"}>
            {t(`frontDesk.devices.states.${getValue()}`)}
          </StatusBadge>
        ),
        maxSize: 120,
      }),
      helper.display({
        id: "actions",
        cell: ({ row }) => <DeviceActions device={row.original} onToken={onToken} />,
        maxSize: 60,
      }),
    ],
    [t, format, onToken]
  )
}
