import "./words"
import { Text } from "@medusajs/ui"
import { useEffect } from "react"
import { useForm, type UseFormReturn, useWatch } from "react-hook-form"
import { ChoiceField, SelectField } from "../../forms/choice-fields"
import { useSave } from "../../forms/use-save"
import { useValues } from "../../forms/use-values"
import { LoadingDrawer } from "../../people/loading-drawer"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import {
  type PlanChangeOptions,
  type PlanChangeRequest,
  useChangePlan,
  usePlanChangeOptions,
  usePlanChangePreview,
  type When,
} from "../queries/plan-change"
import { reasonOf, type SeatDialogProps } from "../seats/verb-drawer"
import type { Membership } from "../types"
import { changeLines } from "./change-lines"
import { PlanChangeDrawer, useWays } from "./plan-change-drawer"
import { firstChoice, wayAfter, waysOf } from "./ways"

/** Another plan for a membership, now, with a renewal (BILL-10) or when its offer ends (PLAN-8). */
export function ChangePlan({ membership }: SeatDialogProps) {
  const t = useText()
  const options = usePlanChangeOptions(membership.id)
  if (!options.data) return <LoadingDrawer title={t("planChange.title")} queries={[options]} />
  return <ChangePlanForm membership={membership} options={options.data} />
}

interface Values {
  plan_id: string
  when: When
  reason: string
}

const requestOf = ({ plan_id, when, ...rest }: Values): PlanChangeRequest | null =>
  plan_id === "" ? null : { plan_id, when, reason: reasonOf(rest) }

function ChangePlanForm({ membership, options }: { membership: Membership; options: PlanChangeOptions }) {
  const t = useText()
  const format = useFormat()
  const form = useForm<Values>({ defaultValues: { ...firstChoice(options.options), reason: "" } })
  const request = requestOf(useValues(form))
  const { mutateAsync } = useChangePlan(membership.id)
  const save = useSave(form, {
    save: async () => mutateAsync(request!),
    saved: ({ when, plan, changes_on }) =>
      when === "now"
        ? t("planChange.done", { plan: plan.name })
        : t("planChange.donePlanned", { plan: plan.name, date: format.day(changes_on) }),
  })
  return (
    <PlanChangeDrawer
      {...{ membership, form }}
      planned={options.planned}
      title={t("planChange.title")}
      submitText={t(
        request === null || request.when === "now" ? "planChange.submit" : "planChange.submitPlanned"
      )}
      onSubmit={save}
      preview={usePlanChangePreview(membership.id, request)}
      linesOf={(change) => changeLines(change, { t, format })}
      incomplete={request ? null : t("planChange.incomplete")}
    >
      <Fields form={form} options={options} />
    </PlanChangeDrawer>
  )
}

function Fields({ form, options: { options } }: { form: UseFormReturn<Values>; options: PlanChangeOptions }) {
  const t = useText()
  const plan_id = useWatch({ control: form.control, name: "plan_id" })
  const option = options.find((each) => each.plan_id === plan_id)
  useEffect(() => form.setValue("when", wayAfter(form.getValues("when"), option)), [form, option])
  const ways = useWays(waysOf(option), (when) => t(`planChange.fields.${when}Detail`))
  if (options.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle text-pretty">
        {t("planChange.none")}
      </Text>
    )
  }
  return (
    <>
      <SelectField
        control={form.control}
        name="plan_id"
        label={t("planChange.fields.plan")}
        placeholder={t("planChange.fields.choose")}
        options={options.map(({ plan_id: value, name: label }) => ({ value, label }))}
      />
      <ChoiceField control={form.control} name="when" label={t("planChange.fields.when")} options={ways} />
    </>
  )
}
