import { Button, Heading, Text, toast } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { useText } from "../../text/use-text"
import { HoursOfDay } from "./hours-of-day"
import type { LocationValues } from "./location-values"

const TUESDAY_TO_FRIDAY = [1, 2, 3, 4] as const
const WEEK = [0, 1, 2, 3, 4, 5, 6]

/** Opening hours, weekday by weekday. */
export function HoursEditor({ form }: { form: UseFormReturn<LocationValues> }) {
  const t = useText()
  const copy = () => {
    const { spans } = form.getValues("week.0")
    for (const day of TUESDAY_TO_FRIDAY) {
      form.setValue(
        `week.${day}.spans`,
        spans.map((span) => ({ ...span })),
        { shouldDirty: true }
      )
    }
    form.clearErrors("week")
    toast.info(t("studio.hours.copied"))
  }
  return (
    <section aria-labelledby="opening-hours" className="flex flex-col gap-y-4">
      <div className="flex flex-col gap-y-1">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Heading level="h2" id="opening-hours">
            {t("studio.hours.title")}
          </Heading>
          <Button size="small" variant="secondary" type="button" onClick={copy}>
            {t("studio.hours.copy")}
          </Button>
        </div>
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("studio.hours.hint")}
        </Text>
      </div>
      <div className="shadow-elevation-card-rest bg-ui-bg-component divide-y rounded-lg">
        {WEEK.map((day) => (
          <HoursOfDay key={day} control={form.control} day={day} />
        ))}
      </div>
    </section>
  )
}
