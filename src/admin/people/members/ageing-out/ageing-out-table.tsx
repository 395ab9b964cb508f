import { createDataTableFilterHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { TablePage } from "../../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../../platform/address"
import { useText } from "../../../text/use-text"
import { useAgeingOut } from "../../queries/members"
import type { AgeingOut } from "../../types"
import { useColumns } from "./use-columns"

const DAYS = [30, 90, 180, 365]
const DEFAULT_DAYS = 90

const helper = createDataTableFilterHelper<AgeingOut>()

function useFilters() {
  const t = useText()
  return useMemo(
    () => [
      helper.custom({
        id: "days",
        type: "radio",
        label: t("people.ageingOut.within"),
        options: DAYS.map((count) => ({
          label: t("people.ageingOut.days", { count }),
          value: String(count),
        })),
      }),
    ],
    [t]
  )
}

/** PEOPLE-5: who stops qualifying for the seat they hold, in time to do something about it. */
export function AgeingOutTable() {
  const t = useText()
  const { limit, offset, one } = useAddress()
  const asked = Number(one("days"))
  const days = DAYS.includes(asked) ? asked : DEFAULT_DAYS
  const { data, error, isPending, refetch } = useAgeingOut({ days, limit, offset })
  const empty = { heading: t("people.ageingOut.empty"), description: t("people.ageingOut.emptyDetail") }
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("people.ageingOut.title")}
      subHeading={t("people.ageingOut.subtitle", { count: days })}
      data={data?.members_ageing_out ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      filters={useFilters()}
      getRowId={(row) => row.seat_id}
      rowHref={(row) => `/memberships/members/${row.member.id}`}
      enableSearch={false}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{ empty, filtered: empty }}
    />
  )
}
