import type { PlanChangeOption, When } from "../queries/plan-change"

type Ways = Pick<PlanChangeOption, When>

/** When a plan can begin: the one that follows an introductory offer when that ends, and else only as it can (PLAN-8). */
export function waysOf(option: Ways | undefined): When[] {
  const usual = ["now", "renewal"] as const
  return option?.end ? ["end", ...usual.filter((when) => option[when].can)] : [...usual]
}

/** What the drawer opens with: what the offer leads to, as it ends; else nothing is chosen yet. */
export function firstChoice(options: readonly PlanChangeOption[]): { plan_id: string; when: When } {
  const follower = options.find(({ end }) => end !== null)
  return follower ? { plan_id: follower.plan_id, when: "end" } : { plan_id: "", when: "now" }
}

/** With another plan chosen: what follows an offer begins when that ends, and nothing else does. */
export const wayAfter = (when: When, option: Pick<Ways, "end"> | undefined): When =>
  option?.end ? "end" : when === "end" ? "now" : when
