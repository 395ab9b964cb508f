import { zodResolver } from "@hookform/resolvers/zod"
import { RouteDrawer } from "@medusajs/dashboard/components"
import { Text } from "@medusajs/ui"
import { useMemo } from "react"
import { useForm, useWatch } from "react-hook-form"
import { localDate, localTime } from "../../../domain/time/calendar"
import { ChoiceField } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { IntervalField } from "../../forms/interval-field"
import { TextField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { type StudioAnswer, useStudio } from "../../platform/studio"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useAdjustClock } from "../queries/clock"
import { useStudioNow } from "../use-now"
import { changeOf, clockSchema, type ClockValues, timeAfter } from "./clock-values"
import { useClockText } from "./use-clock-toast"

/** Not opened where the clock is the server's, nor before that is known. */
export function ClockDrawer() {
  const { data: studio } = useStudio()
  if (studio?.clock !== "adjustable") return null
  return (
    <RouteDrawer>
      <ClockForm studio={studio} />
    </RouteDrawer>
  )
}

function ClockForm({ studio }: { studio: StudioAnswer }) {
  const t = useText()
  const clockText = useClockText()
  const { now, time_zone } = studio
  const { mutateAsync } = useAdjustClock()
  const form = useForm<ClockValues>({
    resolver: zodResolver(useMemo(() => clockSchema(t, { now, time_zone }), [t, now, time_zone])),
    defaultValues: {
      ...{ how: "advance", by: { count: 1, unit: "month" } },
      ...{ date: localDate(now, time_zone), time: localTime(now, time_zone) },
    },
  })
  const onSubmit = useSave(form, {
    save: async (values) => mutateAsync(changeOf(values, studio) ?? { now }),
    saved: clockText,
  })
  const { control } = form
  const values = useWatch({ control }) as ClockValues
  return (
    <FormDrawer
      title={t("studio.clock.formTitle")}
      description={t("studio.clock.formDetail")}
      form={form}
      onSubmit={onSubmit}
      submitText={t("studio.clock.advanceConfirm")}
    >
      <ChoiceField
        {...{ control, name: "how" }}
        label={t("studio.clock.how")}
        options={[
          {
            value: "advance",
            label: t("studio.clock.byDuration"),
            detail: t("studio.clock.byDurationDetail"),
          },
          { value: "set", label: t("studio.clock.toTime"), detail: t("studio.clock.toTimeDetail") },
        ]}
      />
      {values.how === "advance" ? (
        <IntervalField {...{ control, name: "by" }} label={t("studio.clock.duration")} />
      ) : (
        <div className="grid grid-cols-1 gap-4 md:grid-cols-2">
          <TextField {...{ control, name: "date", type: "date" }} label={t("studio.clock.date")} />
          <TextField {...{ control, name: "time", type: "time" }} label={t("studio.clock.timeOfDay")} />
        </div>
      )}
      <TimeAfter values={values} studio={studio} />
    </FormDrawer>
  )
}

function TimeAfter({ values, studio }: { values: ClockValues; studio: StudioAnswer }) {
  const t = useText()
  const format = useFormat()
  const after = timeAfter(values, { ...studio, now: useStudioNow(studio) })
  return (
    <Text size="small" weight="plus" aria-live="polite">
      {after && t("studio.clock.then", { time: format.moment(after, studio.time_zone) })}
    </Text>
  )
}
