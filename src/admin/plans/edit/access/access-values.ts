import { z } from "zod"
import { allOrSome, idsOf } from "../../../forms/all-or-some"
import { checksOf } from "../../../forms/checks"
import { checkTimes, timesOf, timesShape, windowsOf } from "../../../forms/times/window-values"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

/** Stands for no group: a choice cannot have nothing for its value. */
export const NO_GROUP = "none"

const list = z.object({ all: z.boolean(), ids: z.array(z.string()) })
const count = z.number().nullable()

const shape = z.object({
  locations: z.object({ valid_at: list }),
  access: z.object({
    ...timesShape,
    visit_limits: z.array(z.object({ count, per: z.enum(["day", "week", "period"]) })),
    facility_ids: list,
    members_only_services: z.boolean(),
  }),
  prevents_general_hours_access: z.boolean(),
  benefits: z.object({ customer_group_id: z.string(), early_booking_hours: count }),
})
export type AccessValues = z.infer<typeof shape>

export const accessSchema = (t: Text) =>
  shape.superRefine(({ locations, access, benefits }, issues) => {
    const check = checksOf(issues, t)
    check.list("locations.valid_at", locations.valid_at)
    check.list("access.facility_ids", access.facility_ids)
    check.number("benefits.early_booking_hours", benefits.early_booking_hours, { min: 0 })
    access.visit_limits.forEach((limit, index) =>
      check.number(`access.visit_limits.${index}.count`, limit.count)
    )
    checkTimes(check, access, { part: "access.", t })
  })

export function accessValues(plan: Plan): AccessValues {
  const { locations, access, benefits } = plan
  return {
    locations: { valid_at: allOrSome(locations.valid_at) },
    access: {
      ...timesOf(access?.time_windows ?? null),
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
      time_windows: windowsOf(access),
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
