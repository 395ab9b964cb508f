import { useEffect, useRef } from "react"
import { type UseFormReturn, useWatch } from "react-hook-form"
import { startingCounts } from "../../charts/preview/people"
import { usePriceCharts } from "../../charts/queries/charts"
import { usePlan } from "../../plans/queries/plans"
import type { Plan } from "../../plans/types"
import type { Studio, StudioLocation } from "../../platform/studio"
import { ANYWHERE, type SaleDraft } from "./sale-draft"

/** Where a plan is sold; no location is a choice of every plan. */
export const locationsOf = ({ locations }: Studio, plan: Plan | undefined): StudioLocation[] =>
  locations.filter(({ id }) => plan?.locations.sold_at?.includes(id) ?? true)

/** The plan that is chosen, once it is loaded: with it the seats begin as the smallest sale, at the first location. */
export function usePlanChoice(form: UseFormReturn<SaleDraft>, studio: Studio): { plan: Plan | undefined } {
  const plan_id = useWatch({ control: form.control, name: "plan_id" })
  const { data: plan } = usePlan(plan_id)
  const { data: charts } = usePriceCharts(plan_id)
  const published = charts?.find(({ state }) => state === "published")
  const isLoaded = plan !== undefined && charts !== undefined
  const begunWith = useRef("")
  useEffect(() => {
    // Only another plan begins anew, not the same one loaded again.
    if (!isLoaded || begunWith.current === plan.id) return
    begunWith.current = plan.id
    const places = locationsOf(studio, plan)
    form.setValue("counts", startingCounts(published?.rows ?? [], plan.audience))
    form.setValue("location_id", (places.find(({ is_default }) => is_default) ?? places[0])?.id ?? ANYWHERE)
    form.setValue("people", [])
    form.setValue("by", "seats")
    form.setValue("accepts_terms", false)
    form.setValue("starts_on", plan.starts === "chosen_date" ? studio.today : "")
    form.clearErrors()
  }, [isLoaded, plan, published, studio, form])
  return { plan: isLoaded ? plan : undefined }
}
