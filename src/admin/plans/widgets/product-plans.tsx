import { Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { LoadError } from "../../parts/load-error"
import { Section } from "../../parts/section"
import { ApiError } from "../../platform/api"
import { type Text as Words, useText } from "../../text/use-text"
import { PlanStatus } from "../detail/plan-status"
import { type ProductPlan, usePlansOfProduct } from "../queries/plans-of-product"

/** The plans that are sold as a product's variants; nothing on other products, and none where they may not be seen. */
export function ProductPlans({ product_id }: { product_id: string }) {
  const t = useText()
  const { data: plans, error, refetch } = usePlansOfProduct(product_id)
  const isForbidden = error instanceof ApiError && error.status === 403
  if (plans ? plans.length === 0 : !error || isForbidden) return null
  return (
    <div data-memberships-widget="product">
      <Section title={t("widgets.product.title", { count: plans?.length ?? 1 })}>
        {plans ? (
          <ul className="divide-y">
            {plans.map((plan) => (
              <PlanItem key={plan.id} plan={plan} />
            ))}
          </ul>
        ) : (
          error && <LoadError error={error} onRetry={refetch} />
        )}
      </Section>
    </div>
  )
}

function saleText({ status, sellability }: ProductPlan, t: Words): string {
  if (sellability.sellable) return t("widgets.product.sellable")
  if (status === "archived") return t("widgets.product.offSale")
  return t("widgets.product.missing", { count: sellability.problems.length })
}

const LINK = "text-ui-tag-blue-text hover:underline"

function PlanItem({ plan }: { plan: ProductPlan }) {
  const t = useText()
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-start justify-between gap-x-3">
        <Link
          to={`/memberships/plans/${plan.id}`}
          className={`txt-compact-small-plus min-w-0 break-words ${LINK}`}
        >
          {plan.name}
        </Link>
        <div className="shrink-0">
          <PlanStatus status={plan.status} />
        </div>
      </div>
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <Text size="small" className="text-ui-fg-subtle">
          {saleText(plan, t)}
        </Text>
        <Link to={`/memberships/plans/${plan.id}/prices`} className={`txt-compact-small ${LINK}`}>
          {t("widgets.product.openPrices")}
        </Link>
      </div>
    </li>
  )
}
