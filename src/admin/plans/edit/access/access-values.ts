import { z } from "zod"
import { allOrSome, idsOf } from "../../../forms/all-or-some"
import { checksOf } from "../../../forms/checks"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

/** Stands for no group: a choice cannot have nothing for its value. */
export const NO_GROUP = "none"

const list = z.object({ all: z.boolean(), ids: z.array(z.string()) })
const count = z.number().nullable()

const shape = z.object({
  locations: z.object({ valid_at: list }),
  access: z.object({
    anytime: z.boolean(),
    time_windows: z.array(z.object({ weekdays: z.array(z.number()), from: z.string(), until: z.string() })),
    visit_limits: z.array(z.object({ count, per: z.enum(["day", "week", "period"]) })),
    facility_ids: list,
    members_only_services: z.boolean(),
  }),
  prevents_general_hours_access: z.boolean(),
  benefits: z.object({ customer_group_id: z.string(), early_booking_hours: count }),
})
export type AccessValues = z.infer<typeof shape>
export type WindowValue = AccessValues["access"]["time_windows"][number]

export const NEW_WINDOW: WindowValue = { weekdays: [1, 2, 3, 4, 5], from: "09:00", until: "16:00" }

export const accessSchema = (t: Text) =>
  shape.superRefine(({ locations, access, benefits }, issues) => {
    const check = checksOf(issues, t)
    check.list("locations.valid_at", locations.valid_at)
    check.list("access.facility_ids", access.facility_ids)
    check.number("benefits.early_booking_hours", benefits.early_booking_hours, { min: 0 })
    access.visit_limits.forEach((limit, index) => check.number(`access.visit_limits.${index}.count`, limit.count))
    if (access.anytime) return
    if (!access.time_windows.length) check.fault("access.anytime", t("forms.chooseOne"))
    access.time_windows.forEach(({ weekdays, from, until }, index) => {
      const field = `access.time_windows.${index}`
      if (!weekdays.length) check.fault(`${field}.weekdays`, t("forms.chooseOne"))
      check.text(`${field}.from`, from)
      if (until !== "" && until <= from) check.fault(`${field}.until`, t("plans.edit.problem.until"))
    })
  })

export function accessValues(plan: Plan): AccessValues {
  const { locations, access, benefits } = plan
  return {
    locations: { valid_at: allOrSome(locations.valid_at) },
    access: {
      anytime: (access?.time_windows ?? null) === null,
      time_windows: (access?.time_windows ?? []).map(({ weekdays, from, until }) => ({
        weekdays: [...weekdays],
        from,
        until: until ?? "",
      })),
      visit_limits: (access?.visit_limits ?? []).map((limit) => ({ ...limit })),
      facility_ids: allOrSome(access?.facility_ids ?? null),
      members_only_services: access?.members_only_services ?? true,
    },
    prevents_general_hours_access: plan.prevents_general_hours_access,
    benefits: {
      customer_group_id: benefits?.customer_group_id ?? NO_GROUP,
      early_booking_hours: benefits?.early_booking_hours ?? 0,
    },
  }
}

export function accessBody({ locations, access, benefits, ...values }: AccessValues) {
  const { customer_group_id, early_booking_hours } = benefits
  return {
    locations: { valid_at: idsOf(locations.valid_at) },
    access: {
      time_windows: access.anytime ? null : access.time_windows.map(windowBody),
      visit_limits: access.visit_limits,
      facility_ids: idsOf(access.facility_ids),
      members_only_services: access.members_only_services,
    },
    prevents_general_hours_access: values.prevents_general_hours_access,
    benefits: {
      customer_group_id: customer_group_id === NO_GROUP ? null : customer_group_id,
      early_booking_hours,
    },
  }
}

const windowBody = ({ weekdays, from, until }: WindowValue) => ({
  weekdays: [...weekdays].sort((a, b) => a - b),
  from,
  until: until === "" ? null : until,
})
