import { XMark } from "@medusajs/icons"
import { Button, FocusModal, Heading, IconButton, Label, Select, Text } from "@medusajs/ui"
import { lazy, Suspense, useId, useState } from "react"
import { useText } from "../../text/use-text"
import type { PriceChart } from "../types"
import type { ChartSetting } from "./setting"

const ChartDifference = lazy(async () => ({
  default: (await import("../difference/chart-difference.js")).ChartDifference,
}))

interface CompareVersionsProps {
  setting: ChartSetting
  selected: PriceChart | undefined
}

/** Any two versions side by side: at first the published one and the open one, as they are saved. */
export function CompareVersions({ setting, selected }: CompareVersionsProps) {
  const t = useText()
  const [isOpen, setOpen] = useState(false)
  return (
    <FocusModal open={isOpen} onOpenChange={setOpen}>
      <FocusModal.Trigger asChild>
        <Button size="small" variant="secondary" className="w-full">
          {t("charts.versions.compare")}
        </Button>
      </FocusModal.Trigger>
      <FocusModal.Content>
        <div className="border-ui-border-base flex items-center gap-x-3 border-b px-4 py-2">
          <FocusModal.Close asChild>
            <IconButton size="small" variant="transparent" type="button" aria-label={t("actions.close")}>
              <XMark />
            </IconButton>
          </FocusModal.Close>
          <FocusModal.Title asChild>
            <Heading>{t("charts.compare.title")}</Heading>
          </FocusModal.Title>
          <FocusModal.Description className="sr-only">{t("charts.compare.detail")}</FocusModal.Description>
        </div>
        <Comparison setting={setting} selected={selected} />
      </FocusModal.Content>
    </FocusModal>
  )
}

function Comparison({ setting: { charts, currency_codes, studio }, selected }: CompareVersionsProps) {
  const t = useText()
  const [first, second] = startingPair(charts, selected)
  const [beforeId, setBefore] = useState(first?.id)
  const [afterId, setAfter] = useState(second?.id)
  const side = (id: string | undefined) => {
    const chart = charts.find((each) => each.id === id)
    return chart && { title: t("charts.versions.version", { version: chart.version }), rows: chart.rows }
  }
  const [before, after] = [side(beforeId), side(afterId)]
  return (
    <div className="flex flex-1 flex-col gap-y-6 overflow-y-auto p-6">
      <div className="grid max-w-[640px] grid-cols-2 gap-4">
        <VersionSelect
          label={t("charts.compare.before")}
          value={beforeId}
          charts={charts}
          onChange={setBefore}
        />
        <VersionSelect
          label={t("charts.compare.after")}
          value={afterId}
          charts={charts}
          onChange={setAfter}
        />
      </div>
      {before && after && (
        <Suspense fallback={<Text size="small">{t("states.loading")}</Text>}>
          <ChartDifference
            before={before}
            after={after}
            currency_codes={currency_codes}
            classifications={studio.classifications}
          />
        </Suspense>
      )}
    </div>
  )
}

/** What a new draft changes about the published version; else the version before the open one. */
function startingPair(charts: readonly PriceChart[], selected: PriceChart | undefined) {
  const after = selected ?? charts[0]
  const older = charts.find(({ version }) => version < (after?.version ?? 0))
  const published = charts.find(({ state }) => state === "published")
  const before = (published?.id === after?.id ? older : published) ?? older
  return [before ?? charts.find(({ id }) => id !== after?.id), after] as const
}

interface VersionSelectProps {
  label: string
  value: string | undefined
  charts: readonly PriceChart[]
  onChange: (id: string) => void
}

function VersionSelect({ label, value, charts, onChange }: VersionSelectProps) {
  const t = useText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Label size="small" weight="plus" htmlFor={id}>
        {label}
      </Label>
      <Select value={value} onValueChange={onChange}>
        <Select.Trigger id={id}>
          <Select.Value />
        </Select.Trigger>
        <Select.Content>
          {charts.map((chart) => (
            <Select.Item key={chart.id} value={chart.id}>
              {t("charts.versions.version", { version: chart.version })} ·{" "}
              {t(`charts.versions.state.${chart.state}`)}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
