import { useRouteModal } from "@medusajs/dashboard/components"
import { toast } from "@medusajs/ui"
import { useState } from "react"
import type { UseFormReturn } from "react-hook-form"
import type { Plan } from "../../plans/types"
import { ApiError } from "../../platform/api-error"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import type { Quote } from "./quote-types"
import { type SaleDraft, saleBody } from "./sale-draft"
import { type SaleAnswer, useSell } from "./sale-queries"
import { type Step, stepOfErrors } from "./sale-steps"

interface SellOptions {
  plan: Plan | undefined
  /** The price that is shown, which is the one that is charged (SALE-1). */
  quote: Quote | null
  showAt: (error: unknown) => Step | null
  onRefused: (step: Step) => void
}

/** Sells at the price that was shown. Where that has changed, the new one is shown and asked about. */
export function useSellSale(form: UseFormReturn<SaleDraft>, { plan, quote, showAt, onRefused }: SellOptions) {
  const t = useText()
  const errorText = useErrorText()
  const { handleSuccess } = useRouteModal()
  const { mutateAsync } = useSell()
  const [formerTotal, setFormerTotal] = useState<number | null>(null)

  const lead = ({ membership, order: { id, display_id } }: SaleAnswer) => {
    if (membership) {
      toast.success(t("selling.sold", { number: membership.display_id }))
      handleSuccess(`/memberships/${membership.id}`)
    } else {
      toast.success(t("selling.drafted", { number: display_id }), { description: t("selling.draftedDetail") })
      handleSuccess(`/draft-orders/${id}`)
    }
  }
  const showStep = () => {
    const step = stepOfErrors(form.formState.errors)
    if (step) onRefused(step)
  }
  const submit = form.handleSubmit(async (draft) => {
    if (!plan || !quote) return
    try {
      lead(await mutateAsync(saleBody(draft, plan, quote)))
    } catch (error) {
      const isStale = error instanceof ApiError && error.code === "quote_stale"
      const step = isStale ? null : showAt(error)
      if (isStale) setFormerTotal(quote.total)
      else if (step) onRefused(step)
      else toast.error(errorText(error))
    }
  }, showStep)
  return { submit, formerTotal }
}
