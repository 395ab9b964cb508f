import "./words"
import "../billing/words"
import { Button, Input, Label, Text } from "@medusajs/ui"
import { useId, useState } from "react"
import { useWords } from "../billing/use-words"
import { daysAfter } from "../memberships/seats/days-after"
import { LoadError } from "../parts/load-error"
import { LoadingRows } from "../parts/loading-sections"
import { ApiError } from "../platform/api"
import { useStudio } from "../platform/studio"
import { useErrorText } from "../text/use-error-text"
import { ForecastDays } from "./forecast-days"
import { totalText } from "./happening-text"
import { useForecast } from "./queries"
import type { ForecastPage, ForecastScope, KindTotal } from "./types"

/** So far one looks without asking for more. */
const DAYS = 30

interface Props {
  scope: ForecastScope
  /** The studio's date, once it is known. */
  today: string | undefined
}

/** Where the page does not know the studio's date yet. */
export function ForecastPanel({ scope }: Pick<Props, "scope">) {
  const { data: studio } = useStudio()
  return <Forecast scope={scope} today={studio?.today} />
}

/** What happens on the days that are chosen (REPORT-3). It only looks. */
export function Forecast({ scope, today }: Props) {
  const { t } = useWords()
  const [chosen, choose] = useState<{ from?: string; through?: string }>({})
  const from = chosen.from ?? today ?? ""
  const through = chosen.through ?? (today ? daysAfter(today, DAYS) : "")
  const isWhole = from !== "" && through !== ""
  const forecast = useForecast(scope, isWhole ? { from, until: daysAfter(through, 1) } : null)
  return (
    <div className="divide-y" data-forecast>
      <div className="flex flex-col gap-y-3 px-6 py-4">
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("forecast.hint")}
        </Text>
        <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
          <Day
            label={t("forecast.from")}
            value={from}
            min={today}
            onChange={(day) => choose({ ...chosen, from: day })}
          />
          <Day
            label={t("forecast.through")}
            value={through}
            min={from}
            onChange={(day) => choose({ ...chosen, through: day })}
          />
        </div>
      </div>
      <Answer forecast={forecast} isOfOne={scope.membership_id !== undefined} />
    </div>
  )
}

interface DayProps {
  label: string
  value: string
  min: string | undefined
  onChange: (day: string) => void
}

function Day({ label, value, min, onChange }: DayProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label htmlFor={id} size="small" weight="plus">
        {label}
      </Label>
      <Input id={id} type="date" value={value} min={min} onChange={({ target }) => onChange(target.value)} />
    </div>
  )
}

function Answer({ forecast, isOfOne }: { forecast: ReturnType<typeof useForecast>; isOfOne: boolean }) {
  const words = useWords()
  const errorText = useErrorText()
  const { data, error, refetch, isPlaceholderData } = forecast
  if (error instanceof ApiError && error.status === 400)
    return (
      <div role="alert" className="flex flex-col gap-y-1 px-6 py-4">
        <Text size="small" weight="plus">
          {words.t("forecast.refused")}
        </Text>
        <Text size="small" className="text-ui-fg-error text-pretty">
          {errorText(error)}
        </Text>
      </div>
    )
  if (error) return <LoadError error={error} onRetry={refetch} />
  const [first] = data?.pages ?? []
  if (!data || !first)
    return (
      <div role="status" aria-label={words.t("states.loading")}>
        <LoadingRows rows={3} />
      </div>
    )
  const happenings = data.pages.flatMap((page) => page.happenings)
  if (first.count === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle px-6 py-8 text-center">
        {words.t("forecast.empty")}
      </Text>
    )
  return (
    <div className="divide-y" aria-busy={isPlaceholderData}>
      <Totals page={first} />
      <div role="region" aria-label={words.t("forecast.list")}>
        <ForecastDays {...{ happenings, isOfOne, words }} />
      </div>
      {forecast.hasNextPage && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2 px-6 py-3">
          <Button
            size="small"
            variant="secondary"
            isLoading={forecast.isFetchingNextPage}
            onClick={() => void forecast.fetchNextPage()}
          >
            {words.t("forecast.more")}
          </Button>
          <Text size="small" className="text-ui-fg-subtle">
            {words.t("forecast.shown", { shown: happenings.length, count: first.count })}
          </Text>
        </div>
      )}
    </div>
  )
}

/** Of all days and pages. */
function Totals({ page: { membership_forecast } }: { page: ForecastPage }) {
  const { t } = useWords()
  return (
    <div role="region" aria-label={t("forecast.totals")} className="px-6 py-4">
      <dl className="grid grid-cols-1 gap-x-6 gap-y-2 sm:grid-cols-2">
        {membership_forecast.totals.map((total) => (
          <Total key={`${total.kind}:${total.currency_code}`} total={total} />
        ))}
      </dl>
    </div>
  )
}

function Total({ total }: { total: KindTotal }) {
  const words = useWords()
  return (
    <div className="flex min-w-0 flex-col">
      <dt className="txt-compact-xsmall text-ui-fg-subtle">{words.t(`forecast.kinds.${total.kind}`)}</dt>
      <dd className="txt-compact-small break-words tabular-nums">{totalText(total, words)}</dd>
    </div>
  )
}
