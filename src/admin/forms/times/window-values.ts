import { z } from "zod"
import type { TimeWindow } from "../../../domain/plans/types"
import type { Text } from "../../text/use-text"
import type { checksOf } from "../checks"

/** What was typed stays while it is open at any time, and is not sent then. */
export const timesShape = {
  anytime: z.boolean(),
  time_windows: z.array(z.object({ weekdays: z.array(z.number()), from: z.string(), until: z.string() })),
}

type Times = z.infer<z.ZodObject<typeof timesShape>>
type WindowValue = Times["time_windows"][number]

export const NEW_WINDOW: WindowValue = { weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "16:00" }

/** @param windows null is any time */
export const timesOf = (windows: readonly TimeWindow[] | null): Times => ({
  anytime: windows === null,
  time_windows: (windows ?? []).map(({ weekdays, from, until }) => ({
    ...{ weekdays: [...weekdays], from, until: until ?? "" },
  })),
})

/** As the server has it. */
export const windowsOf = ({ anytime, time_windows }: Times): TimeWindow[] | null =>
  anytime ? null : time_windows.map(windowOf)

const windowOf = ({ weekdays, from, until }: WindowValue): TimeWindow => ({
  weekdays: [...weekdays].sort((a, b) => a - b),
  from,
  until: until === "" ? null : until,
})

/** @param part where in the form they stand: `access.`, or nothing */
export function checkTimes(
  { fault, text }: ReturnType<typeof checksOf>,
  { anytime, time_windows }: Times,
  { part, t }: { part: string; t: Text }
) {
  if (anytime) return
  if (!time_windows.length) fault(`${part}anytime`, t("forms.chooseOne"))
  time_windows.forEach(({ weekdays, from, until }, index) => {
    const field = `${part}time_windows.${index}`
    if (!weekdays.length) fault(`${field}.weekdays`, t("forms.chooseOne"))
    text(`${field}.from`, from)
    if (until !== "" && until <= from) fault(`${field}.until`, t("forms.times.untilWrong"))
  })
}
