import { createDataTableColumnHelper } from "@medusajs/ui"
import { useMemo } from "react"
import { Short } from "../../parts/short"
import { amountText, dayText, membershipText, payerText, periodText, type Words } from "../charge-text"
import type { Upcoming } from "../types"
import { useWords } from "../use-words"
import { RowLink } from "./row-link"
import { chargePath } from "./use-charge-columns"

const helper = createDataTableColumnHelper<Upcoming>()

/** To the charge that is there already, else to the membership that will make it. */
export const upcomingPath = ({ charge_id, membership_id }: Upcoming) =>
  charge_id === null ? `/memberships/${membership_id}` : chargePath(charge_id)

function whyText({ status, lines }: Upcoming, { t }: Words): string {
  if (status === "failed") return t("billing.upcoming.again")
  if (status === "unknown") return t("billing.upcoming.lookedUp")
  if (lines.some(({ kind }) => kind === "fine")) return t("billing.detail.fine")
  const seats = lines.filter(({ kind }) => kind === "seat").length
  return [
    seats > 0 ? t("billing.upcoming.renewsSeats", { count: seats }) : t("billing.upcoming.renews"),
    ...(lines.some(({ kind }) => kind === "hold_fee") ? [t("billing.upcoming.holdFee")] : []),
    ...(lines.some(({ discounts }) => discounts.length > 0) ? [t("billing.upcoming.discounted")] : []),
  ].join(", ")
}

function methodText({ payment_method }: Upcoming, { t }: Words): string {
  if (payment_method === null) return t("billing.upcoming.noMethod")
  return payment_method.label ?? t("billing.upcoming.nameless")
}

const whoColumns = (words: Words) => [
  helper.display({
    id: "payer",
    header: words.t("billing.fields.payer"),
    cell: ({ row: { original } }) => (
      <RowLink to={upcomingPath(original)} text={payerText(original, words)} />
    ),
    maxSize: 200,
  }),
  helper.display({
    id: "membership",
    header: words.t("billing.fields.membership"),
    cell: ({ row }) => <Short text={membershipText(row.original, words)} />,
    maxSize: 220,
  }),
]

const whatColumns = (words: Words) => [
  helper.display({
    id: "amount",
    header: words.t("billing.fields.amount"),
    cell: ({ row }) => <span className="tabular-nums">{amountText(row.original, words)}</span>,
  }),
  helper.display({
    id: "asked",
    header: words.t("billing.fields.askedFor"),
    cell: ({ row: { original } }) => (
      <span className="whitespace-nowrap">
        {dayText(original.act_at ?? original.due_at, original, words)}
      </span>
    ),
  }),
  helper.display({
    id: "why",
    header: words.t("billing.fields.why"),
    cell: ({ row }) => <Short text={whyText(row.original, words)} />,
    maxSize: 240,
  }),
  helper.display({
    id: "method",
    header: words.t("billing.fields.method"),
    cell: ({ row }) => <Short text={methodText(row.original, words)} />,
    maxSize: 180,
  }),
  helper.display({
    id: "period",
    header: words.t("billing.fields.period"),
    cell: ({ row }) => <span className="whitespace-nowrap">{periodText(row.original, words)}</span>,
  }),
]

export function useUpcomingColumns() {
  const words = useWords()
  return useMemo(() => [...whoColumns(words), ...whatColumns(words)], [words])
}
