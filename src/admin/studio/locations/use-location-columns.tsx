import { Badge, createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import type { StudioAnswer } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { LocationRow } from "../types"
import { useStudioNow } from "../use-now"
import { zoneName } from "../zones"
import { LocationActions } from "./location-actions"
import { useHoursText } from "./use-hours-text"

const helper = createDataTableColumnHelper<LocationRow>()

function LocalTime({ zone, studio }: { zone: string; studio: StudioAnswer }) {
  const format = useFormat()
  return <span className="tabular-nums">{format.timeOf(useStudioNow(studio), zone)}</span>
}

function Hours({ settings }: LocationRow) {
  const t = useText()
  const hoursText = useHoursText()
  const text = hoursText(settings?.opening_hours ?? null)
  if (!text) return <span className="text-ui-fg-subtle">{t("studio.locations.noHours")}</span>
  return (
    <span className="block truncate" title={text}>
      {text}
    </span>
  )
}

function Name({ name, is_default }: LocationRow) {
  const t = useText()
  return (
    <span className="flex min-w-0 items-center gap-x-2">
      <span className="truncate" title={name}>
        {name}
      </span>
      {is_default && (
        <Badge size="2xsmall" className="shrink-0">
          {t("studio.locations.default")}
        </Badge>
      )}
    </span>
  )
}

function Zone({ time_zone, settings }: LocationRow) {
  const t = useText()
  const zone = zoneName(time_zone)
  if (settings) return zone
  return <span className="text-ui-fg-subtle">{t("studio.locations.ofDefault", { zone })}</span>
}

export function useLocationColumns(studio: StudioAnswer | undefined) {
  const t = useText()
  return useMemo(
    () => [
      helper.accessor("name", {
        header: t("studio.locations.name"),
        cell: ({ row }) => <Name {...row.original} />,
        maxSize: 260,
      }),
      helper.accessor("time_zone", {
        header: t("studio.locations.zone"),
        cell: ({ row }) => <Zone {...row.original} />,
        maxSize: 260,
      }),
      helper.display({
        id: "local_time",
        header: t("studio.locations.localTime"),
        cell: ({ row }) => studio && <LocalTime zone={row.original.time_zone} studio={studio} />,
      }),
      helper.display({
        id: "opening_hours",
        header: t("studio.locations.hours"),
        cell: ({ row }) => <Hours {...row.original} />,
        maxSize: 320,
      }),
      helper.display({
        id: "actions",
        cell: ({ row }) => <LocationActions location={row.original} />,
        maxSize: 60,
      }),
    ],
    [t, studio]
  )
}
