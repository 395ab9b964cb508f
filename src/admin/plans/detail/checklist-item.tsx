import { ExclamationCircle } from "@medusajs/icons"
import { Button, Text, toast } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { useErrorText } from "../../text/use-error-text"
import { useText } from "../../text/use-text"
import { useUpdatePlan } from "../queries/plans"
import type { Plan } from "../types"
import type { Missing } from "./checklist"
import { usePlanEndings } from "./use-plan-endings"

interface ItemProps {
  plan: Plan
  item: Missing
}

export function ChecklistItem({ plan, item }: ItemProps) {
  const t = useText()
  const { code, version = 0, currency_code = "" } = item
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-6 py-4">
      <div className="flex min-w-0 flex-1 basis-64 items-start gap-x-2">
        <ExclamationCircle aria-hidden className="text-ui-tag-orange-icon mt-0.5 shrink-0" />
        <Text size="small" className="text-pretty">
          {t(`plans.detail.problem.${code}`, { version, currency: currency_code.toUpperCase() })}
        </Text>
      </div>
      <Solution plan={plan} item={item} />
    </li>
  )
}

function Solution({ plan, item: { code } }: ItemProps) {
  const t = useText()
  if (code === "plan_draft") return <SetActive plan={plan} />
  if (code === "plan_archived") return <Restore plan={plan} />
  const [to, label] =
    code === "variant_missing"
      ? [`/products/${plan.product_id}`, t("plans.detail.solve.variant")]
      : ["prices", t(`plans.detail.solve.${code}`)]
  return (
    <Button size="small" variant="secondary" asChild>
      <Link to={to}>{label}</Link>
    </Button>
  )
}

function SetActive({ plan: { id } }: { plan: Plan }) {
  const t = useText()
  const errorText = useErrorText()
  const { mutateAsync, isPending } = useUpdatePlan(id)
  const activate = async () => {
    try {
      const { name, sellability } = await mutateAsync({ status: "active" })
      toast.success(
        t(sellability.sellable ? "plans.detail.activated" : "plans.detail.activatedNotYet", { name })
      )
    } catch (error) {
      toast.error(errorText(error))
    }
  }
  return (
    <Button size="small" variant="secondary" onClick={() => void activate()} isLoading={isPending}>
      {t("plans.detail.solve.activate")}
    </Button>
  )
}

function Restore({ plan }: { plan: Plan }) {
  const t = useText()
  const { restore } = usePlanEndings(plan)
  return (
    <Button size="small" variant="secondary" onClick={() => void restore()}>
      {t("plans.detail.solve.restore")}
    </Button>
  )
}
