import { InlineTip } from "@medusajs/ui"
import type { Control } from "react-hook-form"
import { Link } from "react-router-dom"
import { TextareaField } from "../../forms/text-fields"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { SaleNotice } from "./quote-types"
import type { SaleDraft } from "./sale-draft"

/** What the customer has already, or owes (BILL-11), each with the way to the membership that it is about. */
export function SaleNotices({ notices }: { notices: readonly SaleNotice[] }) {
  const t = useText()
  const sentence = useSentence()
  if (notices.length === 0) return null
  return (
    <InlineTip variant="warning" label={t("selling.notice.title")}>
      <ul className="flex flex-col gap-y-1">
        {notices.map((notice) => (
          <li key={notice.membership_id} className="break-words text-pretty">
            {sentence(notice)}{" "}
            <Link
              to={`/memberships/${notice.membership_id}`}
              target="_blank"
              className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover whitespace-nowrap"
            >
              {t(`selling.notice.open.${notice.code}`)}
            </Link>
          </li>
        ))}
      </ul>
    </InlineTip>
  )
}

/** Staff say why they sell it all the same; it stands in the history of the sale. */
export const DespiteField = ({ control }: { control: Control<SaleDraft> }) => {
  const t = useText()
  return (
    <TextareaField
      control={control}
      name="despite"
      rows={2}
      label={t("selling.notice.reason")}
      hint={t("selling.notice.reasonHint")}
    />
  )
}

function useSentence() {
  const t = useText()
  const format = useFormat()
  return (notice: SaleNotice): string => {
    const of = { number: notice.display_id, plan: notice.plan_name }
    if (notice.code === "dues_unpaid")
      return t("selling.notice.dues", {
        ...{ ...of, count: notice.charges.length },
        amount: format.money(notice.total, notice.currency_code),
      })
    const { until_on } = notice
    if (notice.code === "already_ordered") return t("selling.notice.ordered", of)
    return until_on === null
      ? t("selling.notice.covered", of)
      : t("selling.notice.coveredUntil", { ...of, date: format.lastDay(until_on) })
  }
}
