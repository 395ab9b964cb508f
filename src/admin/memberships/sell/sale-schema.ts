import { zodResolver } from "@hookform/resolvers/zod"
import { useQueryClient } from "@tanstack/react-query"
import { useMemo } from "react"
import type { Resolver } from "react-hook-form"
import { z } from "zod"
import { checksOf } from "../../forms/checks"
import type { Plan } from "../../plans/types"
import { planKeys } from "../../plans/queries/plans"
import { type Text, useText } from "../../text/use-text"
import type { SaleDraft } from "./sale-draft"

/** What the form can check by itself; the rest is said by the server, at the same fields. */
const saleSchema = (t: Text, plan: Plan | undefined) =>
  z.custom<SaleDraft>().superRefine((draft, issues) => {
    const { fault, text } = checksOf(issues, t)
    text("plan_id", draft.plan_id)
    if (!draft.customer) fault("customer", t("selling.customer.missing"))
    text("region_id", draft.region_id)
    if (plan?.starts === "chosen_date") text("starts_on", draft.starts_on)
    if (draft.by === "people" && draft.people.length === 0) fault("people", t("selling.seats.nobody"))
    if (draft.by === "seats" && draft.counts.every(({ count }) => count === 0))
      fault("counts", t("selling.seats.none"))
    if (plan?.terms && !draft.accepts_terms) fault("accepts_terms", t("selling.terms.missing"))
    if (draft.payment === "existing" && !draft.draft_order)
      fault("draft_order", t("selling.review.draftMissing"))
  })

/** The rules depend on the plan that is chosen in the form itself, as far as it is loaded. */
export function useSaleResolver(): Resolver<SaleDraft> {
  const t = useText()
  const client = useQueryClient()
  return useMemo(
    () => async (draft, context, options) => {
      const plan = client.getQueryData<Plan>(planKeys.detail(draft.plan_id))
      return zodResolver(saleSchema(t, plan))(draft, context, options)
    },
    [t, client]
  )
}
