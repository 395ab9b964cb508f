import "../words"
import { PageState } from "../../parts/page-state"
import { TwoColumns } from "../../parts/two-columns"
import { useBillingSettings } from "../../studio/queries/billing-settings"
import { useText } from "../../text/use-text"
import { useCharge } from "../queries/charges"
import { AttemptsSection } from "./attempts-section"
import { ChargeSummary } from "./charge-summary"
import { FactsSection } from "./facts-section"
import { LinesSection } from "./lines-section"

/** One charge: what it is for, what was tried, and what to do next. */
export function ChargeDetailPage({ id }: { id: string }) {
  const t = useText()
  const { data: charge, error, refetch } = useCharge(id)
  const { data: settings } = useBillingSettings()
  if (!charge) {
    return (
      <PageState
        error={error}
        onRetry={refetch}
        notFound={{
          title: t("billing.detail.notFound"),
          to: "/memberships/billing",
          link: t("billing.detail.toList"),
        }}
      />
    )
  }
  const isPaused = Boolean(settings?.pause)
  return (
    <TwoColumns
      main={
        <>
          <ChargeSummary charge={charge} isPaused={isPaused} />
          <LinesSection charge={charge} />
          <AttemptsSection charge={charge} />
        </>
      }
      side={<FactsSection charge={charge} isPaused={isPaused} />}
    />
  )
}
