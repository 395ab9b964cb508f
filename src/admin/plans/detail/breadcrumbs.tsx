import { Crumb } from "../../parts/crumb"
import { useText } from "../../text/use-text"
import { usePlan } from "../queries/plans"

export const PlansName = () => <span>{useText()("plans.title")}</span>

/** Shares the page's own request. */
export function PlanName({ id }: { id: string }) {
  const { data, error } = usePlan(id)
  return <Crumb name={data?.name} error={error} />
}
