import { SectionRow } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { LIVED_WORK } from "../../../domain/time/lived-work"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useClockRun } from "../queries/clock"
import type { StudioRun } from "../types"

/** What was done on the way, and how far it came. */
export function ClockRun({ time_zone }: { time_zone: string }) {
  const t = useText()
  const format = useFormat()
  const run = useClockRun()
  if (!run) return null
  const moment = (instant: string) => format.moment(instant, time_zone)
  const isUnderWay = !run.complete && !run.failure
  return (
    <SectionRow
      title={t("studio.clock.ran")}
      value={
        <div className="flex flex-col gap-y-1" role="status">
          {isUnderWay && (
            <Text size="small" leading="compact" weight="plus">
              {t("studio.clock.underWay", { reached: moment(run.reached), target: moment(run.target) })}
            </Text>
          )}
          {run.failure && (
            <Text size="small" leading="compact" className="text-ui-fg-error text-pretty">
              {t("studio.clock.stoppedAt", {
                ...{ work: t(`studio.clock.work.${run.failure.work}`), time: moment(run.reached) },
                message: run.failure.message,
              })}
            </Text>
          )}
          <Sums run={run} />
        </div>
      }
    />
  )
}

function Sums({ run: { ran, complete } }: { run: StudioRun }) {
  const t = useText()
  const sums = LIVED_WORK.flatMap((work) => {
    const count = ran.reduce((sum, each) => sum + (each.work === work ? each.count : 0), 0)
    return count > 0 ? [{ work, count }] : []
  })
  if (sums.length === 0)
    return (
      <Text size="small" leading="compact" className="text-ui-fg-subtle">
        {complete ? t("studio.clock.nothingRan") : ""}
      </Text>
    )
  return (
    <ul className="flex flex-col gap-y-0.5">
      {sums.map(({ work, count }) => (
        <li key={work} className="txt-compact-small text-ui-fg-subtle tabular-nums">
          {t("studio.clock.sum", { work: t(`studio.clock.work.${work}`), count })}
        </li>
      ))}
    </ul>
  )
}
