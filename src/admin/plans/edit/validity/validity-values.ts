import { z } from "zod"
import { checksOf } from "../../../forms/checks"
import type { Text } from "../../../text/use-text"
import type { Plan } from "../../types"

const interval = z.object({ count: z.number().nullable(), unit: z.enum(["day", "week", "month", "year"]) })

const shape = z.object({
  is_unlimited: z.boolean(),
  validity: interval,
  starts: z.enum(["purchase", "chosen_date", "first_visit"]),
  is_limited: z.boolean(),
  must_start_within: interval,
})
export type ValidityValues = z.infer<typeof shape>

/** Only a plan that starts with the first visit can say when it must start (PLAN-3). */
const mustStart = ({ starts, is_limited }: ValidityValues) => starts === "first_visit" && is_limited

export const validitySchema = (t: Text) =>
  shape.superRefine((values, issues) => {
    const check = checksOf(issues, t)
    if (!values.is_unlimited) check.number("validity.count", values.validity.count)
    if (mustStart(values)) check.number("must_start_within.count", values.must_start_within.count)
  })

export function validityValues({ validity, starts, must_start_within }: Plan): ValidityValues {
  return {
    is_unlimited: validity === null,
    validity: validity ?? { count: null, unit: "month" },
    starts,
    is_limited: must_start_within !== null,
    must_start_within: must_start_within ?? { count: null, unit: "day" },
  }
}

export const validityBody = (values: ValidityValues) => ({
  validity: values.is_unlimited ? null : values.validity,
  starts: values.starts,
  must_start_within: mustStart(values) ? values.must_start_within : null,
})
