import { useSearchParams } from "react-router-dom"
import type { ChargeListQuery } from "../queries/charges"

export const VIEWS = ["due", "upcoming", "forecast", "failed", "unknown", "parked", "all", "refunds"] as const
export type View = (typeof VIEWS)[number]
export type ListView = Exclude<View, "upcoming" | "forecast">

/** What each view asks of the list of charges. */
export const QUERIES: Record<ListView, Partial<ChargeListQuery>> = {
  due: { due: "overdue" },
  failed: { status: ["failed"] },
  unknown: { status: ["unknown"] },
  parked: { status: ["parked"] },
  all: {},
  refunds: { paid_beside: true },
}

const isView = (view: string | null): view is View => VIEWS.some((each) => each === view)

/** The view of the address; what is due where it names none. Another view begins without the search of the last one. */
export function useView(): [View, (view: View) => void] {
  const [params, setParams] = useSearchParams()
  const asked = params.get("view")
  return [isView(asked) ? asked : "due", (view) => setParams(view === "due" ? {} : { view })]
}

export const viewPath = (view: View) =>
  view === "due" ? "/memberships/billing" : `/memberships/billing?view=${view}`
