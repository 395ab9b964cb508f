import { InlineTip } from "@medusajs/ui"
import type { FormEventHandler, ReactNode } from "react"
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form"
import type { Option } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField } from "../../forms/text-fields"
import { Foreseen } from "../../parts/foreseen"
import type { Preview } from "../../platform/use-preview"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import type { When } from "../queries/plan-change"
import type { Membership } from "../types"

export const WAYS = ["now", "renewal"] as const
/** When it begins, each with what it means here. */
export function useWays<Way extends When>(ways: readonly Way[], detailOf: (when: Way) => string): Option[] {
  const t = useText()
  return ways.map((value) => ({ value, label: t(`planChange.fields.${value}`), detail: detailOf(value) }))
}

interface PlanChangeDrawerProps<Values extends FieldValues, Answer> {
  membership: Membership
  /** A change that waits already stands in the way of another. */
  planned: { changes_on: string; plan: { name: string } } | null
  title: string
  submitText: string
  form: UseFormReturn<Values>
  onSubmit: FormEventHandler<HTMLFormElement>
  preview: Preview<Answer>
  linesOf: (answer: Answer) => string[]
  /** What is still to be chosen; null once it is. */
  incomplete: string | null
  children: ReactNode
}

/** A change of plan, or to a seat elsewhere, with what it costs before it is done (BILL-10). */
export function PlanChangeDrawer<Values extends FieldValues & { reason: string }, Answer>(
  props: PlanChangeDrawerProps<Values, Answer>
) {
  const t = useText()
  const format = useFormat()
  const { membership, planned, preview, linesOf, incomplete, children, ...drawer } = props
  const { answer, refusal } = preview
  return (
    <FormDrawer
      {...drawer}
      description={t("seating.whole", { number: membership.display_id, plan: membership.plan.name })}
      isBlocked={answer === null || planned !== null}
    >
      {planned && (
        <InlineTip variant="warning" label={t("planChange.planned.title")}>
          {t("planChange.waiting", { plan: planned.plan.name, date: format.day(planned.changes_on) })}
        </InlineTip>
      )}
      {children}
      <Foreseen lines={answer && linesOf(answer)} refusal={refusal} incomplete={incomplete} />
      <TextareaField
        control={drawer.form.control}
        name={"reason" as FieldPath<Values>}
        rows={2}
        optional
        label={t("planChange.fields.reason")}
        hint={t("planChange.fields.reasonHint")}
      />
    </FormDrawer>
  )
}
