import { createDataTableColumnHelper, Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useFormat, type Format } from "../../text/use-format"
import { useText, type Text as Words } from "../../text/use-text"
import { MembershipStatus } from "../membership-status"
import type { MembershipRow } from "../types"

const helper = createDataTableColumnHelper<MembershipRow>()

const purchaser = (row: MembershipRow) => row.customer_name ?? row.customer_email

function startOf({ starts_on }: MembershipRow, format: Format, t: Words): string {
  return starts_on ? format.day(starts_on) : t("list.firstVisit")
}

/** Empty until the first visit decides it. */
function lastDayOf({ starts_on, ends_on }: MembershipRow, format: Format, t: Words): string {
  if (ends_on) return format.lastDay(ends_on)
  return starts_on ? t("list.noEnd") : t("none")
}

export function useColumns() {
  const t = useText()
  const format = useFormat()
  return useMemo(
    () => [
      helper.accessor("display_id", {
        header: t("fields.number"),
        cell: ({ getValue }) => <span className="tabular-nums">#{getValue()}</span>,
        maxSize: 96,
      }),
      helper.accessor("plan.name", { header: t("fields.plan"), maxSize: 260 }),
      helper.accessor(purchaser, {
        id: "purchaser",
        header: t("fields.purchaser"),
        cell: ({ getValue }) => getValue() ?? <Text size="small">{t("list.noPurchaser")}</Text>,
        maxSize: 240,
      }),
      helper.accessor("status", {
        header: t("fields.status"),
        cell: ({ getValue }) => <MembershipStatus status={getValue()} />,
      }),
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
    ],
    [t, format]
  )
}
