import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Link } from "react-router-dom"
import { Short } from "../../parts/short"
import { type Studio, useStudio } from "../../platform/studio"
import { useFormat, type Format } from "../../text/use-format"
import { useText, type Text as Words } from "../../text/use-text"
import { MembershipStatus } from "../membership-status"
import type { MembershipListRow } from "../types"

type Row = MembershipListRow

const helper = createDataTableColumnHelper<Row>()

/** Of the whole row only this is reached by the keyboard. */
function Number({ row: { id, display_id } }: { row: Row }) {
  return (
    <Link
      to={`/memberships/${id}`}
      onClick={(event) => event.stopPropagation()}
      className="focus-visible:shadow-borders-focus text-ui-fg-base rounded-sm tabular-nums outline-none"
    >
      #{display_id}
    </Link>
  )
}

function startOf({ starts_on }: Row, format: Format, t: Words): string {
  return starts_on ? format.day(starts_on) : t("list.firstVisit")
}

/** Empty until the first visit decides it. */
function lastDayOf({ starts_on, ends_on }: Row, format: Format, t: Words): string {
  if (ends_on) return format.lastDay(ends_on)
  return starts_on ? t("list.noEnd") : t("none")
}

const whatColumns = (t: Words) => [
  helper.accessor("display_id", {
    header: t("fields.number"),
    cell: ({ row }) => <Number row={row.original} />,
  }),
  helper.accessor("plan.name", {
    header: t("fields.plan"),
    cell: ({ getValue }) => <Short text={getValue()} />,
    maxSize: 220,
  }),
  helper.accessor((row) => row.customer_name ?? row.customer_email ?? t("list.noPurchaser"), {
    id: "purchaser",
    header: t("fields.purchaser"),
    cell: ({ getValue }) => <Short text={getValue()} />,
    maxSize: 200,
  }),
  helper.accessor("seat_count", {
    header: t("seats.title"),
    cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
    maxSize: 80,
  }),
  helper.accessor("status", {
    header: t("fields.status"),
    cell: ({ getValue }) => <MembershipStatus status={getValue()} />,
  }),
]

const whenColumns = (t: Words, format: Format) => [
  helper.accessor("starts_on", {
    header: t("fields.starts"),
    cell: ({ row }) => startOf(row.original, format, t),
  }),
  helper.accessor("ends_on", {
    header: t("fields.lastDay"),
    cell: ({ row }) => lastDayOf(row.original, format, t),
  }),
  helper.accessor("purchased_at", {
    header: t("fields.sold"),
    cell: ({ row }) => format.dayOf(row.original.purchased_at, row.original.time_zone),
  }),
]

const whereColumn = (t: Words, locations: Studio["locations"]) =>
  helper.accessor(({ location_id }) => locations.find(({ id }) => id === location_id)?.name ?? t("none"), {
    id: "location",
    header: t("fields.location"),
    cell: ({ getValue }) => <Short text={getValue()} />,
    maxSize: 180,
  })

const NOWHERE: Studio["locations"] = []

export function useColumns() {
  const t = useText()
  const format = useFormat()
  const locations = useStudio().data?.locations ?? NOWHERE
  return useMemo(
    () => [...whatColumns(t), ...whenColumns(t, format), whereColumn(t, locations)],
    [t, format, locations]
  )
}
