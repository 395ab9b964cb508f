import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useText } from "../../text/use-text"
import { useUpcoming } from "../queries/charges"
import type { ChargeNumbers, Upcoming } from "../types"
import { useWords } from "../use-words"
import { SkippedSeats } from "./skipped-seats"
import { endOfDay, lastDayOf } from "./until"
import { UpcomingTotals } from "./upcoming-totals"
import { upcomingPath, useUpcomingColumns } from "./use-upcoming-columns"

const DAYS = [7, 30, 90, 365]
const DEFAULT_DAYS = 30
const helper = createDataTableFilterHelper<Upcoming>()

function useDaysFilter() {
  const t = useText()
  return useMemo(() => {
    const options = DAYS.map((count) => ({
      label: t("billing.upcoming.days", { count }),
      value: String(count),
    }))
    return [helper.custom({ id: "days", type: "radio", label: t("billing.upcoming.within"), options })]
  }, [t])
}

/** The next runs as they would be, by the very functions that make them (BILL-9). */
export function UpcomingTable({ numbers }: { numbers: ChargeNumbers | undefined }) {
  const { t, format } = useWords()
  const { limit, offset, one } = useAddress()
  const asked = Number(one("days"))
  const days = DAYS.includes(asked) ? asked : DEFAULT_DAYS
  const until = numbers ? endOfDay(numbers, days) : null
  const { data, error, isPending, refetch } = useUpcoming({ until, limit, offset })
  const empty = {
    heading: t("billing.empty.upcoming.heading"),
    description: t("billing.empty.upcoming.description"),
  }
  return (
    <div className="flex flex-col gap-y-3">
      {data && <UpcomingTotals totals={data.totals} />}
      <TablePage
        error={data ? null : error}
        onRetry={refetch}
        heading={t("billing.views.upcoming")}
        headingLevel="h2"
        subHeading={
          numbers && t("billing.viewDetail.upcoming", { date: format.day(lastDayOf(numbers, days)) })
        }
        data={data?.charges ?? []}
        rowCount={data?.count ?? 0}
        columns={useUpcomingColumns()}
        filters={useDaysFilter()}
        getRowId={(row) => row.charge_id ?? `${row.membership_id}:${row.payer_customer_id}:${row.due_at}`}
        rowHref={upcomingPath}
        enableSearch={false}
        pageSize={PAGE_SIZE}
        isLoading={isPending}
        emptyState={{ empty, filtered: empty }}
      />
      {data && data.skipped_count > 0 && <SkippedSeats skipped={data.skipped} count={data.skipped_count} />}
    </div>
  )
}
