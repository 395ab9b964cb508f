import "./words"
import { InlineTip, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { useForm, useWatch } from "react-hook-form"
import { ChoiceField, type Option, SelectField } from "../../forms/choice-fields"
import { FormDrawer } from "../../forms/form-drawer"
import { TextareaField } from "../../forms/text-fields"
import { useSave } from "../../forms/use-save"
import { useValues } from "../../forms/use-values"
import { Foreseen } from "../../parts/foreseen"
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
import type { SeatDialogProps } from "../seats/verb-drawer"
import type { Membership } from "../types"
import { changeLines } from "./change-lines"
import { firstChoice, wayAfter, waysOf } from "./ways"

/** Another plan for a membership, now, with a renewal or when its offer ends (PLAN-8), with what it costs before it is done (BILL-10). */
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

const requestOf = ({ plan_id, when, reason }: Values): PlanChangeRequest | null =>
  plan_id === "" ? null : { plan_id, when, reason: reason.trim() || null }

function ChangePlanForm({ membership, options }: { membership: Membership; options: PlanChangeOptions }) {
  const t = useText()
  const format = useFormat()
  const form = useForm<Values>({ defaultValues: { ...firstChoice(options.options), reason: "" } })
  const request = requestOf(useValues(form))
  const preview = usePlanChangePreview(membership.id, request)
  const { mutateAsync } = useChangePlan(membership.id)
  // One for as long as the drawer is open: sent twice, it changes once.
  const [key] = useState(() => crypto.randomUUID())
  const save = useSave(form, {
    save: async () => mutateAsync({ ...request!, key: `${key}:${request!.plan_id}:${request!.when}` }),
    saved: ({ when, plan, changes_on }) =>
      when === "now"
        ? t("planChange.done", { plan: plan.name })
        : t("planChange.donePlanned", { plan: plan.name, date: format.day(changes_on) }),
  })
  const isBlocked = preview.change === null || options.planned !== null
  return (
    <FormDrawer
      title={t("planChange.title")}
      description={t("seating.whole", { number: membership.display_id, plan: membership.plan.name })}
      submitText={t(request === null || request.when === "now" ? "planChange.submit" : "planChange.submitPlanned")}
      form={form}
      isBlocked={isBlocked}
      // The keyboard submits past a button that is not enabled.
      onSubmit={(event) => (isBlocked ? event.preventDefault() : void save(event))}
    >
      <Fields form={form} options={options} />
      <WhatItMeans preview={preview} isAsked={request !== null} />
      <TextareaField
        control={form.control}
        name="reason"
        rows={2}
        optional
        label={t("planChange.fields.reason")}
        hint={t("planChange.fields.reasonHint")}
      />
    </FormDrawer>
  )
}

function Fields({ form, options }: { form: ReturnType<typeof useForm<Values>>; options: PlanChangeOptions }) {
  const t = useText()
  const format = useFormat()
  const { planned } = options
  const plan_id = useWatch({ control: form.control, name: "plan_id" })
  const option = options.options.find((each) => each.plan_id === plan_id)
  useEffect(() => form.setValue("when", wayAfter(form.getValues("when"), option)), [form, option])
  const ways = waysOf(option).map((value): Option => ({
    ...{ value, label: t(`planChange.fields.${value}`), detail: t(`planChange.fields.${value}Detail`) },
  }))
  return (
    <>
      {planned && (
        <InlineTip variant="warning" label={t("planChange.planned.title")}>
          {t("planChange.waiting", { plan: planned.plan.name, date: format.day(planned.changes_on) })}
        </InlineTip>
      )}
      {options.options.length === 0 ? (
        <Text size="small" className="text-ui-fg-subtle text-pretty">
          {t("planChange.none")}
        </Text>
      ) : (
        <SelectField
          control={form.control}
          name="plan_id"
          label={t("planChange.fields.plan")}
          placeholder={t("planChange.fields.choose")}
          options={options.options.map(({ plan_id: value, name: label }) => ({ value, label }))}
        />
      )}
      <ChoiceField control={form.control} name="when" label={t("planChange.fields.when")} options={ways} />
    </>
  )
}

interface WhatItMeansProps {
  preview: ReturnType<typeof usePlanChangePreview>
  isAsked: boolean
}

function WhatItMeans({ preview: { change, refusal }, isAsked }: WhatItMeansProps) {
  const t = useText()
  const format = useFormat()
  const waiting = t(isAsked ? "planChange.preview.loading" : "planChange.preview.incomplete")
  return (
    <Foreseen
      title={t("planChange.preview.title")}
      refusedTitle={t("planChange.preview.refused")}
      refusal={refusal}
      lines={change ? changeLines(change, { t, format }) : [waiting]}
      isKnown={Boolean(change)}
    />
  )
}
