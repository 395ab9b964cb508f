import { z } from "zod"
import { allOrSome, idsOf } from "../../forms/all-or-some"
import { checksOf } from "../../forms/checks"
import { checkTimes, timesOf, timesShape, windowsOf } from "../../forms/times/window-values"
import type { Text } from "../../text/use-text"
import type { Service, ServiceBody } from "./services"

const REENTRY_MAX = 1_440

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
})
export type ServiceValues = z.infer<typeof shape>

export const NEW_SERVICE: ServiceValues = {
  ...{ name: "", description: "", kind: "class", credit_cost: 1, members_only: false, is_general_hours: false },
  ...{ location_ids: { all: true, ids: [] }, ...timesOf(null), reentry_minutes: null },
}

/** PLAN-11 at the fields; whether the name is free, the server says. */
export const serviceSchema = (t: Text) =>
  shape.superRefine((values, issues) => {
    const { name, credit_cost, reentry_minutes, location_ids } = values
    const check = checksOf(issues, t)
    check.text("name", name)
    check.list("location_ids", location_ids)
    checkTimes(check, values, { part: "", t })
    if (credit_cost === null || !Number.isInteger(credit_cost) || credit_cost < 1)
      check.fault("credit_cost", t("frontDesk.services.costWrong"))
    const minutes = reentry_minutes ?? 1
    if (!Number.isInteger(minutes) || minutes < 1 || minutes > REENTRY_MAX)
      check.fault("reentry_minutes", t("frontDesk.services.reentryWrong"))
  })

export const bodyOf = (values: ServiceValues): ServiceBody => {
  const { name, description, location_ids, credit_cost, anytime, time_windows, ...rest } = values
  return {
    ...rest,
    name: name.trim(),
    description: description.trim() || null,
    credit_cost: credit_cost ?? 1,
    location_ids: idsOf(location_ids),
    time_windows: windowsOf({ anytime, time_windows }),
  }
}

export const valuesOf = (service: Service): ServiceValues => ({
  name: service.name,
  description: service.description ?? "",
  kind: service.kind,
  credit_cost: service.credit_cost,
  members_only: service.members_only,
  is_general_hours: service.is_general_hours,
  location_ids: allOrSome(service.location_ids),
  ...timesOf(service.time_windows),
  reentry_minutes: service.reentry_minutes,
})
