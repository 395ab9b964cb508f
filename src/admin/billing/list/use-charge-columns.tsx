import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Short } from "../../parts/short"
import { ChargeStatusBadge } from "../charge-status"
import { amountText, membershipText, payerText, periodText, type Words } from "../charge-text"
import { reasonText } from "../reasons"
import { soonText } from "../soon"
import type { Charge } from "../types"
import { useWords } from "../use-words"
import { RowLink } from "./row-link"
import type { ListView } from "./views"

const helper = createDataTableColumnHelper<Charge>()

export const chargePath = (id: string) => `/memberships/billing/${id}`

const whoColumns = (words: Words) => [
  helper.display({
    id: "payer",
    header: words.t("billing.fields.payer"),
    cell: ({ row: { original } }) => (
      <RowLink to={chargePath(original.id)} text={payerText(original, words)} />
    ),
    maxSize: 200,
  }),
  helper.display({
    id: "membership",
    header: words.t("billing.fields.membership"),
    cell: ({ row }) => <Short text={membershipText(row.original, words)} />,
    maxSize: 220,
  }),
  helper.display({
    id: "amount",
    header: words.t("billing.fields.amount"),
    cell: ({ row }) => (
      <span
        className="tabular-nums"
        title={row.original.total === null ? words.t("billing.beforeTax") : undefined}
      >
        {amountText(row.original, words)}
      </span>
    ),
  }),
]

const statusColumn = ({ t }: Words) =>
  helper.display({
    id: "state",
    header: t("billing.fields.status"),
    cell: ({ row }) => <ChargeStatusBadge status={row.original.status} />,
  })

const whyColumn = ({ t }: Words) =>
  helper.display({
    id: "why",
    header: t("billing.fields.why"),
    cell: ({ row: { original } }) => (
      <Short text={original.failure_code === null ? t("none") : reasonText(original.failure_code, t)} />
    ),
    maxSize: 260,
  })

const nextColumn = (words: Words, isPaused: boolean) =>
  helper.display({
    id: "next",
    header: words.t("billing.fields.next"),
    cell: ({ row }) => <Short text={soonText(row.original, isPaused, words)} />,
    maxSize: 240,
  })

const periodColumn = (words: Words) =>
  helper.display({
    id: "period",
    header: words.t("billing.fields.period"),
    cell: ({ row }) => <span className="whitespace-nowrap">{periodText(row.original, words)}</span>,
  })

/** What a tablet has no room for stands last. Where all are of one status, why they are stands in its place. */
export function useChargeColumns(view: ListView, isPaused: boolean) {
  const words = useWords()
  return useMemo(
    () => [
      ...whoColumns(words),
      view === "failed" ? whyColumn(words) : statusColumn(words),
      nextColumn(words, isPaused),
      periodColumn(words),
    ],
    [words, view, isPaused]
  )
}
