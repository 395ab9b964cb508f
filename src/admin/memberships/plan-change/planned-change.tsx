import "./words"
import { SectionRow } from "@medusajs/dashboard/components"
import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { useErrorText } from "../../text/use-error-text"
import { useFormat } from "../../text/use-format"
import { useText } from "../../text/use-text"
import { useTakeBackPlanChange } from "../queries/plan-change"
import type { Membership } from "../types"

/** The change of plan that waits for a renewal (BILL-10) or for the end of an offer (PLAN-8), which staff can take back until then. */
export function PlannedChange({
  membership: { id, planned_plan_change: planned },
}: {
  membership: Membership
}) {
  const t = useText()
  const format = useFormat()
  const errorText = useErrorText()
  const prompt = usePrompt()
  const { mutateAsync, isPending } = useTakeBackPlanChange(id)
  if (!planned) return null
  const words = planned.when === "end" ? "afterOffer" : "planned"
  const told = { plan: planned.plan.name, date: format.day(planned.changes_on) }
  const takeBack = async () => {
    const isWanted = await prompt({
      title: t(`planChange.${words}.takeBackTitle`),
      description: t(`planChange.${words}.takeBackDetail`),
      confirmText: t(`planChange.${words}.takeBack`),
      cancelText: t("actions.cancel"),
    })
    if (!isWanted) return
    try {
      await mutateAsync()
      toast.success(t(`planChange.${words}.takenBack`))
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return (
    <SectionRow
      title={t(`planChange.${words}.title`)}
      value={
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Text size="small" leading="compact" className="break-words text-pretty">
            {planned.joins
              ? t("planChange.planned.joins", { ...told, number: planned.joins.display_id })
              : t(`planChange.${words}.value`, told)}
          </Text>
          <Button
            size="small"
            variant="secondary"
            className="whitespace-nowrap"
            onClick={takeBack}
            isLoading={isPending}
          >
            {t(`planChange.${words}.takeBack`)}
          </Button>
        </div>
      }
    />
  )
}
