import { z } from "zod"
import { allOrSome, idsOf } from "../../forms/all-or-some"
import { checksOf } from "../../forms/checks"
import { amountsOf, isBlank, recordOf } from "../../forms/money"
import { checkTimes, timesOf, timesShape, windowsOf } from "../../forms/times/window-values"
import type { Text } from "../../text/use-text"
import type { Service, ServiceBody } from "./services"

const REENTRY_MAX = 1_440
/** Thirty days. */
const WINDOW_MAX = 43_200

const shape = z.object({
  name: z.string(),
  description: z.string(),
  kind: z.enum(["class", "appointment", "event", "facility"]),
  credit_cost: z.number().nullable(),
  members_only: z.boolean(),
  is_general_hours: z.boolean(),
  location_ids: z.object({ all: z.boolean(), ids: z.array(z.string()) }),
  ...timesShape,
  reentry_minutes: z.number().nullable(),
  cancellation_window_minutes: z.number().nullable(),
  missed_visit: z.object({ effect: z.enum(["redeem", "fine"]), fines: z.record(z.string(), z.string()) }),
})
export type ServiceValues = z.infer<typeof shape>

export const newService = (codes: readonly string[]): ServiceValues => ({
  ...{
    name: "",
    description: "",
    kind: "class",
    credit_cost: 1,
    members_only: false,
    is_general_hours: false,
  },
  ...{ location_ids: { all: true, ids: [] }, ...timesOf(null), reentry_minutes: null },
  ...{ cancellation_window_minutes: null, missed_visit: { effect: "redeem", fines: recordOf(null, codes) } },
})

/** In which a fine can be given: the store's, and those in which there is one already. */
export const finedIn = (studio_codes: readonly string[], service?: Service): string[] => [
  ...new Set([
    ...studio_codes,
    ...(service?.missed_visit.fines ?? []).map(({ currency_code }) => currency_code),
  ]),
]

/** PLAN-11 and CREDIT-4 at the fields; whether the name is free, the server says. */
export const serviceSchema = (t: Text, codes: readonly string[]) =>
  shape.superRefine((values, issues) => {
    const { name, credit_cost, reentry_minutes, location_ids, missed_visit } = values
    const check = checksOf(issues, t)
    check.text("name", name)
    check.list("location_ids", location_ids)
    checkTimes(check, values, { part: "", t })
    if (credit_cost === null || !Number.isInteger(credit_cost) || credit_cost < 1)
      check.fault("credit_cost", t("frontDesk.services.costWrong"))
    const minutes = reentry_minutes ?? 1
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > REENTRY_MAX)
      check.fault("reentry_minutes", t("frontDesk.services.reentryWrong"))
    const window = values.cancellation_window_minutes ?? 1
    if (!Number.isInteger(window) || window < 1 || window > WINDOW_MAX)
      check.fault("cancellation_window_minutes", t("frontDesk.services.windowWrong"))
    if (missed_visit.effect === "redeem") return
    check.amounts("missed_visit.fines", missed_visit.fines, codes)
    const fines = amountsOf(missed_visit.fines, codes)
    if (codes.every((code) => isBlank(missed_visit.fines[code] ?? "")))
      check.fault(`missed_visit.fines.${codes[0]}`, t("frontDesk.services.fineMissing"))
    for (const { amount, currency_code } of fines)
      if (amount === 0) check.fault(`missed_visit.fines.${currency_code}`, t("frontDesk.services.fineZero"))
  })

export const bodyOf = (values: ServiceValues, codes: readonly string[]): ServiceBody => {
  const { name, description, location_ids, credit_cost, anytime, time_windows, ...rest } = values
  const { effect, fines } = values.missed_visit
  return {
    ...rest,
    name: name.trim(),
    description: description.trim() || null,
    credit_cost: credit_cost ?? 1,
    location_ids: idsOf(location_ids),
    time_windows: windowsOf({ anytime, time_windows }),
    missed_visit: { effect, fines: effect === "fine" ? amountsOf(fines, codes) : [] },
  }
}

/** @param decimal the sign that the reader writes before cents */
export const valuesOf = (service: Service, codes: readonly string[], decimal: "." | ","): ServiceValues => ({
  name: service.name,
  description: service.description ?? "",
  kind: service.kind,
  credit_cost: service.credit_cost,
  members_only: service.members_only,
  is_general_hours: service.is_general_hours,
  location_ids: allOrSome(service.location_ids),
  ...timesOf(service.time_windows),
  reentry_minutes: service.reentry_minutes,
  cancellation_window_minutes: service.cancellation_window_minutes,
  missed_visit: {
    effect: service.missed_visit.effect,
    fines: recordOf(service.missed_visit.fines, codes, decimal),
  },
})
