import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import type { UseFormReturn } from "react-hook-form"
import { showAtFields } from "../../forms/use-save"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useCreatePlan } from "../queries/plans"
import type { Made } from "./create-in-steps"
import { chartBody, planBody } from "./plan-body"
import { type Step, stepOfErrors } from "./steps"
import type { PlanDraft } from "./usual-cases"

interface CreateOptions {
  store_currency_codes: readonly string[]
  onRefused: (step: Step) => void
}

/** Sends the form. Once the plan is there it leads to its page, whatever became of the rest, and says what did. */
export function useCreate(
  form: UseFormReturn<PlanDraft>,
  { store_currency_codes, onRefused }: CreateOptions
) {
  const t = useText()
  const errorText = useErrorText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useCreatePlan()

  const tell = ({ plan: { name }, failed }: Made, ending: PlanDraft["ending"]) => {
    if (failed) {
      const reason = errorText(failed.error)
      toast.warning(t("plans.create.partTitle", { name }), {
        description: t(`plans.create.part.${failed.step}`, { reason }),
      })
    } else
      toast.success(t(ending === "sale" ? "plans.create.savedSale" : "plans.create.savedDraft", { name }))
  }
  const showStep = () => {
    const step = stepOfErrors(form.formState.errors)
    if (step) onRefused(step)
  }
  return form.handleSubmit(async (draft) => {
    const { ending } = draft
    try {
      const made = await mutateAsync({
        body: planBody(draft, store_currency_codes),
        rows: chartBody(draft),
        ending,
      })
      tell(made, ending)
      handleSuccess(`/memberships/plans/${made.plan.id}`)
    } catch (error) {
      if (!showAtFields(form, error)) toast.error(errorText(error))
      showStep()
    }
  }, showStep)
}
