import { createDataTableFilterHelper, type DataTableFilter } from "@medusajs/ui"
import { useMemo } from "react"
import { TablePage } from "../../parts/table-page"
import { PAGE_SIZE, useAddress } from "../../platform/address"
import { useBillingSettings } from "../../studio/queries/billing-settings"
import { useText } from "../../text/use-text"
import { membershipText } from "../charge-text"
import { useCharges } from "../queries/charges"
import type { Charge, ChargeStatus } from "../types"
import { useWords } from "../use-words"
import { chargePath, useChargeColumns } from "./use-charge-columns"
import { type ListView, QUERIES } from "./views"

const STATUSES: readonly ChargeStatus[] = [
  ...(["scheduled", "processing", "requires_action", "unknown", "failed"] as const),
  ...(["parked", "paid", "waived", "canceled"] as const),
]
const helper = createDataTableFilterHelper<Charge>()

interface Wanted {
  view: ListView
  /** Of the address: only a membership's own page leads there. */
  membership: { value: string; label: string } | undefined
}

/** Only where every status is listed. */
function useFilters({ view, membership }: Wanted): DataTableFilter[] | undefined {
  const t = useText()
  const { value, label } = membership ?? {}
  return useMemo(() => {
    if (view !== "all") return undefined
    const options = STATUSES.map((status) => ({ value: status, label: t(`billing.status.${status}`) }))
    const status = helper.custom({
      id: "status",
      type: "multiselect",
      label: t("billing.fields.status"),
      options,
    })
    if (value === undefined || label === undefined) return [status]
    const one = [{ value, label }]
    return [
      status,
      helper.custom({
        id: "membership_id",
        type: "radio",
        label: t("billing.fields.membership"),
        options: one,
      }),
    ]
  }, [t, view, value, label])
}

/** The charges of one view. */
export function ChargeTable({ view }: { view: ListView }) {
  const words = useWords()
  const { t } = words
  const { limit, offset, q, many, one } = useAddress()
  const membership_id = one("membership_id")
  const chosen = view === "all" ? { status: many("status"), membership_id } : {}
  const { data, error, isPending, refetch } = useCharges({ limit, offset, q, ...QUERIES[view], ...chosen })
  const { data: settings } = useBillingSettings()
  const charges = data?.membership_charges ?? []
  const of = charges.find((charge) => charge.membership_id === membership_id)
  const label = of ? membershipText(of, words) : membership_id
  const membership =
    membership_id !== undefined && label !== undefined ? { value: membership_id, label } : undefined
  return (
    <TablePage
      error={data ? null : error}
      onRetry={refetch}
      heading={t(`billing.views.${view}`)}
      headingLevel="h2"
      subHeading={t(`billing.viewDetail.${view}`)}
      data={charges}
      rowCount={data?.count ?? 0}
      columns={useChargeColumns(view, Boolean(settings?.pause))}
      filters={useFilters({ view, membership })}
      getRowId={(row) => row.id}
      rowHref={(row) => chargePath(row.id)}
      pageSize={PAGE_SIZE}
      isLoading={isPending}
      emptyState={{
        empty: {
          heading: t(`billing.empty.${view}.heading`),
          description: t(`billing.empty.${view}.description`),
        },
        filtered: {
          heading: t("billing.empty.filtered.heading"),
          description: t("billing.empty.filtered.description"),
        },
      }}
    />
  )
}
