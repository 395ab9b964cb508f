import { ExclamationCircle } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { fromMinor } from "../../../domain/money/amounts"
import type { Classification } from "../../../domain/people/types"
import type { PlanAudience } from "../../../domain/plans/types"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { refusalSentences } from "./refusal-sentences"
import { SeatList } from "./seat-list"
import type { Names } from "./use-names"
import type { Trial } from "./use-trial"

interface TrialOutcomeProps {
  trial: Trial
  names: Names
  audience: PlanAudience
  classifications: readonly Classification[]
}

/** What came of it: the seats and their sum, or why it cannot be sold. */
export function TrialOutcome({ trial, names, audience, classifications }: TrialOutcomeProps) {
  const { outcome, currency_code } = trial
  return (
    <>
      <DraftNotes trial={trial} />
      {outcome?.kind === "seated" && currency_code !== undefined && (
        <>
          <SeatList {...{ trial, names, currency_code }} seats={outcome.chosen.seats} />
          <Sum {...{ currency_code }} seats={outcome.chosen.seats.length} total_minor={outcome.total_minor} />
        </>
      )}
      {outcome?.kind === "refused" && <Refused {...{ trial, names, audience, classifications }} />}
    </>
  )
}

/** What keeps the draft from being tried as it will be sold. */
function DraftNotes({ trial: { priced, currency_code } }: { trial: Trial }) {
  const t = useText()
  if (currency_code === undefined) return <Notice>{t("charts.preview.noCurrency")}</Notice>
  if (!priced) return null
  const { rows, broken, unpriced } = priced
  const said = (positions: readonly number[]) => ({
    count: positions.length,
    rows: positions.join(", "),
    currency: currency_code.toUpperCase(),
  })
  if (broken.length > 0) return <Notice>{t("charts.preview.broken", said(broken))}</Notice>
  if (rows.length === 0) return <Notice>{t("charts.preview.noRows")}</Notice>
  return unpriced.length > 0 ? <Notice>{t("charts.preview.unpriced", said(unpriced))}</Notice> : null
}

const Notice = ({ children }: { children: ReactNode }) => (
  <Text size="small" className="text-ui-fg-subtle text-pretty px-6 py-4">
    {children}
  </Text>
)

interface SumProps {
  seats: number
  total_minor: number
  currency_code: string
}

/** Read aloud when it changes: how many seats, and their sum. */
function Sum({ seats, total_minor, currency_code }: SumProps) {
  const t = useText()
  const format = useFormat()
  const total = format.money(fromMinor(total_minor, currency_code), currency_code)
  return (
    <div className="flex flex-col gap-y-1 px-6 py-4">
      <div aria-hidden className="txt-compact-small-plus flex items-baseline justify-between gap-x-4">
        <span>{t("charts.preview.sum")}</span>
        <span className="tabular-nums">{total}</span>
      </div>
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("charts.preview.sumHint")}
      </Text>
      <span role="status" className="sr-only">
        {t("charts.preview.summary", { count: seats, total })}
      </span>
    </div>
  )
}

function Refused({ trial, names, audience, classifications }: TrialOutcomeProps) {
  const t = useText()
  if (trial.outcome?.kind !== "refused") return null
  const sentences = refusalSentences(trial.outcome.refusal, { t, trial, names, audience, classifications })
  return (
    <div role="status" className="flex gap-x-3 px-6 py-4">
      <ExclamationCircle className="text-ui-fg-error mt-0.5 shrink-0" />
      <div className="flex min-w-0 flex-col gap-y-1">
        <Text size="small" leading="compact" weight="plus">
          {t(trial.by === "people" ? "charts.preview.refusedTitle" : "charts.preview.refusedSeatsTitle")}
        </Text>
        {sentences.map((sentence) => (
          <Text key={sentence} size="small" className="text-ui-fg-subtle text-pretty break-words">
            {sentence}
          </Text>
        ))}
      </div>
    </div>
  )
}
