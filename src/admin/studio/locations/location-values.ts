import { z } from "zod"
import type { Text } from "../../text/use-text"
import { weekProblems } from "./week"

const Span = z.object({ opens: z.string(), closes: z.string() })

/** What the form has to be before it is sent; the server checks it all again. */
export const locationSchema = (t: Text) =>
  z.object({
    time_zone: z.string().min(1, t("studio.location.zoneMissing")),
    is_default: z.boolean(),
    week: z.array(z.object({ spans: z.array(Span) })).superRefine((week, context) => {
      for (const { day, span, part, kind } of weekProblems(week)) {
        context.addIssue({
          code: "custom",
          path: [day, "spans", span, part],
          message: t(`studio.hours.${kind}`),
        })
      }
    }),
  })

export type LocationValues = z.infer<ReturnType<typeof locationSchema>>
