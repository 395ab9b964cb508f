import { useText } from "../../text/use-text"
import { usePlan } from "../queries/plans"

export const PlansName = () => <span>{useText()("plans.title")}</span>

/** Shares the page's own request. */
export function PlanName({ id }: { id: string }) {
  const { data } = usePlan(id)
  return data ? <span className="inline-block max-w-[240px] truncate align-bottom">{data.name}</span> : null
}
