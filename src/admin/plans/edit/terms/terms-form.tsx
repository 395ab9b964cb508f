import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { Text } from "@medusajs/ui"
import { useForm, useWatch } from "react-hook-form"
import { z } from "zod"
import { FormDrawer } from "../../../forms/form-drawer"
import { TextareaField } from "../../../forms/text-fields"
import { type Text as Words, useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"

const LONGEST = 20_000

type Terms = Plan["terms"]

/** What saving does to the versions (PLAN-1): a text that is there already stays the version that it is. */
function outcomeText(current: Terms, typed: string, t: Words): string {
  const text = typed.trim()
  if (text === (current?.text ?? "")) {
    return current
      ? t("plans.edit.terms.unchanged", { version: current.version })
      : t("plans.edit.terms.none")
  }
  if (text === "") return t("plans.edit.terms.removes")
  // Terms that were taken away have a version as well, which is not known here.
  return current
    ? t("plans.edit.terms.becomes", { version: current.version + 1 })
    : t("plans.edit.terms.becomesNew")
}

export function TermsForm({ plan }: { plan: Plan }) {
  const t = useText()
  const schema = z.object({ text: z.string().trim().max(LONGEST, t("plans.edit.terms.tooLong")) })
  const form = useForm({
    resolver: zodResolver(schema),
    defaultValues: { text: plan.terms?.text ?? "" },
  })
  const { control } = form
  const text = useWatch({ control, name: "text" })
  const save = useSavePlan(form, {
    plan,
    section: "terms",
    bodyOf: (values) => ({ terms: values.text || null }),
    saved: ({ terms, name }) =>
      terms
        ? t("plans.edit.terms.savedVersion", { version: terms.version })
        : t("plans.edit.terms.removed", { name }),
  })
  return (
    <FormDrawer
      title={t("plans.edit.terms.title")}
      description={t("plans.edit.terms.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.terms.sold")}</SoldNote>
      <TextareaField
        {...{ control }}
        name="text"
        label={t("plans.edit.terms.text")}
        hint={t("plans.edit.terms.textHint")}
        rows={18}
      />
      <Text size="small" className="text-ui-fg-subtle text-pretty" aria-live="polite">
        {outcomeText(plan.terms, text, t)}
      </Text>
    </FormDrawer>
  )
}
