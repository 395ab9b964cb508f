import "../words"
import { zodResolver } from "@hookform/resolvers/zod"
import { useForm, useWatch } from "react-hook-form"
import { z } from "zod"
import { SwitchField } from "../../../forms/choice-fields"
import { checksOf } from "../../../forms/checks"
import { FormDrawer } from "../../../forms/form-drawer"
import { NumberField } from "../../../forms/text-fields"
import { type Text, useText } from "../../../text/use-text"
import type { Plan } from "../../types"
import { SoldNote } from "../sold-note"
import { useSavePlan } from "../use-save-plan"

const shape = z.object({
  visible: z.boolean(),
  featured: z.boolean(),
  preselected: z.boolean(),
  sort_order: z.number().nullable(),
})
type PortalValues = z.infer<typeof shape>

const LOWEST = -1_000_000

const portalSchema = (t: Text) =>
  shape.superRefine(({ sort_order }, issues) =>
    checksOf(issues, t).number("sort_order", sort_order, { min: LOWEST })
  )

/** A plan that nobody sees cannot be the one that the page starts with; that it was featured stays as it was. */
const portalBody = ({ visible, featured, preselected, sort_order }: PortalValues) => ({
  portal: visible
    ? { visible, featured, preselected, sort_order }
    : { visible, preselected: false, sort_order },
})

export function PortalForm({ plan }: { plan: Plan }) {
  const t = useText()
  const { visible, featured, preselected, sort_order } = plan.portal
  const form = useForm({
    resolver: zodResolver(portalSchema(t)),
    defaultValues: { visible, featured, preselected, sort_order } as PortalValues,
  })
  const { control } = form
  const isVisible = useWatch({ control, name: "visible" })
  const save = useSavePlan(form, { plan, section: "portal", bodyOf: portalBody })
  return (
    <FormDrawer
      title={t("plans.edit.portal.title")}
      description={t("plans.edit.portal.detail")}
      form={form}
      onSubmit={save}
    >
      <SoldNote plan={plan}>{t("plans.edit.portal.sold")}</SoldNote>
      <SwitchField
        {...{ control }}
        name="visible"
        label={t("plans.edit.portal.visible")}
        hint={t("plans.edit.portal.visibleHint")}
      />
      {isVisible &&
        (["featured", "preselected"] as const).map((name) => (
          <SwitchField
            key={name}
            {...{ control, name }}
            label={t(`plans.edit.portal.${name}`)}
            hint={t(`plans.edit.portal.${name}Hint`)}
          />
        ))}
      <NumberField
        {...{ control }}
        name="sort_order"
        label={t("plans.edit.portal.order")}
        hint={t("plans.edit.portal.orderHint")}
        min={LOWEST}
      />
    </FormDrawer>
  )
}
