import type { PlanChangeOption, When } from "../queries/plan-change"

type Follower = Pick<PlanChangeOption, "end">

/** When a plan can begin: the one that follows an introductory offer also when that ends (PLAN-8). */
export const waysOf = (option: Follower | undefined): When[] => [
  ...(option?.end ? (["end"] as const) : []),
  "now",
  "renewal",
]

/** What the drawer opens with: what the offer leads to, as it ends; else nothing is chosen yet. */
export function firstChoice(options: readonly PlanChangeOption[]): { plan_id: string; when: When } {
  const follower = options.find(({ end }) => end !== null)
  return follower ? { plan_id: follower.plan_id, when: "end" } : { plan_id: "", when: "now" }
}

/** With another plan chosen: what follows an offer begins when that ends, and nothing else does. */
export const wayAfter = (when: When, option: Follower | undefined): When =>
  option?.end ? "end" : when === "end" ? "now" : when
