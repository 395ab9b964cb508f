import { PauseSolid, PlaySolid } from "@medusajs/icons"
import { Button, Container, Heading, InlineTip, Text } from "@medusajs/ui"
import { useState } from "react"
import { Link } from "react-router-dom"
import { ActionMenu } from "../../parts/action-menu"
import { LoadError } from "../../parts/load-error"
import { LoadingRows } from "../../parts/loading-sections"
import { useBillingSettings } from "../../studio/queries/billing-settings"
import { ContinuePrompt } from "../../studio/renewals/continue-prompt"
import { PausedNotice } from "../../studio/renewals/paused-notice"
import { PausePrompt } from "../../studio/renewals/pause-prompt"
import { useText } from "../../text/use-text"
import { useChargeNumbers } from "../queries/charges"
import { DaysSection } from "./days-section"
import { Figures } from "./figures"
import { viewPath } from "./views"

/** The top of the page: whether renewals run, and how today stands. */
export function BillingHead() {
  const t = useText()
  const [isAsking, setAsking] = useState(false)
  const { data: settings } = useBillingSettings()
  const { data: numbers, error, refetch } = useChargeNumbers()
  const ask = () => setAsking(true)
  const close = () => setAsking(false)
  const pause = settings?.pause ?? null
  const switching = pause
    ? { icon: <PlaySolid />, label: t("renewals.continue.action"), onClick: ask }
    : { icon: <PauseSolid />, label: t("renewals.pause.action"), onClick: ask }
  return (
    <Container className="divide-y p-0">
      <div className="flex items-center justify-between gap-x-4 px-6 py-4">
        <div className="min-w-0">
          <Heading>{t("billingPage")}</Heading>
          <Text size="small" className="text-ui-fg-subtle text-pretty">
            {t("billing.subtitle")}
          </Text>
        </div>
        {settings && <ActionMenu label={t("billing.menu")} groups={[{ actions: [switching] }]} />}
      </div>
      {pause && numbers && <PausedNotice pause={pause} zone={numbers.time_zone} onContinue={ask} />}
      {numbers && numbers.paid_beside > 0 && <ToGiveBack count={numbers.paid_beside} />}
      {numbers ? (
        <>
          <Figures numbers={numbers} />
          {numbers.days.length > 0 && <DaysSection numbers={numbers} />}
        </>
      ) : error ? (
        <LoadError error={error} onRetry={refetch} />
      ) : (
        <div role="status" aria-label={t("states.loading")}>
          <LoadingRows rows={2} />
        </div>
      )}
      {isAsking && (pause ? <ContinuePrompt onClose={close} /> : <PausePrompt onClose={close} />)}
    </Container>
  )
}

function ToGiveBack({ count }: { count: number }) {
  const t = useText()
  return (
    <div className="px-6 py-4">
      <InlineTip variant="error" label={t("billing.views.refunds")}>
        <Text as="span" size="small" className="block text-pretty">
          {t("billing.refunds", { count })}
        </Text>
        <Button size="small" variant="secondary" className="mt-2" asChild>
          <Link to={viewPath("refunds")}>{t("billing.refundsLink")}</Link>
        </Button>
      </InlineTip>
    </div>
  )
}
