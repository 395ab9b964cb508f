import { createDataTableColumnHelper, StatusBadge } from "@medusajs/ui"
import { useMemo } from "react"
import { useStudio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { ServiceActions } from "./service-actions"
import type { Service } from "./services"

const helper = createDataTableColumnHelper<Service>()

const Truncated = ({ text }: { text: string }) => (
  <span className="block truncate" title={text}>
    {text}
  </span>
)

/** Asks for the names itself: columns that were made anew when they come would close a menu that is open. */
function Places({ ids }: { ids: string[] | null }) {
  const t = useText()
  const { data: studio } = useStudio()
  const nameOf = (id: string) => studio?.locations.find((location) => location.id === id)?.name ?? id
  return <Truncated text={ids ? ids.map(nameOf).join(", ") : t("frontDesk.services.everywhere")} />
}

const HOUR = 60

/** What it costs, and so long before the visit. */
function Missed({ service: { missed_visit, cancellation_window_minutes: minutes } }: { service: Service }) {
  const t = useText()
  const format = useFormat()
  const cost =
    missed_visit.effect === "fine"
      ? missed_visit.fines.map(({ amount, currency_code }) => format.money(amount, currency_code)).join(" / ")
      : t("frontDesk.services.missedCredits")
  if (minutes === null) return <Truncated text={cost} />
  const time = minutes % HOUR === 0 ? `${minutes / HOUR} h` : `${minutes} min`
  return <Truncated text={t("frontDesk.services.missedFrom", { cost, time })} />
}

export function useColumns() {
  const t = useText()
  return useMemo(() => {
    return [
      helper.accessor("name", {
        header: t("frontDesk.services.name"),
        cell: ({ getValue }) => <Truncated text={getValue()} />,
        maxSize: 260,
      }),
      helper.accessor("kind", {
        header: t("frontDesk.services.kind"),
        cell: ({ getValue }) => t(`frontDesk.services.kinds.${getValue()}`),
        maxSize: 140,
      }),
      helper.accessor("credit_cost", {
        header: t("frontDesk.services.cost"),
        cell: ({ getValue }) => <span className="tabular-nums">{getValue()}</span>,
        maxSize: 120,
      }),
      helper.accessor("missed_visit", {
        header: t("frontDesk.services.missedColumn"),
        cell: ({ row }) => <Missed service={row.original} />,
        maxSize: 180,
      }),
      helper.accessor("location_ids", {
        id: "locations",
        header: t("frontDesk.services.locations"),
        cell: ({ getValue }) => <Places ids={getValue()} />,
        maxSize: 240,
      }),
      helper.accessor("status", {
        header: t("frontDesk.services.status"),
        cell: ({ getValue }) => (
          <StatusBadge color={getValue() === "active" ? "green" : "grey"}>
            {t(`frontDesk.services.statuses.${getValue()}`)}
          </StatusBadge>
        ),
        maxSize: 120,
      }),
      helper.display({
        id: "actions",
        cell: ({ row }) => <ServiceActions service={row.original} />,
        maxSize: 60,
      }),
    ]
  }, [t])
}
