import { XMarkMini } from "@medusajs/icons"
import { Input, Label, Select, Text } from "@medusajs/ui"
import { useId } from "react"
import { useText } from "../../text/use-text"
import type { MoveChoice } from "./move-preview"
import type { MovesSetting } from "./price-moves"

export interface LeftOut {
  id: string
  name: string
}

interface PreviewFiltersProps {
  setting: MovesSetting
  choice: MoveChoice
  /** What is wrong with the day. */
  fault: string | null
}

const ALL = "all"

/** Of which version, not before which day, and who is left out. */
export function PreviewFilters({ setting: { charts, version }, choice, fault }: PreviewFiltersProps) {
  const t = useText()
  const id = useId()
  const others = charts.filter((chart) => chart.id !== version.id && chart.membership_count > 0)
  return (
    <div className="flex flex-col gap-y-4 px-6 py-4">
      <div className="grid max-w-[640px] grid-cols-1 gap-4 md:grid-cols-2">
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={`${id}-from`}>
            {t("moves.filter.from")}
          </Label>
          <Select
            value={choice.from ?? ALL}
            onValueChange={(value) => choice.chooseFrom(value === ALL ? null : value)}
          >
            <Select.Trigger id={`${id}-from`}>
              <Select.Value />
            </Select.Trigger>
            <Select.Content>
              <Select.Item value={ALL}>{t("moves.filter.all")}</Select.Item>
              {others.map((chart) => (
                <Select.Item key={chart.id} value={chart.id}>
                  {t("moves.filter.version", { version: chart.version, count: chart.membership_count })}
                </Select.Item>
              ))}
            </Select.Content>
          </Select>
        </div>
        <div className="flex flex-col gap-y-2">
          <Label size="small" weight="plus" htmlFor={`${id}-on`}>
            {t("moves.filter.fromOn")}
          </Label>
          <Input
            id={`${id}-on`}
            type="date"
            value={choice.from_on}
            aria-invalid={fault !== null}
            aria-describedby={`${id}-hint`}
            onChange={({ target }) => choice.chooseDay(target.value)}
          />
          <Text id={`${id}-hint`} size="small" className={fault ? "text-ui-fg-error" : "text-ui-fg-subtle"}>
            {fault ?? t("moves.filter.fromOnHint")}
          </Text>
        </div>
      </div>
      {choice.leftOut.length > 0 && <LeftOutList choice={choice} />}
    </div>
  )
}

function LeftOutList({ choice: { leftOut, takeIn } }: { choice: MoveChoice }) {
  const t = useText()
  const id = useId()
  return (
    <div className="flex flex-col gap-y-2">
      <Text size="small" leading="compact" weight="plus" id={id}>
        {t("moves.filter.leftOut")}
      </Text>
      <ul aria-labelledby={id} className="flex flex-wrap gap-2">
        {leftOut.map((each) => (
          <li
            key={each.id}
            className="bg-ui-bg-component shadow-borders-base txt-compact-small flex max-w-full items-center gap-x-1 rounded-md py-1 pe-1 ps-2"
          >
            <span className="truncate">{each.name}</span>
            <button
              type="button"
              aria-label={t("moves.filter.takeIn", { name: each.name })}
              onClick={() => takeIn(each.id)}
              className="focus-visible:shadow-borders-focus text-ui-fg-subtle hover:text-ui-fg-base rounded-sm outline-none"
            >
              <XMarkMini />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
