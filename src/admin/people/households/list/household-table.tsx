import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { TablePage } from "../../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../../platform/address"
import { useText } from "../../../text/use-text"
import { nameOf } from "../../names"
import { useHouseholds } from "../../queries/households"
import type { Household } from "../../types"

const helper = createDataTableColumnHelper<Household>()

const guardians = ({ members }: Household) =>
  members
    .filter((member) => member.is_guardian)
    .map(nameOf)
    .join(", ")

function useColumns() {
  const t = useText()
  return useMemo(
    () => [
      helper.accessor("name", { header: t("people.households.name"), maxSize: 260 }),
      helper.accessor((row) => t("people.households.count", { count: row.members.length }), {
        id: "members",
        header: t("people.households.members"),
      }),
      helper.accessor((row) => guardians(row) || t("none"), {
        id: "guardians",
        header: t("people.households.guardians"),
        maxSize: 360,
      }),
    ],
    [t]
  )
}

export function HouseholdTable() {
  const t = useText()
  const { limit, offset, q } = useAddress()
  const { data, error, isPending, refetch } = useHouseholds({ limit, offset, q })
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t("people.households.domain")}
      subHeading={t("people.households.subtitle")}
      actions={[{ label: t("actions.create"), to: "create" }]}
      data={data?.households ?? []}
      rowCount={data?.count ?? 0}
      columns={useColumns()}
      getRowId={(row) => row.id}
      rowHref={(row) => `/memberships/households/${row.id}`}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{
        empty: { heading: t("people.households.none"), description: t("people.households.noneDetail") },
        filtered: {
          heading: t("people.households.filteredTitle"),
          description: t("people.households.filteredDetail"),
        },
      }}
    />
  )
}
