import "../words"
import { clx, Tabs } from "@medusajs/ui"
import { StudioForecast } from "../../forecast/studio-forecast"
import { useText } from "../../text/use-text"
import { useChargeNumbers } from "../queries/charges"
import type { ChargeNumbers } from "../types"
import { BillingHead } from "./billing-head"
import { ChargeTable } from "./charge-table"
import { UpcomingTable } from "./upcoming-table"
import { useView, type View, VIEWS } from "./views"

/** Everything about the money of renewals: how today stands, and the charges by what is to be done about them. */
export function BillingPage() {
  const t = useText()
  const [view, show] = useView()
  const { data: numbers } = useChargeNumbers()
  const toGiveBack = numbers?.paid_beside ?? 0
  const views = VIEWS.filter((each) => each !== "refunds" || toGiveBack > 0 || view === "refunds")
  return (
    <div className="flex flex-col gap-y-3">
      <BillingHead />
      {/* By the arrow keys a view is only reached; it is asked for with Enter. */}
      <Tabs value={view} onValueChange={(chosen) => show(chosen as View)} activationMode="manual">
        <Tabs.List aria-label={t("billing.views.label")} className="flex flex-wrap gap-y-1 pb-3">
          {views.map((each) => (
            <Tabs.Trigger key={each} value={each} className={clx(each !== view && "text-ui-fg-subtle")}>
              {t(`billing.views.${each}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Tabs.Content value={view} tabIndex={-1}>
          <Shown view={view} numbers={numbers} />
        </Tabs.Content>
      </Tabs>
    </div>
  )
}

function Shown({ view, numbers }: { view: View; numbers: ChargeNumbers | undefined }) {
  if (view === "upcoming") return <UpcomingTable numbers={numbers} />
  return view === "forecast" ? <StudioForecast numbers={numbers} /> : <ChargeTable key={view} view={view} />
}
