import { clx, Select, Tabs, Text } from "@medusajs/ui"
import type { ChartRowDraft } from "../../../domain/charts/types"
import { isShared, type PlanAudience } from "../../../domain/plans/types"
import { Section } from "../../parts/section"
import type { StudioClassification } from "../../platform/studio"
import { useText } from "../../text/use-text"
import { AverageSection } from "./average-section"
import { NextPrices } from "./next-prices"
import { PeoplePicker } from "./people-picker"
import { SeatCounters } from "./seat-counters"
import { TrialOutcome } from "./trial-outcome"
import { type Names, useNames } from "./use-names"
import { type ChosenBy, type Trial, useTrial } from "./use-trial"

export interface ChartPreviewProps {
  rows: readonly ChartRowDraft[]
  audience: PlanAudience
  classifications: StudioClassification[]
  /** Lower case; those the plan sells in. */
  currency_codes: string[]
  /** The calendar date on which ages count. */
  today: string
}

/** Choose people and see their seats and what they cost, with the rules that the server sells by. */
export function ChartPreview(props: ChartPreviewProps) {
  const { rows, audience, classifications, currency_codes } = props
  const t = useText()
  const trial = useTrial(props)
  const names = useNames(rows, classifications)
  const hasGroups = isShared(audience) && trial.priced !== null && trial.priced.rows.length > 0
  return (
    <Section title={t("charts.preview.title")} aside={<CurrencySelect {...{ trial, currency_codes }} />}>
      <div className={clx("grid grid-cols-1", hasGroups && "md:grid-cols-2 md:divide-x")}>
        <div className="min-w-0 divide-y">
          <Picker {...{ trial, names, rows, classifications }} />
          <TrialOutcome {...{ trial, names, audience, classifications }} />
        </div>
        {hasGroups && (
          <div className="min-w-0 divide-y border-t md:border-t-0">
            <NextPrices {...{ trial, names }} />
            <AverageSection {...{ trial, audience }} />
          </div>
        )}
      </div>
    </Section>
  )
}

interface PickerProps {
  trial: Trial
  names: Names
  rows: readonly ChartRowDraft[]
  classifications: StudioClassification[]
}

function Picker({ trial, names, rows, classifications }: PickerProps) {
  const t = useText()
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("charts.preview.subtitle")}
      </Text>
      {rows.length > 0 && (
        <Tabs value={trial.by} onValueChange={(by) => trial.setBy(by as ChosenBy)} activationMode="manual">
          <Tabs.List aria-label={t("charts.preview.choose")}>
            <Tabs.Trigger value="people">{t("charts.preview.byPeople")}</Tabs.Trigger>
            <Tabs.Trigger value="seats">{t("charts.preview.bySeats")}</Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="people" className="pt-4">
            <PeoplePicker {...{ trial, names, rows, classifications }} />
          </Tabs.Content>
          <Tabs.Content value="seats" className="pt-4">
            <SeatCounters {...{ trial, names }} />
          </Tabs.Content>
        </Tabs>
      )}
    </div>
  )
}

function CurrencySelect({ trial, currency_codes }: { trial: Trial; currency_codes: string[] }) {
  const t = useText()
  if (currency_codes.length < 2) return null
  return (
    <Select size="small" value={trial.currency_code ?? ""} onValueChange={trial.setCurrency}>
      <Select.Trigger className="w-auto" aria-label={t("charts.preview.currency")}>
        <Select.Value />
      </Select.Trigger>
      <Select.Content>
        {currency_codes.map((code) => (
          <Select.Item key={code} value={code}>
            {code.toUpperCase()}
          </Select.Item>
        ))}
      </Select.Content>
    </Select>
  )
}
